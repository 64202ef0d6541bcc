//! The folder as a whole: the same bytes each time, and all or nothing.

use std::fs;

use lscb_publish::build::{Extras, to_folder};
use tempfile::TempDir;

use crate::built::{SEFTON, build, files, repo};

#[test]
fn two_builds_give_the_same_bytes() {
    let again = build(&repo("content"));
    let (first, second) = (SEFTON.files(), again.files());
    let differing: Vec<_> = first
        .iter()
        .filter(|(path, bytes)| second.get(*path) != Some(bytes))
        .map(|(path, _)| path)
        .collect();
    assert!(differing.is_empty(), "{differing:?}");
    assert_eq!(first.len(), second.len());
}

#[test]
fn a_failed_build_leaves_the_site_before_it_as_it_was() {
    let folder = TempDir::new().expect("a temporary folder");
    let out = folder.path().join("site");
    let shell = repo("tests/fixtures/shell");
    let extras = Extras::default();
    let build = |content: &str| to_folder(&repo(content), &shell, &out, extras);
    build("tests/fixtures/minimal").expect("a build");
    let before = files(folder.path());

    let error = build("tests/fixtures/invalid/raw-html").expect_err("bad content");
    assert!(
        error.to_string().contains("Nothing was written."),
        "{error}"
    );
    let error =
        to_folder(&repo("content"), &repo("tests/fixtures"), &out, extras).expect_err("no app");
    assert!(
        format!("{error:#}").contains("build the app with Trunk first"),
        "{error:#}"
    );
    assert_eq!(
        files(folder.path()),
        before,
        "something was changed or left behind"
    );

    build("content").expect("a build over an older site");
    assert!(out.join("contact/index.html").is_file());
    assert!(
        !out.join("about/index.html").exists(),
        "a page of the older site is left"
    );
    assert_eq!(
        fs::read_dir(folder.path()).expect("a folder").count(),
        1,
        "a folder was left behind"
    );
}

#[test]
fn a_one_word_change_changes_its_page_and_its_bundle_and_the_release() {
    let folder = TempDir::new().expect("a temporary folder");
    for (path, bytes) in files(&repo("content")) {
        let file = folder.path().join(&path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        let text = String::from_utf8_lossy(&bytes).replace("Welcome.", "Hello.");
        fs::write(file, text).expect("a file");
    }
    let changed = build(folder.path());
    let (before, after) = (SEFTON.files(), changed.files());
    let new: Vec<_> = after
        .keys()
        .filter(|path| !before.contains_key(*path))
        .collect();
    assert_eq!(new.len(), 1, "one bundle has a new name: {new:?}");
    assert!(changed.text("index.html").contains("Hello."));
    let release = |text: String| {
        text.split(r#""release":""#)
            .nth(1)
            .map(|rest| rest[..16].to_owned())
    };
    assert_ne!(
        release(changed.text("release.json")),
        release(SEFTON.text("release.json"))
    );
    for asset in before.keys().filter(|path| path.starts_with("assets/")) {
        assert!(
            after.contains_key(asset),
            "{asset} has another name though the app is the same"
        );
    }
}

#[test]
fn what_a_host_needs_is_there() {
    let files = SEFTON.files();
    for name in [
        "404.html",
        "release.json",
        "sitemap.xml",
        "_redirects",
        "icon.svg",
    ] {
        assert!(files.contains_key(name), "{name} is missing");
    }
    for schema in [
        "bundle",
        "release",
        "page",
        "site",
        "people",
        "review",
        "documents",
    ] {
        let name = format!("schema/{schema}.schema.json");
        let json = files
            .get(&name)
            .unwrap_or_else(|| panic!("{name} is missing"));
        let schema: serde_json::Value = serde_json::from_slice(json).expect("a schema is JSON");
        assert!(schema.is_object());
    }
    let sitemap = SEFTON.text("sitemap.xml");
    for route in SEFTON.pages().keys() {
        assert!(
            sitemap.contains(&format!("<loc>{route}</loc>")),
            "{route} is not in the sitemap"
        );
    }
}

#[test]
fn old_addresses_lead_on_with_and_without_a_host_that_redirects() {
    let rules = SEFTON.text("_redirects");
    for old in [
        "lscb/about-us",
        "lscb/about-us/print",
        "scp/about-us",
        "scp/about-us/print",
    ] {
        assert!(
            rules.contains(&format!("/{old} /about-us/ 301\n")),
            "{old} has no rule"
        );
        let depth = "../".repeat(old.split('/').count());
        let page = SEFTON.text(&format!("{old}/index.html"));
        let refresh = format!(r#"<meta http-equiv="refresh" content="0; url={depth}about-us/">"#);
        assert!(page.contains(&refresh), "{old}: {page}");
        assert!(
            page.contains(&format!(r#"<a href="{depth}about-us/">"#)),
            "{old} has no link"
        );
    }
}
