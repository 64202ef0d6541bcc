//! The search query.

use crate::Kind;

/// What is searched for, where, and which of its hits are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    /// The query as typed. `"…"` is a phrase, `-word` excludes. The last word is taken as a
    /// prefix unless something follows it.
    pub text: String,
    /// Which part of the site is searched.
    pub filter: Filter,
    /// The rank of the first hit that is wanted, from 0.
    pub offset: usize,
    /// How many hits are wanted at most. With 0 only totals and facets are computed.
    pub limit: usize,
    /// Leaves out snippets and sub-results, which takes fewer files.
    pub titles_only: bool,
}

/// Restricts a search to a part of the site. The default restricts nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The title of a section.
    pub section: Option<String>,
    /// A kind of document.
    pub kind: Option<Kind>,
    /// A year.
    pub year: Option<u16>,
}
