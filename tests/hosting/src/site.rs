//! The site that is hosted, and what its policy asks of a host.

use std::path::{Path, PathBuf};
use std::{env, fs};

use lscb_publish::deploy;
use lscb_publish::policy::{Policy, Profile};
use lscb_wire::{FileEntry, Manifest, Release};

/// A built site.
pub struct Site {
    /// Its folder.
    pub dist: PathBuf,
    /// How it should be sent.
    pub policy: Policy,
    /// Its files.
    pub files: Vec<FileEntry>,
}

impl Site {
    /// The site in `LSCB_DIST`, for hosts set up for `profile`.
    ///
    /// # Panics
    /// If it is not a built site.
    pub fn built(profile: Profile) -> Self {
        let dist: PathBuf = variable("LSCB_DIST").into();
        let policy = deploy::read(&dist, Some(&profile)).expect("a built site");
        let read = |name: &str| fs::read_to_string(dist.join(name)).expect("a file of the site");
        let release: Release = serde_json::from_str(&read("release.json")).expect("a release");
        let manifest = release.manifest.expect("a manifest").file;
        let manifest: Manifest = serde_json::from_str(&read(&manifest)).expect("a manifest");
        let files = manifest.files;
        Self {
            dist,
            policy,
            files,
        }
    }

    /// What readers ask for, as addresses from the base: each page, and with each of them what a
    /// first visit fetches.
    pub fn mix(&self) -> Vec<&str> {
        let pages = self.files.iter().map(|entry| entry.file.as_str());
        let pages = pages.filter_map(|file| file.strip_suffix("index.html"));
        let old = |page: &&str| {
            self.policy
                .moved
                .iter()
                .any(|(from, _)| page.starts_with(from))
        };
        let with: Vec<&str> = self
            .files
            .iter()
            .map(|entry| entry.file.as_str())
            .filter(|file| file.starts_with("assets/") || file.starts_with("content/"))
            .chain(["release.json", "icon.svg"])
            .collect();
        let visit = |page| [page].into_iter().chain(with.iter().copied());
        pages
            .filter(|page| page.is_empty() || !old(page))
            .flat_map(visit)
            .collect()
    }

    /// The bytes of a file of the site.
    ///
    /// # Panics
    /// If it is not there.
    pub fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.dist.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The size of a file's compressed copy, if it has one.
    pub fn compressed_size(&self, path: &str, extension: &str) -> Option<u64> {
        let copy = self.dist.join(format!("{path}.{extension}"));
        fs::metadata(copy).ok().map(|data| data.len())
    }
}

/// The folder of an installed tool whose name begins with `name`.
///
/// # Panics
/// If it is not installed.
pub fn tool(name: &str) -> PathBuf {
    let tools = variable("LSCB_TOOLS");
    let entries = fs::read_dir(Path::new(&tools)).expect("the folder of tools");
    let mut found: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            file.strip_prefix(name)
                .is_some_and(|rest| rest.starts_with('-'))
        })
        .collect();
    found.sort();
    let found = found.pop();
    found.unwrap_or_else(|| panic!("{name} is not installed: run `cargo xtask tools`"))
}

/// A variable that `cargo xtask test` sets.
///
/// # Panics
/// If it is not set.
pub fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run `cargo xtask test`"))
}
