//! The way of `docs/intranet.md`: the whole site as one file, unpacked somewhere else, put on a
//! server under a path, with what its keeper adds, and still the release.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use crate::command::{built, copy, lscb, repo};
use crate::middlebox::Preview;

/// Every file below a folder, by its path from it.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(root) {
        let entry = entry.expect("an entry");
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(root).expect("below it");
            let bytes = fs::read(entry.path()).expect("a file");
            found.insert(name.to_string_lossy().into_owned(), bytes);
        }
    }
    found
}

fn unpack(archive: &Path, to: &Path) {
    let bytes = fs::read(archive).expect("the archive");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip archive");
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let file = to.join(entry.enclosed_name().expect("a name inside"));
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("its bytes");
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }
}

fn get(url: &str) -> (u16, String) {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .build()
        .into();
    let mut response = agent.get(url).call().expect("an answer");
    let body = response.body_mut().read_to_string().expect("text");
    (response.status().as_u16(), body)
}

#[test]
fn from_one_file_to_a_working_site_with_an_overlay() {
    let folder = built();
    let root = folder.path();
    let (code, said) = lscb(root, &["export", "--site", "site.zip"]);
    assert_eq!(code, 0, "{said}");
    // Somewhere else, by somebody else.
    let there = tempfile::TempDir::new().expect("a temporary folder");
    let dist = there.path().join("dist");
    unpack(&root.join("site.zip"), &dist);
    let before = files(&dist);
    assert!(before == files(&root.join("dist")), "the same folder");

    let preview = Preview::of(there.path(), "/lscb-intranet/");
    for (page, status) in [("", 200), ("about/", 200), ("nowhere/", 404)] {
        let (answered, html) = get(&format!("{}{page}", preview.url));
        assert_eq!(answered, status, "{page}");
        assert!(html.contains("<h1"), "{page}: {html}");
    }
    assert_eq!(get(&format!("{}overlay.json", preview.url)).0, 404);

    let file = repo("tests/fixtures/overlay/shown/everything.json");
    let own = file.to_str().expect("a path in UTF-8");
    let (code, said) = lscb(there.path(), &["overlay", own, "--dist", "dist"]);
    assert_eq!(code, 0, "{said}");
    let (status, text) = get(&format!("{}overlay.json", preview.url));
    assert_eq!((status, text.as_bytes()), (200, &*fs::read(&file).unwrap()));
    let mut after = files(&dist);
    after.remove("overlay.json").expect("the overlay");
    assert!(after == before, "nothing else has changed");

    let options = ["verify", &preview.url, "--dist", "dist"];
    for options in [&options[..], &options[..2]] {
        let (code, said) = lscb(there.path(), options);
        assert_eq!(code, 0, "{said}");
    }
    // What is handed on is the release, without somebody's own words.
    let (code, said) = lscb(
        there.path(),
        &["export", "--site", "again.zip", "--zip", "read.zip"],
    );
    assert_eq!(code, 0, "{said}");
    let bytes = |path: &Path| fs::read(path).expect("an archive");
    assert!(bytes(&there.path().join("again.zip")) == bytes(&root.join("site.zip")));
    unpack(&there.path().join("read.zip"), &there.path().join("read"));
    let read = files(&there.path().join("read"));
    assert!(read.contains_key("about/index.html") && !read.contains_key("overlay.json"));
    // The next release follows the copy all the same.
    copy(
        &repo("tests/fixtures/minimal"),
        &there.path().join("content"),
    );
    let app = repo("tests/fixtures/app");
    let app = app.to_str().expect("a path in UTF-8");
    let next = ["build", "--out", "next", "--previous", "dist", "--app", app];
    let (code, said) = lscb(there.path(), &next);
    assert_eq!(code, 0, "{said}");
    assert!(!there.path().join("next/overlay.json").exists());
}

#[test]
fn a_whole_site_that_was_edited_is_not_packed() {
    let folder = built();
    fs::write(folder.path().join("dist/about/index.html"), "x").expect("a file");
    let (code, said) = lscb(folder.path(), &["export", "--site", "site.zip"]);
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("about/index.html: It is not the file that was built"),
        "{said}"
    );
    assert!(!folder.path().join("site.zip").exists());
}

#[test]
fn an_overlay_with_problems_changes_nothing_and_each_is_named() {
    let folder = built();
    let root = folder.path();
    let sound = repo("tests/fixtures/overlay/shown/a-notice.json");
    fs::copy(&sound, root.join("dist/overlay.json")).expect("a file");
    let bad = "{\n  \"format\": \"lscb-overlay-1\",\n  \"organisation\": \"Example  board\",\n  \
               \"contacts\": [\n    {\"name\": \"A\", \"email\": \"javascript:alert(1)\"}\n  ]\n}\n";
    fs::write(root.join("own.json"), bad).expect("a file");
    let before = files(root);
    // By itself, the name cannot be seen to be the board's.
    for (options, count) in [
        (&["--dist", "dist"][..], "2 problems. "),
        (&[], "1 problem. "),
    ] {
        let (code, said) = lscb(root, &[&["overlay", "own.json"], options].concat());
        assert_eq!(code, 1, "{said}");
        for words in [
            "own.json:5: `email`: `javascript:alert(1)` is not an email address. Write it as ",
            count,
            "Nothing was written.",
        ] {
            assert!(said.contains(words), "{said}");
        }
        let is_named = said.contains("own.json:3: `organisation` has the board’s own name in it");
        assert_eq!(is_named, !options.is_empty(), "{said}");
    }
    for (arguments, words) in [
        (&["overlay", "none.json"][..], "none.json cannot be read"),
        (
            &["overlay", "own.json", "--dist", "content"],
            "It is not a built site",
        ),
    ] {
        let (code, said) = lscb(root, arguments);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains(words), "{said}");
    }
    assert!(
        files(root) == before,
        "something was changed or left behind"
    );
    fs::write(root.join("large.json"), " ".repeat(40_000)).expect("a file");
    let (code, said) = lscb(root, &["overlay", "large.json"]);
    assert!(
        code == 1 && said.contains("at most 32768 are read"),
        "{said}"
    );
}
