//! The folder as a whole: the same bytes each time, and all or nothing.

use std::fs;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use lscb_publish::build::{BuildOptions, to_folder};
use lscb_publish::host::SITE_CONFIG_FILES;
use lscb_wire::{Manifest, Release};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::built::{SEFTON, build, build_changed, files, repo};

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
    let app = repo("tests/fixtures/app");
    let options = BuildOptions::default();
    let build = |content: &str| to_folder(&repo(content), &app, &out, options);
    build("tests/fixtures/minimal").expect("a build");
    let before = files(folder.path());

    let error = build("tests/fixtures/invalid/raw-html").expect_err("bad content");
    assert!(
        error.to_string().contains("Nothing was written."),
        "{error}"
    );
    let error =
        to_folder(&repo("content"), &repo("tests/fixtures"), &out, options).expect_err("no app");
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
fn a_one_word_change_changes_its_page_its_bundle_the_index_and_the_release() {
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
    let [manifest, bundle, index] = new[..] else {
        panic!("not just one bundle, the index and the manifest have new names: {new:?}");
    };
    assert!(manifest.starts_with("assets/manifest."));
    assert!(bundle.starts_with("content/") && index.starts_with("search/index/manifest-"));
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
    let assets = before.keys().filter(|path| path.starts_with("assets/"));
    for asset in assets.filter(|path| !path.starts_with("assets/manifest.")) {
        assert!(
            after.contains_key(asset),
            "{asset} has another name though the app is the same"
        );
    }
}

#[test]
fn the_manifest_has_every_file_and_its_hash() {
    let release: Release = serde_json::from_str(&SEFTON.text("release.json")).expect("a release");
    let entry = release.manifest.expect("a manifest");
    let manifest: Manifest = serde_json::from_str(&SEFTON.text(&entry.file)).expect("a manifest");
    let mut files = SEFTON.files();
    let not_listed = [entry.file.as_str(), "release.json"];
    for not_listed in not_listed.into_iter().chain(SITE_CONFIG_FILES) {
        files.remove(not_listed).expect(not_listed);
    }
    let integrity =
        |bytes: &[u8]| format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)));
    let listed: Vec<_> = manifest
        .files
        .into_iter()
        .map(|entry| (entry.file, entry.integrity, entry.size))
        .collect();
    let there: Vec<_> = files
        .into_iter()
        .map(|(path, bytes)| (path, integrity(&bytes), bytes.len().to_string()))
        .collect();
    assert_eq!(listed, there);
}

/// RFC 9116: a contact and a day until which it holds, and nothing else is asked for.
#[test]
fn whom_to_tell_of_a_weakness_is_said() {
    let text = SEFTON.text(".well-known/security.txt");
    let fields: Vec<_> = text
        .lines()
        .map(|line| line.split_once(": ").expect("a field"))
        .collect();
    let of = |name: &str| {
        let mut values = fields.iter().filter(|(field, _)| *field == name);
        let value = values.next().expect(name).1;
        assert_eq!(values.next(), None, "{name} is there twice");
        value
    };
    // The office, as the contact page has it.
    assert_eq!(of("Contact"), "tel:+441519344706");
    assert!(SEFTON.text("contact/index.html").contains("0151 934 4706"));
    assert_eq!(of("Expires"), "2027-06-30T23:59:59Z");
}

#[test]
fn what_a_host_needs_is_there() {
    let files = SEFTON.files();
    for name in ["404.html", "release.json", "_redirects", "icon.svg"] {
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
}

/// The protocol wants whole addresses (sitemaps.org): without an origin there are none.
#[test]
fn a_sitemap_has_whole_addresses_or_is_not_there() {
    assert!(!SEFTON.files().contains_key("sitemap.xml"));
    let origin = "origin = \"https://www.example.org/lscb/\"\nembedders = [\"*\"]";
    let site = build_changed("site.toml", "embedders = [\"*\"]", origin);
    let sitemap = site.text("sitemap.xml");
    for route in site.pages().keys() {
        let place = format!("<loc>https://www.example.org/lscb{route}</loc>");
        assert!(sitemap.contains(&place), "{route} is not in {sitemap}");
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

/// What the keeper of a copy adds to it stands on its pages, and never in somebody's frame.
#[test]
fn only_pages_of_the_site_itself_know_of_an_overlay() {
    let files = SEFTON.files();
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    let (mut own, mut framed) = (0, 0);
    for (path, bytes) in pages {
        let html = String::from_utf8_lossy(bytes);
        let knows = html.contains(r#""overlay":"#);
        assert_eq!(knows, html.contains(" data-route="), "{path}");
        own += usize::from(knows);
        if path.starts_with("embed/") {
            let calls = html.contains("boot.") || html.contains("overlay");
            assert!(!calls, "{path}");
            framed += 1;
        }
    }
    assert!(own > 10 && framed > 10, "{own} and {framed}");
}
