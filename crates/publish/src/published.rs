//! A built site in a folder. It is treated as untrusted input, since it may have been edited.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use lscb_wire::{FileEntry, Manifest, Release};
use rayon::prelude::*;

use crate::digest::Digest;
use crate::received::{self, Problems};

/// A built site whose `release.json` and manifest are valid.
pub(crate) struct Published {
    root: PathBuf,
    /// `release.json`, byte for byte.
    pub(crate) json: Vec<u8>,
    /// `release.json`, parsed.
    pub(crate) release: Release,
    /// The entry of the manifest in `release.json`.
    pub(crate) manifest_entry: FileEntry,
    /// The manifest, parsed.
    pub(crate) manifest: Manifest,
}

impl Published {
    /// Opens a folder. Only `release.json` and the manifest are checked;
    /// [`problems`](Self::problems) checks the other files.
    pub(crate) fn open(folder: &Path) -> Result<Self, Problems> {
        let of = |file: &str, problems: Problems| -> Problems {
            let named = problems.iter().map(|it| format!("{file}: {it}"));
            named.collect()
        };
        if !folder.is_dir() {
            return Err(vec!["There is no such folder.".into()]);
        }
        let root = folder
            .canonicalize()
            .map_err(|error| vec![format!("It cannot be read ({error}).")])?;
        let name = "release.json";
        let json = match fs::metadata(root.join(name)) {
            Ok(found) if found.len() > received::MAX_RELEASE => {
                return Err(of(name, vec!["It is too large to be one.".into()]));
            }
            Ok(_) => fs::read(root.join(name)),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(vec![
                    "It is not a built site: it has no release.json.".into(),
                ]);
            }
            Err(error) => Err(error),
        };
        let json = json.map_err(|error| of(name, vec![format!("It cannot be read ({error}).")]))?;
        let release = received::release(&json).map_err(|problems| of(name, problems))?;
        let Some(manifest_entry) = release.manifest.clone() else {
            return Err(of(name, vec!["It names no manifest.".into()]));
        };
        let name = &manifest_entry.file;
        let bytes = read(&root, &manifest_entry).map_err(|problem| of(name, vec![problem]))?;
        let manifest = received::manifest(&bytes).map_err(|problems| of(name, problems))?;
        Ok(Self {
            root,
            json,
            release,
            manifest_entry,
            manifest,
        })
    }

    /// Compares the size and hash of every file with its entry in the manifest.
    pub(crate) fn problems(&self) -> Problems {
        let files: Vec<&FileEntry> = self.files().collect();
        let problem = |entry: &&FileEntry| {
            let problem = self.read(entry).err()?;
            Some(format!("{}: {problem}", entry.file))
        };
        files.par_iter().filter_map(problem).collect()
    }

    /// The files of the release, then those retained from earlier releases.
    pub(crate) fn files(&self) -> impl Iterator<Item = &FileEntry> {
        let kept = self.manifest.kept.iter().map(|kept| &kept.file);
        self.manifest.files.iter().chain(kept)
    }

    /// Reads a file and checks it against `entry`. The error is a sentence.
    pub(crate) fn read(&self, entry: &FileEntry) -> Result<Vec<u8>, String> {
        read(&self.root, entry)
    }
}

fn read(root: &Path, entry: &FileEntry) -> Result<Vec<u8>, String> {
    let unreadable = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => "It is missing.".to_owned(),
        _ => format!("It cannot be read ({error})."),
    };
    let other = || "It is not the file that was built: its bytes are others.".to_owned();
    let file = root.join(&entry.file).canonicalize().map_err(unreadable)?;
    if !file.starts_with(root) {
        return Err("A symbolic link leads out of the folder.".into());
    }
    let size = fs::metadata(&file).map_err(unreadable)?.len();
    if size.to_string() != entry.size {
        return Err(other());
    }
    let bytes = fs::read(&file).map_err(unreadable)?;
    match Digest::of(&bytes).integrity() == entry.integrity {
        true => Ok(bytes),
        false => Err(other()),
    }
}

/// The error that lists the problems of a folder; `then` says what to do next.
pub(crate) fn refusal(folder: &Path, problems: &[String], then: &str) -> anyhow::Error {
    /// How many problems are listed; the rest are counted.
    const MAX_LISTED: usize = 100;
    let mut lines: Vec<&str> = problems
        .iter()
        .take(MAX_LISTED)
        .map(String::as_str)
        .collect();
    let more = problems.len().saturating_sub(MAX_LISTED);
    let rest = format!("… and {more} more.");
    if more > 0 {
        lines.push(&rest);
    }
    let count = match problems.len() {
        1 => "1 problem".to_owned(),
        many => format!("{many} problems"),
    };
    let lines = lines.join("\n");
    anyhow!("{lines}\n{count} in {}. {then}", folder.display())
}
