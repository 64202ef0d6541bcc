//! The document store: what a hit shows of a document without its text.
//!
//! A store file has a list of the passage files of its documents (documents in it, content
//! hash), then for each document its address (front-coded against the one before), its title,
//! the title of its parent (empty: none) and its telephone numbers: list of (printed, number).
//! A directory file has the content hashes of store files, six bytes each.

use super::bytes::Reader;
#[cfg(feature = "indexer")]
use super::bytes::Write;
use super::content_hash::{ContentHash, LENGTH};
use crate::Phone;

/// The stored fields of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StoredDoc {
    pub(crate) address: String,
    pub(crate) title: String,
    pub(crate) parent: String,
    pub(crate) phones: Vec<Phone>,
}

/// A file with the passages of some documents.
pub(crate) struct PassageFile {
    pub(crate) documents: usize,
    pub(crate) hash: ContentHash,
}

/// The store file at `place` of a directory.
pub(crate) fn file_in_directory(bytes: &[u8], place: usize) -> Option<ContentHash> {
    let start = place.checked_mul(LENGTH)?;
    ContentHash::read(&mut Reader::new(bytes.get(start..)?))
}

/// The document at `place` of a store file.
pub(crate) fn read(bytes: &[u8], place: usize) -> Option<StoredDoc> {
    let mut from = Reader::new(bytes);
    passage_files(&mut from)?;
    let mut doc = StoredDoc::default();
    for next in 0..=place {
        from.front_coded(&mut doc.address)?;
        let (title, parent) = (from.text()?, from.text()?);
        if next == place {
            doc.title = title.into();
            doc.parent = parent.into();
        }
        doc.phones = from.list(|from| {
            Some(Phone {
                printed: from.text()?.into(),
                number: from.text()?.into(),
            })
        })?;
    }
    Some(doc)
}

/// The file with the passages of the document at `place` of a store file, and its place there.
pub(crate) fn passages_of(bytes: &[u8], mut place: usize) -> Option<(ContentHash, usize)> {
    for file in passage_files(&mut Reader::new(bytes))? {
        if place < file.documents {
            return Some((file.hash, place));
        }
        place -= file.documents;
    }
    None
}

fn passage_files(from: &mut Reader<'_>) -> Option<Vec<PassageFile>> {
    from.list(|from| {
        Some(PassageFile {
            documents: from.number()?,
            hash: ContentHash::read(from)?,
        })
    })
}

/// A store file of `docs`.
#[cfg(feature = "indexer")]
pub(crate) fn write(files: &[PassageFile], docs: &[StoredDoc]) -> Vec<u8> {
    let mut to = Vec::new();
    to.number(files.len());
    for file in files {
        to.number(file.documents);
        to.extend(file.hash.0);
    }
    let mut before = "";
    for doc in docs {
        to.front_coded(before, &doc.address);
        to.text(&doc.title);
        to.text(&doc.parent);
        to.number(doc.phones.len());
        for phone in &doc.phones {
            to.text(&phone.printed);
            to.text(&phone.number);
        }
        before = &doc.address;
    }
    to
}
