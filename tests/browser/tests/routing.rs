//! From page to page without loading a document.

mod addresses;
mod anchors;
mod clicks;
mod history;
mod parity;
