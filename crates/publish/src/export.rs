//! The site as one file. For readers without a web server: a zip archive that is read from its
//! folder, or a ZIM file for Kiwix; scripts and what serves them alone stay behind. For those
//! who put it on a server of their own: a zip archive of the whole folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use lscb_wire::{FileEntry, MANIFEST_FORMAT, Manifest, Release};

use crate::digest::Digest;
use crate::release::{self, REBUILD_HELP, cannot_read};

mod page;
mod readme;
mod whole;
mod zim;
mod zip;

/// A site that can be read from a folder.
struct Edition {
    /// The release that it was made of.
    release: Release,
    /// The language of its pages, as BCP 47 names it.
    language: String,
    /// Its files by their paths.
    files: BTreeMap<String, Vec<u8>>,
}

/// The files to write.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// A zip archive to be read from its folder.
    pub zip: Option<&'a Path>,
    /// A ZIM file.
    pub zim: Option<&'a Path>,
    /// A zip archive of the folder as it is.
    pub site: Option<&'a Path>,
}

/// Writes the site in `dist` into the files that are wanted. Each is put in place as a whole.
///
/// # Errors
/// In words for whoever asked: no built site, one that was changed by hand, a place that
/// cannot be written, or a program that is not installed.
pub fn export(dist: &Path, wanted: Wanted<'_>) -> Result<()> {
    let Wanted { zip, zim, site } = wanted;
    if zim.is_some() {
        zim::ensure_installed()?;
    }
    for file in zip.iter().chain(&zim).chain(&site) {
        let folder = file.parent().unwrap_or(Path::new(""));
        ensure!(
            folder.as_os_str().is_empty() || folder.is_dir(),
            "There is no folder {} to write into. Make it, or choose another place.",
            folder.display()
        );
        ensure!(
            !file.is_dir(),
            "{} is a folder. Name a file.",
            file.display()
        );
    }
    if let Some(file) = site {
        whole::write(dist, file)?;
    }
    if zip.or(zim).is_none() {
        return Ok(());
    }
    let edition = Edition::read(dist)?;
    if let Some(file) = zip {
        zip::write(&edition, file)?;
    }
    if let Some(file) = zim {
        zim::write(&edition, file)?;
    }
    Ok(())
}

impl Edition {
    /// The pages of the site in `dist`, and the files that they lead to or show.
    fn read(dist: &Path) -> Result<Self> {
        let release = release::read(dist)?;
        let entry = release.manifest.as_ref().with_context(|| {
            format!(
                "{} has no list of its files. {REBUILD_HELP}",
                dist.display()
            )
        })?;
        let list = read(dist, entry)?;
        let manifest: Manifest = serde_json::from_slice(&list)
            .ok()
            .filter(|manifest: &Manifest| manifest.format == MANIFEST_FORMAT)
            .with_context(|| format!("{} is of another version. {REBUILD_HELP}", entry.file))?;
        let mut all = BTreeMap::new();
        let mut problems = Vec::new();
        for entry in &manifest.files {
            match read(dist, entry) {
                Ok(bytes) => drop(all.insert(entry.file.clone(), bytes)),
                Err(error) => problems.push(error.to_string()),
            }
        }
        ensure!(problems.is_empty(), "{}", problems.join("\n"));

        let (mut files, mut wanted) = (BTreeMap::new(), BTreeSet::new());
        let mut language = String::new();
        for (path, bytes) in &all {
            let html = match std::str::from_utf8(bytes) {
                Ok(html) if path.ends_with(".html") && page::is_page(html) => html,
                _ => continue,
            };
            let page = page::rewritten(path, html)?;
            wanted.extend(page.files);
            language = page.language;
            files.insert(path.clone(), page.html.into_bytes());
        }
        for file in wanted {
            if let (false, Some(bytes)) = (files.contains_key(&file), all.remove(&file)) {
                files.insert(file, bytes);
            }
        }
        Ok(Self {
            release,
            language,
            files,
        })
    }
}

/// A file of the site, if it is as it was built.
fn read(dist: &Path, entry: &FileEntry) -> Result<Vec<u8>> {
    let path = dist.join(&entry.file);
    let bytes = fs::read(&path).with_context(|| cannot_read(&path))?;
    ensure!(
        Digest::of(&bytes).integrity() == entry.integrity,
        "{} was changed after the site was built. {REBUILD_HELP}",
        path.display()
    );
    Ok(bytes)
}
