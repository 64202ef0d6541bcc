//! What a reader asks for.

use crate::Kind;

/// A question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The words as typed. `"…"` is a phrase, `-word` excludes. The last word counts as
    /// half typed unless something follows it.
    pub text: String,
    /// Which part of the site is searched.
    pub filter: Filter,
    /// The place of the first hit that is wanted, from 0.
    pub offset: usize,
    /// How many hits are wanted at most.
    pub limit: usize,
    /// Whether hits need no snippets and no parts, which takes fewer files.
    pub titles_only: bool,
}

/// Which part of the site is searched. Empty: all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The title of a section.
    pub section: Option<String>,
    /// A kind of document.
    pub kind: Option<Kind>,
    /// A year.
    pub year: Option<u16>,
}
