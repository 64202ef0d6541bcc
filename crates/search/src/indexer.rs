//! The indexer: documents to weighted terms, these to postings, postings to files. The same
//! documents in the same order give the same bytes.

mod doc_ids;
mod docstore;
mod document_expansion;
mod known_words;
mod layout;
mod output;
mod postings;
mod small_float;
mod thesaurus;
mod weighting;
mod write;

use crate::format::manifest::{MAX_DOCUMENTS, Manifest};
use crate::{Document, Thesaurus};
use layout::Layout;

pub use output::{File, Index};

/// The largest manifest that has all the other files inlined, in bytes.
const ALL_INLINED: usize = 64 * 1024;

/// Builds the index of a site. Sections are listed in the order in which `documents` first
/// name them.
///
/// # Panics
/// With more than four million documents, which no index can have.
pub fn build_index(documents: &[Document], thesaurus: &Thesaurus) -> Index {
    assert!(documents.len() <= MAX_DOCUMENTS, "too many documents");
    let doc_ids = doc_ids::assign(documents);
    let ordered: Vec<&Document> = doc_ids
        .order
        .iter()
        .map(|&place| &documents[place])
        .collect();
    let (rows, mut vocabulary) = weighting::weigh(&ordered);
    let rows = document_expansion::smooth(rows, vocabulary.len());
    let (quantum, terms) = postings::invert(rows, &mut vocabulary);
    let described = Manifest {
        documents: documents.len(),
        quantum,
        sections: doc_ids.sections,
        partitions: doc_ids.partitions,
        thesaurus: thesaurus::synonym_sets(thesaurus),
        ..Manifest::default()
    };
    let write = |layout| write::write(described.clone(), &ordered, &terms, layout);
    let (mut manifest, mut index) = write(&Layout::INLINED);
    if index.manifest.len() > ALL_INLINED {
        (manifest, index) = write(&Layout::beside(&ordered, &terms));
    }
    manifest.known_words =
        known_words::known_words(&thesaurus.dictionary, &terms, &manifest, &index);
    index.manifest = manifest.write();
    index
}
