//! What the browser fetches: the release, and the bundles that it names.

use std::fmt::Write as _;
use std::fs;

use lscb_wire::{BUNDLE_FORMAT, Bundle, Release};
use tempfile::TempDir;

use crate::built::{Built, SEFTON, build, files, repo};

fn release(site: &Built) -> Release {
    serde_json::from_str(&site.text("release.json")).expect("a release")
}

fn bundle(site: &Built, file: &str) -> Bundle {
    serde_json::from_str(&site.text(file)).expect("a bundle")
}

/// Holds a built site to the contract: every page is in the bundle that the release names
/// for it, and in no other.
fn check(site: &Built) {
    let release = release(site);
    let mut seen = 0;
    for entry in &release.bundles {
        let text = site.text(&entry.file);
        assert_eq!(
            text.len().to_string(),
            entry.size,
            "{} has another size",
            entry.file
        );
        let bundle = bundle(site, &entry.file);
        assert_eq!(bundle.format, BUNDLE_FORMAT);
        assert_eq!(
            bundle.pages.first().map(|page| &page.path),
            Some(&entry.from)
        );
        for page in &bundle.pages {
            let named = release.bundle_of(&page.path).map(|entry| &entry.file);
            assert_eq!(
                named,
                Some(&entry.file),
                "{} is looked for elsewhere",
                page.path
            );
            let menu = bundle.page(&page.path).and_then(|(_, menu)| menu);
            assert_eq!(
                page.menu.is_empty(),
                menu.is_none(),
                "{} lacks its menu",
                page.path
            );
            seen += 1;
        }
    }
    assert_eq!(seen, site.pages().len());
}

#[test]
fn the_sefton_text_comes_in_small_bundles() {
    check(&SEFTON);
    let bundles = release(&SEFTON).bundles;
    assert!((5..=8).contains(&bundles.len()), "{bundles:?}");
    for entry in &bundles {
        let pages = bundle(&SEFTON, &entry.file).pages.len();
        let size: usize = entry.size.parse().expect("a number");
        assert!(size < 20 * 1024 || pages == 1, "{entry:?}");
    }
}

#[test]
fn integrity_is_what_a_browser_computes() {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    use sha2::Digest as _;
    for entry in release(&SEFTON).bundles {
        let digest = sha2::Sha256::digest(SEFTON.text(&entry.file));
        assert_eq!(
            entry.integrity,
            format!("sha256-{}", BASE64_STANDARD.encode(digest))
        );
    }
}

#[test]
fn a_large_site_is_packed_by_section() {
    let folder = TempDir::new().expect("a temporary folder");
    for (path, bytes) in files(&repo("tests/fixtures/minimal")) {
        let file = folder.path().join(&path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }
    let page = |title: &str, words: usize| {
        let mut text = format!("+++\ntitle = \"{title}\"\nsummary = \"About {title}.\"\n+++\n\n");
        for word in 0..words {
            let _ = write!(text, "word{word} ");
        }
        text
    };
    // Two sections that fit together, one that has to be split, one page too large for any.
    for (section, pages, words) in [
        ("aa", 3, 200),
        ("bb", 3, 200),
        ("cc", 30, 800),
        ("dd", 1, 20_000),
    ] {
        let section_folder = folder.path().join(section);
        fs::create_dir_all(&section_folder).expect("a folder");
        fs::write(section_folder.join("index.md"), page(section, words)).expect("a file");
        for number in 1..pages {
            let name = section_folder.join(format!("p{number}.md"));
            fs::write(name, page(&format!("{section} {number}"), words)).expect("a file");
        }
    }
    let site = build(folder.path());
    check(&site);
    let release = release(&site);
    assert!(release.bundles.len() >= 4, "{:?}", release.bundles);
    for entry in &release.bundles {
        let pages = bundle(&site, &entry.file).pages.len();
        let size: usize = entry.size.parse().expect("a number");
        assert!(
            size < 100 * 1024 || pages == 1,
            "{} is {size} bytes",
            entry.file
        );
    }
    let first = bundle(&site, &release.bundles[0].file);
    assert!(
        first.page("/aa/p1/").is_some() && first.page("/bb/p1/").is_some(),
        "small sections travel together"
    );
}
