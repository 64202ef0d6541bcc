//! Export of the site as one file. For reading without a web server: a zip archive or a ZIM file for
//! Kiwix, both without scripts. For hosting it elsewhere: a zip archive of the whole folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use lscb_wire::{FileEntry, MANIFEST_FORMAT, Manifest, Release};

use crate::digest::Digest;
use crate::release::{self, REBUILD_HELP, cannot_read};

mod page;
mod readme;
mod site_zip;
mod zim;
mod zip;

/// The pages and files of an export, rewritten to be read without a web server.
struct ExportSource {
    /// The release that is exported.
    release: Release,
    /// The language of its pages, as BCP 47 names it.
    language: String,
    /// Its files by their paths.
    files: BTreeMap<String, Vec<u8>>,
}

/// The files to write, each optional.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExportFiles<'a> {
    /// A zip archive, to be read in a browser once unpacked.
    pub zip: Option<&'a Path>,
    /// A ZIM file.
    pub zim: Option<&'a Path>,
    /// A zip archive of the whole folder, unchanged.
    pub site: Option<&'a Path>,
}

/// Writes the site in `dist` into `files`. Each is replaced atomically.
///
/// # Errors
/// If `dist` is not a built site or has been changed, a file cannot be written, or a program is not
/// installed.
pub fn export(dist: &Path, files: ExportFiles<'_>) -> Result<()> {
    let ExportFiles { zip, zim, site } = files;
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
        site_zip::write(dist, file)?;
    }
    if zip.or(zim).is_none() {
        return Ok(());
    }
    let source = ExportSource::read(dist)?;
    if let Some(file) = zip {
        zip::write(&source, file)?;
    }
    if let Some(file) = zim {
        zim::write(&source, file)?;
    }
    Ok(())
}

impl ExportSource {
    /// Reads the pages of the site in `dist` and the files that they refer to.
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

        let (mut files, mut referenced) = (BTreeMap::new(), BTreeSet::new());
        let mut language = String::new();
        for (path, bytes) in &all {
            let html = match std::str::from_utf8(bytes) {
                Ok(html) if path.ends_with(".html") && page::is_page(html) => html,
                _ => continue,
            };
            let page = page::rewrite(path, html)?;
            referenced.extend(page.files);
            language = page.language;
            files.insert(path.clone(), page.html.into_bytes());
        }
        for file in referenced {
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

/// Reads a file of the site and checks its hash.
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
