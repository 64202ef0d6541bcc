//! The files of the index: what the release says of them, and that nothing needs to know them.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use lscb_publish::build::BuildOptions;
use lscb_wire::{FileEntry, Release};
use sha2::Digest as _;

use crate::built::{Built, SEFTON, build_with, repo};

fn entry(site: &Built) -> FileEntry {
    let release: Release = serde_json::from_str(&site.text("release.json")).expect("a release");
    release.search.expect("an index")
}

#[test]
fn the_release_names_the_root_with_its_size_and_its_integrity() {
    let entry = entry(&SEFTON);
    let files = SEFTON.files();
    let stored = files.get(&entry.file).expect("the root");
    assert_eq!(entry.size, stored.len().to_string());
    let digest = sha2::Sha256::digest(stored);
    let integrity = format!("sha256-{}", BASE64_STANDARD.encode(digest));
    assert_eq!(entry.integrity, integrity);
    let name: String = digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(entry.file, format!("search/index/manifest-{name}.bin"));
}

/// The bytes of the whole index of Sefton's site, as stored. Pagefind's is 28 kB.
const MAX_BYTES: usize = 18_500;

#[test]
fn the_whole_sefton_index_comes_in_one_small_file() {
    let files = SEFTON.files();
    let index: Vec<_> = files
        .iter()
        .filter(|(path, _)| path.starts_with("search/index/"))
        .collect();
    assert_eq!(index.len(), 1);
    let size = index[0].1.len();
    assert!(size <= MAX_BYTES, "{size} bytes");
}

#[test]
fn the_index_is_compressed_already() {
    let compressed = BuildOptions {
        compressed: true,
        ..BuildOptions::default()
    };
    let site = build_with(&repo("tests/fixtures/minimal"), compressed);
    let entry = entry(&site);
    let files = site.files();
    assert!(files.contains_key(&entry.file));
    for extension in ["br", "gz", "zst"] {
        let copy = format!("{}.{extension}", entry.file);
        assert!(!files.contains_key(&copy), "{copy} is of no use");
    }
}
