//! Reading the index for one query: the only way from the searcher to the files. It notes which
//! files are pending, so that one step fetches all that can be known to be needed.

use super::files::Files;
use super::lookup::Lookup;
use crate::Passage;
use crate::format::content_hash::ContentHash;
use crate::format::docstore::{self, StoredDoc};
use crate::format::manifest::{KeyedFile, Manifest};
use crate::format::passages;
use crate::format::term_block::{Term, TermBlock};

/// Reads an index for one query.
pub(super) struct IndexReader<'a> {
    pub(super) manifest: &'a Manifest,
    files: &'a Files,
    /// The terms that were looked up, so that each is decoded once; `None`: not in the index.
    terms: Vec<(String, Option<Term<'a>>)>,
    pending: Vec<ContentHash>,
    misses: Misses,
}

/// How many reads came to nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Misses {
    pending: usize,
    unavailable: usize,
}

/// The file that has the stored fields of a document, and its place there.
struct StorePlace<'a> {
    bytes: &'a [u8],
    place: usize,
}

impl<'a> IndexReader<'a> {
    pub(super) fn new(manifest: &'a Manifest, files: &'a Files) -> Self {
        Self {
            manifest,
            files,
            terms: Vec::new(),
            pending: Vec::new(),
            misses: Misses::default(),
        }
    }

    /// What became of all that was read so far: pending if anything is, otherwise unavailable
    /// if anything is.
    pub(super) fn state(&self) -> Lookup<()> {
        self.state_since(Misses::default())
    }

    /// The misses so far.
    pub(super) fn misses(&self) -> Misses {
        self.misses
    }

    /// What became of all that was read since there were so many misses.
    pub(super) fn state_since(&self, before: Misses) -> Lookup<()> {
        if self.misses.pending > before.pending {
            Lookup::Pending
        } else if self.misses.unavailable > before.unavailable {
            Lookup::Unavailable
        } else {
            Lookup::Ready(())
        }
    }

    /// The names of the files that are pending.
    pub(super) fn into_pending(self) -> Vec<String> {
        let pending = self.pending.into_iter();
        pending.map(ContentHash::file_name).collect()
    }

    /// The bytes of a file.
    pub(super) fn file(&mut self, hash: ContentHash) -> Lookup<&'a [u8]> {
        let found = self.files.get(hash);
        match found {
            Lookup::Ready(_) => {}
            Lookup::Pending => {
                self.misses.pending += 1;
                if !self.pending.contains(&hash) {
                    self.pending.push(hash);
                }
            }
            Lookup::Unavailable => self.misses.unavailable += 1,
        }
        found
    }

    /// What a file holds, once it is decoded; unavailable if it could not be.
    fn decoded<T>(&mut self, value: Option<T>) -> Lookup<T> {
        match value {
            Some(value) => Lookup::Ready(value),
            None => {
                self.misses.unavailable += 1;
                Lookup::Unavailable
            }
        }
    }

    pub(super) fn term_block(&mut self, hash: ContentHash) -> Lookup<TermBlock<'a>> {
        let bytes = self.file(hash);
        bytes.and_then(|bytes| Lookup::Ready(TermBlock::new(bytes)))
    }

    /// The term of a stem; `None`: the index does not have it.
    pub(super) fn term(&mut self, stem: &str) -> Lookup<Option<Term<'a>>> {
        if let Some((_, term)) = self.terms.iter().find(|known| known.0 == stem) {
            return Lookup::Ready(term.clone());
        }
        let Some(place) = self.blocks_up_to(stem).checked_sub(1) else {
            return Lookup::Ready(None);
        };
        let block = self.term_block(self.manifest.term_blocks[place].hash);
        block.and_then(|block| {
            let term = block.term(stem);
            self.terms.push((stem.into(), term.clone()));
            Lookup::Ready(term)
        })
    }

    /// The first blocks that may have stems that begin with `prefix`, at most `most`.
    pub(super) fn blocks_with_prefix(
        &self,
        prefix: &str,
        most: usize,
    ) -> impl Iterator<Item = ContentHash> + use<'a> {
        let first = self.blocks_up_to(prefix).saturating_sub(1);
        let blocks = self.manifest.term_blocks.get(first..).unwrap_or_default();
        let more = blocks.iter().skip(1);
        let more = more.take_while(|block| block.key.starts_with(prefix));
        let count = (1 + more.count()).min(most).min(blocks.len());
        blocks[..count].iter().map(|block| block.hash)
    }

    /// How many blocks begin with a stem up to `stem`.
    fn blocks_up_to(&self, stem: &str) -> usize {
        let blocks = &self.manifest.term_blocks;
        blocks.partition_point(|block| block.key.as_str() <= stem)
    }

    /// The spelling file of a letter: the first letter of its words or, `rotated`, the second.
    /// `None`: no word has the letter there.
    pub(super) fn spelling(&mut self, letter: char, rotated: bool) -> Option<Lookup<&'a [u8]>> {
        let files: &[KeyedFile] = match rotated {
            true => &self.manifest.spelling_by_second_letter,
            false => &self.manifest.spelling_by_first_letter,
        };
        let mut buffer = [0; 4];
        let letter: &str = letter.encode_utf8(&mut buffer);
        let file = files.iter().find(|file| file.key == letter)?;
        Some(self.file(file.hash))
    }

    fn store_place(&mut self, document: usize) -> Lookup<StorePlace<'a>> {
        let manifest = self.manifest;
        let file = document / manifest.docs_per_file;
        let (directory, place) = (
            file / manifest.files_per_directory,
            file % manifest.files_per_directory,
        );
        let directory = self.decoded(manifest.directories.get(directory));
        let directory = directory.and_then(|hash| self.file(*hash));
        let hash =
            directory.and_then(|bytes| self.decoded(docstore::file_in_directory(bytes, place)));
        hash.and_then(|hash| self.file(hash)).and_then(|bytes| {
            Lookup::Ready(StorePlace {
                bytes,
                place: document % manifest.docs_per_file,
            })
        })
    }

    /// The stored fields of a document.
    pub(super) fn stored_doc(&mut self, document: usize) -> Lookup<StoredDoc> {
        let place = self.store_place(document);
        place.and_then(|at| self.decoded(docstore::read(at.bytes, at.place)))
    }

    /// The passages of a document.
    pub(super) fn passages(&mut self, document: usize) -> Lookup<Vec<Passage>> {
        let place = self.store_place(document);
        let passages = place.and_then(|at| self.decoded(docstore::passages_of(at.bytes, at.place)));
        passages.and_then(|(hash, place)| {
            let bytes = self.file(hash);
            bytes.and_then(|bytes| self.decoded(passages::read(bytes, place)))
        })
    }
}
