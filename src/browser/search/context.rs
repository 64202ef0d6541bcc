//! What the field in the header and the page of results have in common.

use std::cell::Cell;

use super::highlights::Highlights;
use super::index::Index;
use crate::browser::navigator::Navigator;

/// Whom a part of search asks, and whom it tells.
#[derive(Clone, Copy)]
pub(super) struct Context {
    /// Goes to pages.
    pub(super) navigator: &'static Navigator,
    /// Answers.
    pub(super) index: &'static Index,
    /// Highlights the words of the latest answer on the next page.
    pub(super) highlights: &'static Highlights,
    /// Whether the reader has just asked something, and is to be led to its results.
    pub(super) has_asked: &'static Cell<bool>,
}
