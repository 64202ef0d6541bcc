//! The layout: how large files are.

use super::postings::Term;
use crate::Document;

/// The sizes of files.
pub(super) struct Layout {
    /// Bytes of a term block, a little more or less.
    pub(super) term_block: usize,
    /// Bytes of a passage file, a little more.
    pub(super) passages: usize,
    pub(super) docs_per_file: usize,
    pub(super) files_per_directory: usize,
    /// Whether the manifest has every file inlined.
    pub(super) inlined: bool,
}

impl Layout {
    /// One of each, all inlined in the manifest.
    pub(super) const INLINED: Self = Self {
        term_block: usize::MAX,
        passages: usize::MAX,
        docs_per_file: 1 << 22,
        files_per_directory: 1,
        inlined: true,
    };

    /// Small files beside the manifest. A query takes the manifest, which names every term
    /// block, and two blocks or three: blocks that grow with the square root of all postings
    /// keep the sum smallest. Passage files grow with the site, so that there are never more
    /// than some ten thousand files: some hosts take no more than twenty.
    pub(super) fn beside(documents: &[&Document], terms: &[Term]) -> Self {
        let texts = documents.iter().flat_map(|document| &document.passages);
        let length: usize = texts.map(|passage| passage.text.len()).sum();
        let postings: usize = terms.iter().map(Term::size).sum();
        Self {
            term_block: (3 * postings).isqrt().clamp(1024, 8 * 1024),
            passages: (length / 8192).max(8 * 1024),
            docs_per_file: 32,
            files_per_directory: 256,
            inlined: false,
        }
    }
}
