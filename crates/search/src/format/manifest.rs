//! The manifest, which every query needs: `"ls"`, version (a byte), then
//!
//! 1. number of documents; the quantum, the impact of one level (IEEE 754 single,
//!    little-endian)
//! 2. sections: list of text
//! 3. partitions: list of (section, kind, year or 0, documents)
//! 4. the thesaurus: see [`thesaurus`](super::thesaurus)
//! 5. words that are no slips: see [`known_words`](super::known_words)
//! 6. term blocks: list of (first stem, front-coded against the one before; content hash),
//!    ascending
//! 7. spelling by first letter, then by second: two lists of (letter, front-coded; content
//!    hash), ascending
//! 8. document store: documents a store file, store files a directory, list of content hashes
//!    of directories
//! 9. inlined files: list of (length, bytes)

use super::bytes::Reader;
#[cfg(feature = "indexer")]
use super::bytes::Write;
use super::content_hash::ContentHash;
use super::known_words::KnownWords;
use super::thesaurus::{self, Phrase, SynonymSet};
use super::{MAGIC, VERSION};
use crate::{IndexError, Kind};

/// A run of document numbers of one section, kind and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Partition {
    pub(crate) section: usize,
    pub(crate) kind: Kind,
    pub(crate) year: Option<u16>,
    pub(crate) documents: usize,
}

/// A file that is found by a key: its first stem, or a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeyedFile {
    pub(crate) key: String,
    pub(crate) hash: ContentHash,
}

/// The manifest of an index.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Manifest {
    pub(crate) documents: usize,
    /// The impact of one level.
    pub(crate) quantum: f32,
    pub(crate) sections: Vec<String>,
    pub(crate) partitions: Vec<Partition>,
    pub(crate) thesaurus: Vec<SynonymSet>,
    pub(crate) known_words: KnownWords,
    pub(crate) term_blocks: Vec<KeyedFile>,
    pub(crate) spelling_by_first_letter: Vec<KeyedFile>,
    pub(crate) spelling_by_second_letter: Vec<KeyedFile>,
    pub(crate) docs_per_file: usize,
    pub(crate) files_per_directory: usize,
    pub(crate) directories: Vec<ContentHash>,
    pub(crate) inlined: Vec<Vec<u8>>,
}

/// The number of a kind in the file. A kind keeps its number whatever becomes of the order of
/// the enum.
#[cfg(feature = "indexer")]
fn kind_number(kind: Kind) -> usize {
    match kind {
        Kind::Page => 0,
        Kind::Person => 1,
        Kind::Contact => 2,
        Kind::Review => 3,
        Kind::Document => 4,
        Kind::DocumentPage => 5,
        Kind::Term => 6,
    }
}

/// The kind of a number in the file.
fn kind_of(number: usize) -> Option<Kind> {
    Some(match number {
        0 => Kind::Page,
        1 => Kind::Person,
        2 => Kind::Contact,
        3 => Kind::Review,
        4 => Kind::Document,
        5 => Kind::DocumentPage,
        6 => Kind::Term,
        _ => return None,
    })
}

/// The most documents that an index can have: what is counted for each fits a phone.
pub(crate) const MAX_DOCUMENTS: usize = 1 << 22;

impl Manifest {
    /// Whether all terms of the index come with the manifest: a small site has no spelling files.
    pub(crate) fn has_inlined_terms(&self) -> bool {
        self.spelling_by_first_letter.is_empty() && self.spelling_by_second_letter.is_empty()
    }

    /// Whether a stem is that of a word, of which the index need not have anything.
    pub(crate) fn is_word(&self, stem: &str) -> bool {
        self.is_in_thesaurus(stem) || self.known_words.contains(stem)
    }

    /// Whether a phrase of the thesaurus has this stem.
    pub(crate) fn is_in_thesaurus(&self, stem: &str) -> bool {
        let has = |phrase: &Phrase| phrase.stems.split(' ').any(|of| of == stem);
        self.phrases().into_iter().any(has)
    }

    /// The phrases of the thesaurus.
    #[inline(never)]
    pub(crate) fn phrases(&self) -> Vec<&Phrase> {
        self.thesaurus.iter().flat_map(|set| &set.phrases).collect()
    }

    pub(crate) fn read(bytes: &[u8]) -> Result<Self, IndexError> {
        let mut from = Reader::new(bytes);
        if from.bytes(2) != Some(&MAGIC) {
            return Err(IndexError::Damaged);
        }
        if from.byte() != Some(VERSION) {
            return Err(IndexError::Version);
        }
        Self::fields(&mut from).ok_or(IndexError::Damaged)
    }

    fn fields(from: &mut Reader<'_>) -> Option<Self> {
        let documents = from.number().filter(|&all| all <= MAX_DOCUMENTS)?;
        let quantum = f32::from_le_bytes(from.bytes(4)?.try_into().ok()?);
        let sections = from.list(|from| from.text().map(String::from))?;
        let partitions = from.list(|from| {
            Some(Partition {
                section: from.number().filter(|&section| section < sections.len())?,
                kind: kind_of(from.number()?)?,
                year: Some(u16::try_from(from.number()?).ok()?).filter(|&year| year > 0),
                documents: from.number()?,
            })
        })?;
        let counted = partitions.iter().try_fold(0usize, |sum, partition| {
            sum.checked_add(partition.documents)
        })?;
        let manifest = Self {
            documents,
            quantum,
            sections,
            partitions,
            thesaurus: thesaurus::read(from)?,
            known_words: KnownWords::read(from)?,
            term_blocks: keyed_files(from)?,
            spelling_by_first_letter: keyed_files(from)?,
            spelling_by_second_letter: keyed_files(from)?,
            docs_per_file: from.number().filter(|&docs| docs > 0)?,
            files_per_directory: from.number().filter(|&files| files > 0)?,
            directories: from.list(ContentHash::read)?,
            inlined: from.list(|from| {
                let length = from.number()?;
                from.bytes(length).map(<[u8]>::to_vec)
            })?,
        };
        let sound = counted == documents && quantum.is_finite() && from.is_empty();
        sound.then_some(manifest)
    }

    #[cfg(feature = "indexer")]
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut to = [MAGIC.as_slice(), &[VERSION]].concat();
        to.number(self.documents);
        to.extend(self.quantum.to_le_bytes());
        to.number(self.sections.len());
        for section in &self.sections {
            to.text(section);
        }
        to.number(self.partitions.len());
        for partition in &self.partitions {
            to.number(partition.section);
            to.number(kind_number(partition.kind));
            to.number(partition.year.unwrap_or(0).into());
            to.number(partition.documents);
        }
        thesaurus::write(&self.thesaurus, &mut to);
        self.known_words.write(&mut to);
        for files in [
            &self.term_blocks,
            &self.spelling_by_first_letter,
            &self.spelling_by_second_letter,
        ] {
            to.number(files.len());
            let mut before = "";
            for file in files {
                to.front_coded(before, &file.key);
                to.extend(file.hash.0);
                before = &file.key;
            }
        }
        to.number(self.docs_per_file);
        to.number(self.files_per_directory);
        to.number(self.directories.len());
        for hash in &self.directories {
            to.extend(hash.0);
        }
        to.number(self.inlined.len());
        for file in &self.inlined {
            to.number(file.len());
            to.extend(file);
        }
        to
    }
}

fn keyed_files(from: &mut Reader<'_>) -> Option<Vec<KeyedFile>> {
    let mut key = String::new();
    from.list(|from| {
        from.front_coded(&mut key)?;
        Some(KeyedFile {
            key: key.clone(),
            hash: ContentHash::read(from)?,
        })
    })
}

#[cfg(all(test, feature = "indexer"))]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_read_as_it_was_written() {
        for number in 0..=6 {
            assert_eq!(kind_of(number).map(kind_number), Some(number));
        }
        assert_eq!(kind_of(7), None);
    }
}
