//! The manifest: every file of the release, with its digest and its size.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use lscb_wire::{FileEntry, Manifest};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::digest::Digest;
use crate::output_dir::OutputDir;

/// The files of a release by their paths.
#[derive(Default)]
pub(crate) struct Listing(BTreeMap<String, FileEntry>);

impl Listing {
    /// Adds the files written since the last update.
    pub(crate) fn update(&mut self, output_dir: &OutputDir) -> Result<()> {
        let mut new = Vec::new();
        for entry in WalkDir::new(output_dir.root()) {
            let entry = entry?;
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(output_dir.root())?;
                let path = path.to_str().context("the name of a file is not Unicode")?;
                let path = path.replace(std::path::MAIN_SEPARATOR, "/");
                if !self.has(&path) {
                    new.push(path);
                }
            }
        }
        let listed = |path: String| -> Result<(String, FileEntry)> {
            let file = output_dir.root().join(&path);
            let bytes =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            Ok((path.clone(), file_entry(path, &bytes)))
        };
        let new: Vec<_> = new.into_par_iter().map(listed).collect::<Result<_>>()?;
        self.0.extend(new);
        Ok(())
    }

    /// Whether the release has a file at that path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// The files in the order of their paths, to be kept.
    pub(crate) fn into_files(self) -> Vec<FileEntry> {
        self.0.into_values().collect()
    }

    /// The files in the order of their paths.
    pub(crate) fn files(&self) -> impl Iterator<Item = &FileEntry> {
        self.0.values()
    }
}

/// Writes the manifest of a release among the assets, before compressed copies are
/// made of them. Configuration files of hosts are not listed: hosts do not send them.
pub(crate) fn write(output_dir: &OutputDir, manifest: &Manifest) -> Result<FileEntry> {
    let json = serde_json::to_string(manifest)? + "\n";
    let name = Digest::of(json.as_bytes()).short();
    let entry = file_entry(format!("assets/manifest.{name}.json"), json.as_bytes());
    output_dir.write(&entry.file, json.as_bytes())?;
    Ok(entry)
}

/// The entry of a file at `path` that holds `bytes`.
pub(crate) fn file_entry(path: String, bytes: &[u8]) -> FileEntry {
    FileEntry {
        file: path,
        integrity: Digest::of(bytes).integrity(),
        size: bytes.len().to_string(),
    }
}
