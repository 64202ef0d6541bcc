//! Tokens.

use std::ops::Range;

/// The most characters of a token. What is longer is cut: nobody types it whole.
pub(super) const MAX_TOKEN_CHARS: usize = 40;

/// A token of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its byte range in the source.
    pub(crate) at: Range<usize>,
    /// The exact form: folded, otherwise as written.
    pub(crate) form: String,
    /// Its Snowball stem.
    pub(crate) stem: String,
    /// Whether it is another reading of a place that other tokens cover. Variants can be found,
    /// but do not count towards document length and are no part of a phrase.
    pub(crate) is_variant: bool,
}
