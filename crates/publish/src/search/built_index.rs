//! The index of a built site, read back from its folder.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use libdeflater::{DecompressionError, Decompressor};
use lscb_search::{IndexError, SearchQuery, SearchResults, Searcher, Step, nfkd_lower};

use crate::digest::Digest;
use crate::release::{self, REBUILD_HELP, cannot_read};

/// The largest size of an index file once decompressed, in bytes.
const MAX_SIZE: usize = 64 * 1024 * 1024;

/// The index of a built site, read as a browser reads it: file by file, as needed.
pub struct BuiltIndex {
    folder: PathBuf,
    searcher: Searcher,
}

impl BuiltIndex {
    /// Opens the index of the site in `dist`.
    ///
    /// # Errors
    /// If there is no such folder, site or index, or a file is missing, damaged or of another
    /// version.
    pub fn open(dist: &Path) -> Result<Self> {
        let release = release::read(dist)?;
        let search = release.search.with_context(|| {
            let shown = dist.display();
            format!("The site in {shown} was built without a search index. {REBUILD_HELP}")
        })?;
        let manifest = dist.join(&search.file);
        let stored = fs::read(&manifest).with_context(|| cannot_read(&manifest))?;
        let searcher = inflate(&stored).and_then(|bytes| Searcher::open(&bytes, nfkd_lower));
        let searcher = searcher.map_err(|error| unusable(&manifest, error))?;
        ensure!(
            Digest::of(&stored).integrity() == search.integrity,
            unusable(&manifest, IndexError::Damaged)
        );
        Ok(Self {
            searcher,
            // The other files are beside it.
            folder: manifest.parent().unwrap_or(dist).to_owned(),
        })
    }

    /// Runs a query, and reads the files that it needs.
    ///
    /// # Errors
    /// When one of them is missing or damaged.
    pub fn ask(&mut self, query: &SearchQuery) -> Result<SearchResults> {
        loop {
            match self.searcher.search(query) {
                Step::Done(results) => return Ok(results),
                Step::Fetch(names) => {
                    for name in names {
                        let file = self.folder.join(&name);
                        let stored = fs::read(&file).with_context(|| cannot_read(&file))?;
                        let bytes = inflate(&stored);
                        let inserted = bytes.and_then(|bytes| self.searcher.insert(&name, &bytes));
                        inserted.map_err(|error| unusable(&file, error))?;
                    }
                }
            }
        }
    }
}

/// Decompresses a stored file.
fn inflate(stored: &[u8]) -> Result<Vec<u8>, IndexError> {
    // Raw DEFLATE does not record the decompressed size.
    let mut size = (stored.len() * 8).max(1024);
    while size <= MAX_SIZE {
        let mut bytes = vec![0; size];
        match Decompressor::new().deflate_decompress(stored, &mut bytes) {
            Ok(length) => {
                bytes.truncate(length);
                return Ok(bytes);
            }
            Err(DecompressionError::InsufficientSpace) => size *= 2,
            Err(DecompressionError::BadData) => break,
        }
    }
    Err(IndexError::Damaged)
}

fn unusable(path: &Path, error: IndexError) -> anyhow::Error {
    let what = match error {
        IndexError::Version => "of another version of this program",
        IndexError::Damaged => "damaged",
    };
    anyhow!("{} is {what}. {REBUILD_HELP}", path.display())
}
