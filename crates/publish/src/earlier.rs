//! The previous release. Its documents are still open in browsers when a new one is deployed, and
//! will ask for its files: those with their hash in their name are kept for a while.

use std::path::PathBuf;

use anyhow::{Result, anyhow};
use lscb_wire::{FileEntry, InlineDigests, KeptEntry};

use crate::day::Day;
use crate::manifest::Listing;
use crate::output_dir::OutputDir;
use crate::published::{Published, refusal};
use crate::received::{is_hashed, number_of};

/// Where the release before this one is, and how long its files are kept.
#[derive(Clone, Debug)]
pub struct Previous {
    /// The folder as it was built.
    pub folder: PathBuf,
    /// For how many days a file is kept that no release asks for any more.
    pub keep_days: u32,
}

/// For how many days files are kept unless the builder says otherwise.
pub const KEEP_DAYS: u32 = 90;

/// The release before this one, every file of it held against its manifest.
pub(crate) struct Earlier {
    published: Published,
    number: u64,
    keep_days: u32,
}

impl Earlier {
    /// Opens it.
    ///
    /// # Errors
    /// With every problem, if the folder is not a built site or not as it was built.
    pub(crate) fn open(previous: &Previous) -> Result<Self> {
        let refused = |problems: &[String]| {
            let then = "Nothing was written. Name the folder of the earlier release as it was \
                        built, or build without --previous.";
            refusal(&previous.folder, problems, then)
        };
        let published = Published::open(&previous.folder).map_err(|it| refused(&it))?;
        let problems = published.problems();
        match number_of(&published.release) {
            Some(number) if problems.is_empty() => Ok(Self {
                published,
                number,
                keep_days: previous.keep_days,
            }),
            _ => Err(refused(&problems)),
        }
    }

    /// What its pages hold inline.
    pub(crate) fn inline(&self) -> &InlineDigests {
        &self.published.manifest.inline
    }

    /// The number of the release after it.
    pub(crate) fn next_number(&self) -> u64 {
        self.number + 1
    }

    /// Copies the files that a document of it or of one before it may still ask for and that
    /// the new release has not. `today` is the first day of the new release.
    ///
    /// What may hold the words of a review that has been withdrawn since is left behind.
    pub(crate) fn keep(
        &self,
        output_dir: &OutputDir,
        listing: &Listing,
        withdrawn: &[String],
        today: Option<Day>,
    ) -> Result<Vec<KeptEntry>> {
        let before = &self.published.release.withdrawn;
        let has_withdrawn = withdrawn.iter().any(|review| !before.contains(review));
        let wanted = |entry: &FileEntry| {
            is_hashed(&entry.file)
                && !listing.has(&entry.file)
                && !(has_withdrawn && has_words(&entry.file))
        };
        let manifest = &self.published.manifest;
        let its_own = manifest
            .files
            .iter()
            .chain([&self.published.manifest_entry]);
        let its_own = its_own.map(|file| KeptEntry {
            file: file.clone(),
            since: None,
        });
        let kept = its_own.chain(manifest.kept.iter().cloned());
        let mut kept: Vec<KeptEntry> = kept
            .filter(|kept| wanted(&kept.file) && !self.is_over(kept, today))
            .map(|kept| KeptEntry {
                since: kept.since.or(today.map(|day| day.to_string())),
                ..kept
            })
            .collect();
        kept.sort_by(|a, b| a.file.file.cmp(&b.file.file));
        for KeptEntry { file, .. } in &kept {
            // Once more against its hash: it may have been changed since.
            let bytes = self.published.read(file);
            let problem = |it: String| anyhow!("{}: {it}", file.file);
            output_dir.write(&file.file, &bytes.map_err(problem)?)?;
        }
        Ok(kept)
    }

    fn is_over(&self, kept: &KeptEntry, today: Option<Day>) -> bool {
        let since = kept.since.as_deref().and_then(Day::parse);
        let (Some(since), Some(today)) = (since, today) else {
            // Nobody knows for how long.
            return false;
        };
        today.days_after(since) > i64::from(self.keep_days)
    }
}

/// Whether a file may hold words of the site, or the names of its documents.
fn has_words(path: &str) -> bool {
    !path.starts_with("assets/") || path.starts_with("assets/manifest.")
}
