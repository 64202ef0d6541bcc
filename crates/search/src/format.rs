//! The file format of the index.
//!
//! All numbers are unsigned LEB128 except where bytes are named; all text is UTF-8 after its
//! length in bytes; a list follows its count. *Front-coded* text is the number of bytes that
//! it shares with the text before, and the rest. A file is named by its *content hash*, the
//! first six bytes of its SHA-256, written as hexadecimal with `.bin`.
//!
//! | file | what it holds | fetched |
//! |---|---|---|
//! | [`manifest`] | counts, sections, partitions, [`thesaurus`], [`known_words`], the hashes of the next three | always |
//! | [`term_block`] | the dictionary and postings of a range of stems | for the terms of the query |
//! | [`spelling`] | the word forms with the same first or second letter | for unknown words |
//! | [`docstore`] | a directory of the files with titles, addresses, telephone numbers; and these | for the hits shown |
//! | [`passages`] | the text of documents | for their snippets, and for phrases |
//!
//! The manifest of a small site has all other files inlined. A document's number says its
//! section, kind and year, since documents are numbered partition by partition: filters and
//! facets need no file.

pub(crate) mod bits;
pub(crate) mod bytes;
pub(crate) mod content_hash;
pub(crate) mod docstore;
pub(crate) mod known_words;
pub(crate) mod manifest;
pub(crate) mod passages;
pub(crate) mod spelling;
pub(crate) mod term_block;
#[cfg(feature = "indexer")]
pub(crate) mod term_block_writer;
pub(crate) mod thesaurus;

/// The first bytes of the manifest: "ls", then the version of the format.
pub(crate) const MAGIC: [u8; 2] = *b"ls";
/// The version of everything described here.
pub(crate) const VERSION: u8 = 4;
/// The number of quantized impacts: 5 bits.
pub(crate) const LEVELS: usize = 31;
