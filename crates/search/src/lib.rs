//! Search on the reader's own device: what can be found, the index and how it is asked.
//!
//! The crate does no input and no output. [`Searcher::search`] answers with the names of
//! the index files that it still needs ([`Step::Fetch`]) until it has them all; whoever
//! calls it fetches them and hands them to [`Searcher::insert`]. So the same code runs in
//! the browser, in `lscb search` and in the evaluation.

mod document;
mod found;
mod request;
mod searcher;

pub use document::{Document, Heading, Kind, Passage, Phone, Thesaurus};
pub use found::{Count, Facets, Found, Hit, Marked, Part, Span};
pub use request::{Filter, Request};
pub use searcher::{Broken, Searcher, Step};
