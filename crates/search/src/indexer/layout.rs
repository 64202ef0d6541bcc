//! The layout: how large files are.

use std::hash::Hasher as _;

use fnv::FnvHasher;

use super::postings::Term;
use super::small_float;
use crate::Document;

/// The sizes of files.
pub(super) struct Layout {
    /// Bytes of a term block, a little more or less.
    pub(super) term_block: usize,
    /// Bytes of a term in it, in the mean.
    pub(super) mean_term: usize,
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
        mean_term: 1,
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
        let round = |bytes: usize| small_float::nearest(bytes as f32) as usize;
        Self {
            term_block: round((5 * postings).isqrt()).clamp(1024, 8 * 1024),
            mean_term: (postings / terms.len().max(1)).max(1),
            passages: round(length / 8192).max(8 * 1024),
            docs_per_file: 32,
            files_per_directory: 256,
            inlined: false,
        }
    }

    /// Whether a term block starts with `stem` when the one before has so many bytes: when it
    /// has enough, and at a stem that says so by its own letters (content-defined chunking:
    /// Muthitacharoen, Chen, Mazières: *A low-bandwidth network file system*, SOSP 2001). Where
    /// a stem comes or goes, the blocks after the next few stay as they were.
    pub(super) fn starts_block(&self, stem: &str, bytes: usize) -> bool {
        let quarter = self.term_block / 4;
        let (least, most) = (
            self.term_block - quarter,
            self.term_block.saturating_add(quarter),
        );
        // One stem in as many as fill a quarter of a block.
        let one_in = 1 << (quarter / self.mean_term).max(1).ilog2();
        bytes > most || (bytes > least && hash(stem).is_multiple_of(one_in))
    }
}

/// A hash of a word (Fowler, Noll, Vo: FNV-1a, 64 bits).
fn hash(word: &str) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}
