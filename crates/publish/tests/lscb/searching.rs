//! `lscb search` as a person runs it: what it prints, its exit code, and what it says of a
//! folder that it cannot search.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tempfile::TempDir;

use crate::command::{command, copy_of, repo};

/// Runs `lscb` in `folder`; gives its exit code, and what it printed and complained.
fn lscb(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = command(folder).args(arguments).output();
    let output = output.expect("the command runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (
        output.status.code().unwrap_or(-1),
        text(output.stdout),
        text(output.stderr),
    )
}

/// Sefton's site, built into `dist` in a folder of its own.
fn built() -> TempDir {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    copy_of(&MADE, "searched", |folder| {
        let (content, app) = (repo("content"), repo("tests/fixtures/app"));
        let path = |path: &Path| path.to_str().expect("a path in UTF-8").to_owned();
        let (content, app) = (path(&content), path(&app));
        let from = ["build", "--content", &content, "--app", &app];
        let to = ["--out", "dist", "--no-compress"];
        let (code, _, complaint) = lscb(folder, &[&from[..], &to].concat());
        assert_eq!(code, 0, "{complaint}");
    })
}

/// The manifest of the index of a site in `folder`.
fn index_manifest(folder: &Path) -> PathBuf {
    let files = fs::read_dir(folder.join("dist/search/index")).expect("a folder");
    let mut files = files.map(|entry| entry.expect("an entry").path());
    let is_manifest = |path: &PathBuf| path.to_string_lossy().contains("manifest-");
    files.find(is_manifest).expect("a manifest")
}

/// Searches what cannot be searched: the exact words, exit code 2, nothing printed.
#[track_caller]
fn check_refused(folder: &Path, arguments: &[&str], expected: &str) {
    let (code, said, complaint) = lscb(folder, arguments);
    assert_eq!(complaint.trim_end(), expected);
    assert_eq!((code, said.as_str()), (2, ""));
}

#[test]
fn whoever_reads_may_stop() {
    let folder = built();
    for more in [&["--json"][..], &[]] {
        let mut child = command(folder.path())
            .args([&["search", "review"], more].concat())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("the command runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("an end");
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success() && complaint.is_empty(),
            "{complaint}"
        );
    }
}

#[test]
fn results_are_ranked_and_say_what_they_are() {
    let folder = built();
    let (code, said, complaint) = lscb(
        folder.path(),
        &["search", "louise", "roberts", "--limit", "1"],
    );
    assert_eq!((code, complaint.as_str()), (0, ""));
    assert_eq!(
        said,
        "1. *Louise* *Roberts*\n   \
         Person, Contact: /contact/#louise-roberts\n   \
         Sefton LSCB Learning & Development Officer\n   \
         Tel. 0151 934 3983\n\
         1 of 4 are shown.\n"
    );
    let (code, said, _) = lscb(folder.path(), &["search", "indpendent chiar"]);
    assert_eq!(code, 0);
    assert!(
        said.starts_with("Did you mean “independent chair”?\n1. "),
        "{said}"
    );
    let (code, said, _) = lscb(folder.path(), &["search", "scr", "--", "-ben"]);
    assert_eq!(code, 0);
    assert!(
        said.contains(", 2019: /learning-from-reviews/#april-2019\n"),
        "{said}"
    );
    assert!(!said.contains("Ben"), "{said}");
}

#[test]
fn programs_are_answered_in_json() {
    let folder = built();
    let arguments = ["search", "louise roberts", "--limit", "1", "--json"];
    let (code, said, _) = lscb(folder.path(), &arguments);
    let answer: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!((code, answer["total"].as_u64()), (0, Some(4)));
    let hit = &answer["hits"][0];
    assert_eq!(hit["address"], "contact/#louise-roberts");
    assert_eq!(hit["kind"], "person");
    assert_eq!(hit["phones"][0]["printed"], "0151 934 3983");
    assert_eq!(hit["title"][0]["text"], "Louise");
    assert_eq!(hit["title"][0]["marked"], true);
    let (code, said, _) = lscb(folder.path(), &["search", "xylophones", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!(code, 1);
    assert_eq!(answer["missing"][0], "xylophones");
}

#[test]
fn nothing_found_is_exit_code_1_and_names_the_words() {
    let folder = built();
    let (code, said, _) = lscb(folder.path(), &["search", "complain about social worker"]);
    assert_eq!(code, 1);
    assert!(
        said.starts_with("Nothing matches “complain”.\nNearest topics:\n1. "),
        "{said}"
    );
    let (code, said, _) = lscb(folder.path(), &["search", "xylophones zebras"]);
    assert_eq!(
        (code, said.as_str()),
        (1, "Nothing matches “xylophones”, “zebras”.\n")
    );
    let (code, said, _) = lscb(folder.path(), &["search", "?!"]);
    assert_eq!((code, said.as_str()), (1, "Nothing was found.\n"));
}

#[test]
fn what_is_no_site_is_named_with_its_remedy() {
    let folder = TempDir::new().expect("a temporary folder");
    check_refused(
        folder.path(),
        &["search", "chair"],
        "There is no folder dist. Name the folder of a built site with --dist.",
    );
    check_refused(
        folder.path(),
        &["search", "chair", "--dist", "."],
        ". is not a built site: it has no release.json. \
         Build the site again: `cargo xtask build --release`.",
    );
    fs::write(folder.path().join("release.json"), "{}").expect("a file");
    check_refused(
        folder.path(),
        &["search", "chair", "--dist", "."],
        "./release.json is damaged, or of another version of this program. \
         Build the site again: `cargo xtask build --release`.",
    );
}

#[test]
fn a_release_without_an_index_is_said() {
    let folder = built();
    let file = folder.path().join("dist/release.json");
    let release = fs::read_to_string(&file).expect("a release");
    let (before, _) = release.split_once(",\"search\":").expect("an index");
    fs::write(&file, format!("{before}}}")).expect("a file");
    check_refused(
        folder.path(),
        &["search", "chair"],
        "The site in dist was built without a search index. \
         Build the site again: `cargo xtask build --release`.",
    );
}

#[test]
fn an_index_file_that_is_of_no_use_is_named() {
    let folder = built();
    let manifest = index_manifest(folder.path());
    let name = format!(
        "dist/search/index/{}",
        manifest.file_name().expect("a name").to_string_lossy()
    );
    let help = "Build the site again: `cargo xtask build --release`.";
    let stored = fs::read(&manifest).expect("the manifest");
    let refused = |what: &str| {
        check_refused(
            folder.path(),
            &["search", "chair"],
            &format!("{name} is {what}. {help}"),
        );
    };

    let mut changed = stored.clone();
    changed[stored.len() / 2] ^= 1;
    for damaged in [
        &changed[..],
        &[][..],
        &stored[..stored.len() / 2],
        b"not compressed at all",
    ] {
        fs::write(&manifest, damaged).expect("a file");
        refused("damaged");
    }

    let mut plain = Vec::new();
    let mut decoder = flate2::read::DeflateDecoder::new(stored.as_slice());
    decoder.read_to_end(&mut plain).expect("raw DEFLATE");
    // The version follows two letters.
    plain[2] += 1;
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(&plain).expect("compressed");
    fs::write(&manifest, encoder.finish().expect("compressed")).expect("a file");
    refused("of another version of this program");

    fs::remove_file(&manifest).expect("removed");
    let (code, _, complaint) = lscb(folder.path(), &["search", "chair"]);
    assert_eq!(code, 2);
    let beginning = format!("{name} is missing or cannot be read. {help}");
    assert!(complaint.starts_with(&beginning), "{complaint}");
}
