//! The release: its id, and `release.json`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use lscb_content::Site;
use lscb_wire::{BundleEntry, FileEntry, RELEASE_FORMAT, Release, Shell};

use crate::app_assets::AppAssets;
use crate::day::Day;
use crate::digest::Digest;
use crate::document::Documents;
use crate::manifest::Listing;
use crate::previous_release::PreviousRelease;

/// The release of a site whose files have all been written, except the pages, which contain its
/// id.
pub(crate) fn release(
    site: &Site,
    id: String,
    bundles: Vec<BundleEntry>,
    search: FileEntry,
    previous: Option<&PreviousRelease>,
) -> Release {
    Release {
        format: RELEASE_FORMAT.into(),
        release: id,
        number: previous.map_or(1, PreviousRelease::next_number).to_string(),
        title: site.settings.title.clone(),
        short_title: site.settings.short_title.clone(),
        bundles,
        search: Some(search),
        published: Day::of_build().map(|day| day.to_string()),
        sw: site.settings.end_copies.then(|| "off".to_owned()),
        manifest: None,
        withdrawn: site.withdrawn(),
    }
}

/// The id of a release. It changes with any byte that a reader could receive: it is a hash of the
/// files written so far and, as a sample of the markup common to all pages, the page for missing
/// addresses.
pub(crate) fn id(shell: &Shell, assets: &AppAssets, written: &Listing) -> String {
    let example = Documents {
        shell,
        assets,
        is_embeddable: false,
        release: "",
    }
    .not_found();
    let mut all = format!("{shell:?}\n{example}\n");
    for FileEntry {
        file, integrity, ..
    } in written.files()
    {
        let _ = writeln!(all, "{integrity} {file}");
    }
    Digest::of(all.as_bytes()).short()
}

/// `release.json`.
pub(crate) fn json(release: &Release) -> Result<String> {
    Ok(serde_json::to_string(release)? + "\n")
}

/// The remedy for a folder that is not as this program writes it.
pub(crate) const REBUILD_HELP: &str = "Build the site again: `cargo xtask build --release`.";

/// The release of the site in the folder `dist`.
///
/// # Errors
/// If there is no such folder, no site in it, or one of another version.
pub(crate) fn read(dist: &Path) -> Result<Release> {
    let shown = dist.display();
    ensure!(
        dist.is_dir(),
        "There is no folder {shown}. Name the folder of a built site with --dist."
    );
    let name = dist.join("release.json");
    ensure!(
        name.is_file(),
        "{shown} is not a built site: it has no release.json. {REBUILD_HELP}"
    );
    let release = fs::read(&name).with_context(|| cannot_read(&name))?;
    serde_json::from_slice(&release)
        .ok()
        .filter(|release: &Release| release.format == RELEASE_FORMAT)
        .with_context(|| {
            let name = name.display();
            format!("{name} is damaged, or of another version of this program. {REBUILD_HELP}")
        })
}

/// The message about a missing or unreadable file of a built site.
pub(crate) fn cannot_read(path: &Path) -> String {
    format!(
        "{} is missing or cannot be read. {REBUILD_HELP}",
        path.display()
    )
}
