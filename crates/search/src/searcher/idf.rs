//! How much a match of a term says, by how rare the term is.

use crate::format::manifest::Manifest;

/// The inverse document frequency of a term that so many documents have (Robertson, Zaragoza:
/// *The probabilistic relevance framework: BM25 and beyond*, 2009, with 1 added as in Lucene).
pub(super) fn idf(manifest: &Manifest, documents: usize) -> f32 {
    let (all, documents) = (manifest.documents as f32, documents as f32);
    ((all - documents + 0.5) / (documents + 0.5))
        .max(0.0)
        .ln_1p()
}
