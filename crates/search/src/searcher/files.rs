//! The index files that the searcher holds, and those that are known to be unavailable.

use super::lookup::Lookup;
use crate::IndexError;
use crate::format::content_hash::ContentHash;

/// The files of an index, as far as they have been handed over.
#[derive(Clone, Debug, Default)]
pub(super) struct Files {
    /// In the order of their hashes.
    held: Vec<(ContentHash, Vec<u8>)>,
    unavailable: Vec<ContentHash>,
}

impl Files {
    /// Takes over the files that a manifest has inlined.
    pub(super) fn from_inlined(inlined: Vec<Vec<u8>>) -> Self {
        let mut files = Self::default();
        for bytes in inlined {
            files.hold(ContentHash::of(&bytes), bytes);
        }
        files
    }

    /// A file, or why it is not here.
    pub(super) fn get(&self, hash: ContentHash) -> Lookup<&[u8]> {
        match self.held.binary_search_by_key(&hash, |held| held.0) {
            Ok(place) => Lookup::Ready(&self.held[place].1),
            Err(_) if self.unavailable.contains(&hash) => Lookup::Unavailable,
            Err(_) => Lookup::Pending,
        }
    }

    fn hold(&mut self, hash: ContentHash, bytes: Vec<u8>) {
        if let Err(place) = self.held.binary_search_by_key(&hash, |held| held.0) {
            self.held.insert(place, (hash, bytes));
        }
    }

    pub(super) fn insert(&mut self, name: &str, bytes: &[u8]) -> Result<(), IndexError> {
        // A fuzzer that had to find the bytes of a hash would never get further than here.
        let hash = match cfg!(fuzzing) {
            true => ContentHash::parse(name).ok_or(IndexError::Damaged)?,
            false => ContentHash::of(bytes),
        };
        if hash.file_name() != name {
            return Err(IndexError::Damaged);
        }
        self.hold(hash, bytes.to_vec());
        self.unavailable.retain(|unavailable| *unavailable != hash);
        Ok(())
    }

    /// Holds bytes under a hash that is not theirs.
    #[cfg(all(test, feature = "indexer"))]
    pub(super) fn replace(&mut self, hash: ContentHash, bytes: Vec<u8>) {
        self.held.retain(|held| held.0 != hash);
        self.hold(hash, bytes);
    }

    pub(super) fn mark_unavailable(&mut self, name: &str) {
        self.unavailable.extend(ContentHash::parse(name));
    }

    pub(super) fn retry_unavailable(&mut self) {
        self.unavailable.clear();
    }
}
