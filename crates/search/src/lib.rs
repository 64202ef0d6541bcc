//! Search on the reader's own device: what can be found, the index and how it is asked.
//!
//! The crate does no input and no output. [`Searcher::search`] answers with the names of
//! the index files that it still needs ([`Step::Fetch`]) until it has them all; whoever
//! calls it fetches them and hands them to [`Searcher::insert`]. So the same code runs in
//! the browser, in `lscb search` and in the evaluation.

mod analysis;
#[cfg(feature = "build")]
pub mod build;
mod correction;
mod document;
mod format;
mod found;
mod marking;
mod query;
mod ranking;
mod request;
mod searcher;

pub use document::{Document, Heading, Kind, Passage, Phone, Thesaurus};
pub use found::{Count, Facets, Found, Hit, Marked, Part, Span};
pub use request::{Filter, Request};
pub use searcher::{Broken, Searcher, Step};

/// The Unicode NFKD of a text in lower case, for [`Searcher::open`] where there is no browser
/// to ask.
#[cfg(feature = "build")]
pub fn nfkd_lower(text: &str) -> String {
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfkd(text).collect();
    decomposed.to_lowercase()
}
