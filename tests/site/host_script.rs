//! The script that pages of others load.

use std::fs;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use lscb_publish::build::{BuildOptions, to_folder};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::built::{files, repo};

/// What pages of others pin.
const PINNED: &str = "sha256-tiokP8cG21dX4V3g9UAIm/p7UadsrB9zHerJdyPXdH4=";

/// A site with the real script.
fn published() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    let app = folder.path().join("app");
    for (path, bytes) in files(&repo("tests/fixtures/app")) {
        let file = app.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }
    fs::copy(repo("public/embed-1.js"), app.join("embed-1.js")).expect("the script");
    let content = repo("tests/fixtures/minimal");
    to_folder(
        &content,
        &app,
        &folder.path().join("site"),
        BuildOptions::default(),
    )
    .expect("a build");
    folder
}

#[test]
fn the_script_of_hosts_never_changes() {
    let folder = published();
    let bytes = fs::read(folder.path().join("site/embed-1.js")).expect("the script");
    let digest = format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(&bytes)));
    assert_eq!(
        digest, PINNED,
        "pages of others pin this hash, and a browser runs no other bytes there: put back what \
         public/embed-1.js was, and let a script that does more be embed-2.js beside it"
    );
    let newest = fs::read(folder.path().join("site/embed.js")).expect("the newest script");
    assert_eq!(
        newest, bytes,
        "the name that follows releases is the newest of them"
    );
}

#[test]
fn the_script_of_hosts_is_a_file_of_the_release_and_no_comment() {
    let folder = published();
    let site = files(&folder.path().join("site"));
    let manifest = site
        .iter()
        .find(|(path, _)| path.starts_with("assets/manifest."));
    let manifest = String::from_utf8_lossy(manifest.expect("a manifest").1).into_owned();
    for name in ["embed-1.js", "embed.js"] {
        assert!(
            manifest.contains(&format!("\"file\":\"{name}\"")),
            "{name} is not in the manifest"
        );
        let text = String::from_utf8_lossy(&site[name]).into_owned();
        assert!(
            text.lines()
                .all(|line| !line.starts_with("//") && line.trim() == line),
            "{text}"
        );
    }
}
