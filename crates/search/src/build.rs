//! Making an index: documents to rows of weighted terms, rows to postings, postings to
//! files. The same documents in the same order give the same bytes.

mod documents;
mod latent;
mod layout;
mod numbering;
mod rows;
mod terms;
mod thesaurus;

use crate::format::root::{MOST_DOCUMENTS, Root};
use crate::{Document, Thesaurus};
use layout::Layout;

/// The largest root that has all the other files within itself, in bytes.
const ALL_WITHIN: usize = 64 * 1024;

/// An index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// The root file. Its name is the caller's to choose.
    pub root: Vec<u8>,
    /// The other files, each once, in the order of their names. None for a small site.
    pub files: Vec<File>,
}

/// A file of the index beside its root.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct File {
    /// As [`Step::Fetch`](crate::Step::Fetch) asks for it.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Makes the index of a site. Sections are listed in the order in which `documents` first
/// name them.
///
/// # Panics
/// With more than four million documents, which no index can have.
pub fn index(documents: &[Document], thesaurus: &Thesaurus) -> Index {
    assert!(documents.len() <= MOST_DOCUMENTS, "too many documents");
    let numbering = numbering::number(documents);
    let ordered: Vec<&Document> = numbering
        .order
        .iter()
        .map(|&place| &documents[place])
        .collect();
    let (rows, mut vocabulary) = rows::rows(&ordered);
    let rows = latent::smooth(rows, vocabulary.len());
    let (step, terms) = terms::terms(rows, &mut vocabulary);
    let root = Root {
        documents: documents.len(),
        step,
        sections: numbering.sections,
        groups: numbering.groups,
        thesaurus: thesaurus::entries(thesaurus),
        ..Root::default()
    };
    let small = layout::lay_out(root.clone(), &ordered, &terms, &Layout::WITHIN);
    if small.root.len() <= ALL_WITHIN {
        return small;
    }
    layout::lay_out(root, &ordered, &terms, &Layout::beside(&ordered, &terms))
}
