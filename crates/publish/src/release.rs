//! The release: what belongs together, and its name.

use anyhow::Result;
use lscb_content::wire::{BundleEntry, RELEASE_FORMAT, Release, Shell as Furniture};

use crate::digest::Digest;
use crate::document::Documents;
use crate::shell::Shell;

/// The release of a site whose bundles are known. Its id changes with any byte that a
/// reader could get: the bundles, the app, and, by an example, what stands around a page.
pub(crate) fn release(furniture: &Furniture, shell: &Shell, bundles: Vec<BundleEntry>) -> Release {
    let example = Documents {
        furniture,
        shell,
        release: "",
    }
    .not_found();
    let mut all = format!("{furniture:?}\n{example}\n");
    for asset in [&shell.app, &shell.wasm, &shell.boot] {
        all.push_str(&asset.name);
        all.push('\n');
    }
    for bundle in &bundles {
        all.push_str(&bundle.file);
        all.push('\n');
    }
    Release {
        format: RELEASE_FORMAT.into(),
        release: Digest::of(all.as_bytes()).short(),
        title: furniture.title.clone(),
        bundles,
    }
}

/// `release.json`.
pub(crate) fn json(release: &Release) -> Result<String> {
    Ok(serde_json::to_string(release)? + "\n")
}
