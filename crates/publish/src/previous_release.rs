//! The previous release. Its pages are still open in browsers when a new release is deployed, and
//! request its files, so those with a hash in their name are retained for some time.

use std::path::PathBuf;

use anyhow::{Result, anyhow};
use lscb_wire::{FileEntry, InlineDigests, KeptEntry};

use crate::day::Day;
use crate::manifest::Listing;
use crate::output_dir::OutputDir;
use crate::published::{Published, refusal};
use crate::received::{is_hashed, number_of};

/// The folder of the previous release, and how long its files are retained.
#[derive(Clone, Debug)]
pub struct PreviousOptions {
    /// The folder as it was built.
    pub folder: PathBuf,
    /// For how many days a file is retained after the last release that refers to it.
    pub keep_days: u32,
}

/// The default of [`PreviousOptions::keep_days`].
pub const KEEP_DAYS: u32 = 90;

/// The release before this one, after every file has been checked against its manifest.
pub(crate) struct PreviousRelease {
    published: Published,
    number: u64,
    keep_days: u32,
}

impl PreviousRelease {
    /// Opens the folder and checks all of its files.
    ///
    /// # Errors
    /// Lists every problem if the folder is not a built site or has been changed since it was built.
    pub(crate) fn open(previous: &PreviousOptions) -> Result<Self> {
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

    /// The digests of its inline scripts and styles.
    pub(crate) fn inline(&self) -> &InlineDigests {
        &self.published.manifest.inline
    }

    /// The number of the release after it.
    pub(crate) fn next_number(&self) -> u64 {
        self.number + 1
    }

    /// Copies the files that pages of this or an earlier release may still request and that the
    /// new release does not have. `today` is the day on which the new release is published.
    ///
    /// Files that may contain the text of a review withdrawn since are not copied.
    pub(crate) fn copy_retained(
        &self,
        output_dir: &OutputDir,
        listing: &Listing,
        withdrawn: &[String],
        today: Option<Day>,
    ) -> Result<Vec<KeptEntry>> {
        let before = &self.published.release.withdrawn;
        let has_withdrawn = withdrawn.iter().any(|review| !before.contains(review));
        let is_retained = |entry: &FileEntry| {
            is_hashed(&entry.file)
                && !listing.has(&entry.file)
                && !(has_withdrawn && may_have_content(&entry.file))
        };
        let manifest = &self.published.manifest;
        let own = manifest
            .files
            .iter()
            .chain([&self.published.manifest_entry]);
        let own = own.map(|file| KeptEntry {
            file: file.clone(),
            since: None,
        });
        let kept = own.chain(manifest.kept.iter().cloned());
        let mut kept: Vec<KeptEntry> = kept
            .filter(|kept| is_retained(&kept.file) && !self.is_expired(kept, today))
            .map(|kept| KeptEntry {
                since: kept.since.or(today.map(|day| day.to_string())),
                ..kept
            })
            .collect();
        kept.sort_by(|a, b| a.file.file.cmp(&b.file.file));
        for KeptEntry { file, .. } in &kept {
            // The hash is checked again: the file may have been changed since.
            let bytes = self.published.read(file);
            let problem = |it: String| anyhow!("{}: {it}", file.file);
            output_dir.write(&file.file, &bytes.map_err(problem)?)?;
        }
        Ok(kept)
    }

    fn is_expired(&self, kept: &KeptEntry, today: Option<Day>) -> bool {
        let since = kept.since.as_deref().and_then(Day::parse);
        let (Some(since), Some(today)) = (since, today) else {
            // Without both dates the age is unknown.
            return false;
        };
        today.days_after(since) > i64::from(self.keep_days)
    }
}

/// Whether a file may contain text of the site or the names of its documents.
fn may_have_content(path: &str) -> bool {
    !path.starts_with("assets/") || path.starts_with("assets/manifest.")
}
