//! What the indexer makes: files by their content hash.

use std::collections::BTreeMap;

use crate::format::content_hash::ContentHash;

/// An index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// The manifest. Its file name is the caller's to choose.
    pub manifest: Vec<u8>,
    /// The other files, each once, in the order of their names. None for a small site.
    pub files: Vec<File>,
}

/// A file of the index beside its manifest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct File {
    /// As [`Step::Fetch`](crate::Step::Fetch) asks for it.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Files by content hash. Two that hold the same are one.
#[derive(Default)]
pub(super) struct FileSet(BTreeMap<ContentHash, Vec<u8>>);

impl FileSet {
    pub(super) fn add(&mut self, bytes: Vec<u8>) -> ContentHash {
        let hash = ContentHash::of(&bytes);
        self.0.insert(hash, bytes);
        hash
    }

    /// All files, in the order of their names.
    pub(super) fn into_files(self) -> Vec<File> {
        let files = self.0.into_iter().map(|(hash, bytes)| File {
            name: hash.file_name(),
            bytes,
        });
        files.collect()
    }

    /// The bytes of all files, in the order of their names; none are left.
    pub(super) fn take_bytes(&mut self) -> impl Iterator<Item = Vec<u8>> {
        std::mem::take(&mut self.0).into_values()
    }
}
