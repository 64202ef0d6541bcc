//! The indexer: documents to weighted terms, these to postings, postings to files. The same
//! documents in the same order give the same bytes.

mod doc_ids;
mod docstore;
mod latent;
mod layout;
mod postings;
mod thesaurus;
mod weighting;

use crate::format::manifest::{MOST_DOCUMENTS, Manifest};
use crate::{Document, Thesaurus};
use layout::Layout;

/// The largest manifest that has all the other files inlined, in bytes.
const ALL_INLINED: usize = 64 * 1024;

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

/// Builds the index of a site. Sections are listed in the order in which `documents` first
/// name them.
///
/// # Panics
/// With more than four million documents, which no index can have.
pub fn build_index(documents: &[Document], thesaurus: &Thesaurus) -> Index {
    assert!(documents.len() <= MOST_DOCUMENTS, "too many documents");
    let doc_ids = doc_ids::assign(documents);
    let ordered: Vec<&Document> = doc_ids
        .order
        .iter()
        .map(|&place| &documents[place])
        .collect();
    let (rows, mut vocabulary) = weighting::weigh(&ordered);
    let rows = latent::smooth(rows, vocabulary.len());
    let (quantum, terms) = postings::invert(rows, &mut vocabulary);
    let manifest = Manifest {
        documents: documents.len(),
        quantum,
        sections: doc_ids.sections,
        partitions: doc_ids.partitions,
        thesaurus: thesaurus::entries(thesaurus),
        ..Manifest::default()
    };
    let small = layout::lay_out(manifest.clone(), &ordered, &terms, &Layout::INLINED);
    if small.manifest.len() <= ALL_INLINED {
        return small;
    }
    layout::lay_out(
        manifest,
        &ordered,
        &terms,
        &Layout::beside(&ordered, &terms),
    )
}
