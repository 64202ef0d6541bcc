//! What is said about embedding, where a page asks for it.

use lscb_wire::Block;

/// What stands in place of `::embed{}` and `::embed-sheet{}`. The publisher sets it before it
/// draws any page: it alone knows how a site is sent and what its scripts weigh. Until then it
/// is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embedding {
    /// What can be embedded, and how.
    pub snippets: Vec<Block>,
    /// What those who look after other sites need to know before they allow it.
    pub sheet: Vec<Block>,
}
