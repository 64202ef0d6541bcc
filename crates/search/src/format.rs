//! The index as files.
//!
//! All numbers are unsigned LEB128 but where bytes are named; all text is UTF-8 after its
//! length in bytes; a list follows its count. *Front-coded* text is the number of bytes
//! that it shares with the text before and the rest. A file's *name* is the first six
//! bytes of its SHA-256, written as hexadecimal with `.bin`.
//!
//! | file | what it holds | fetched |
//! |---|---|---|
//! | [`root`] | counts, sections, groups, thesaurus, the names of the next four | always |
//! | [`shard`] | stems of a range of the alphabet: forms, postings | for the words asked |
//! | [`spelling`] | the words of the site by a letter | for words that no shard has |
//! | [`shelf`] | the names of card files | for large sites, for the hits shown |
//! | [`card`] | titles, addresses, telephone numbers of documents | for the hits shown |
//! | [`text`] | what documents say | for their snippets, and for phrases |
//!
//! Small sites have all of it within the root: the root ends in a list of files. A
//! document's number says its section, its kind and its year, since documents are numbered
//! group by group; so filters and their counts need no file.

pub(crate) mod bits;
pub(crate) mod bytes;
pub(crate) mod card;
pub(crate) mod name;
pub(crate) mod root;
pub(crate) mod shard;
pub(crate) mod shelf;
pub(crate) mod spelling;
pub(crate) mod text;

/// The first bytes of the root file: "ls", then this version of the format.
pub(crate) const MAGIC: [u8; 2] = *b"ls";
/// The version of everything described here.
pub(crate) const VERSION: u8 = 2;
/// The number of impacts: 5 bits.
pub(crate) const LEVELS: usize = 31;
