//! Full-text search that runs on the reader's own device.
//!
//! A static site has no search server. The module `indexer` turns the site's documents into a
//! set of small files; a [`Searcher`] answers queries from the few of them that a query needs.
//! The crate does no input and no output: [`Searcher::search`] either answers or names the files
//! that it needs first ([`Step::Fetch`]), and its caller fetches them and hands them over with
//! [`Searcher::insert`]. So the same code runs in the browser, in `lscb search` and in the
//! evaluation.
//!
//! ```
//! # #[cfg(feature = "indexer")]
//! # fn example() -> Result<(), lscb_search::IndexError> {
//! use lscb_search::indexer::build_index;
//! use lscb_search::{Document, SearchQuery, Searcher, Step, Thesaurus, nfkd_lower};
//!
//! let documents = [Document {
//!     address: "contact/".into(),
//!     title: "Contact us".into(),
//!     ..Document::default()
//! }];
//! let index = build_index(&documents, &Thesaurus::default());
//!
//! let mut searcher = Searcher::open(&index.manifest, nfkd_lower)?;
//! let query = SearchQuery {
//!     text: "contact".into(),
//!     limit: 10,
//!     ..SearchQuery::default()
//! };
//! let results = loop {
//!     match searcher.search(&query) {
//!         Step::Done(results) => break results,
//!         Step::Fetch(names) => {
//!             for name in names {
//!                 match index.files.iter().find(|file| file.name == name) {
//!                     Some(file) => searcher.insert(&name, &file.bytes)?,
//!                     None => searcher.mark_unavailable(&name),
//!                 }
//!             }
//!         }
//!     }
//! };
//! assert_eq!(results.hits[0].address, "contact/");
//! # Ok(())
//! # }
//! # #[cfg(feature = "indexer")]
//! # example().expect("a result");
//! ```
//!
//! The parts, in the order in which text passes through them:
//!
//! - [`Document`] and [`Thesaurus`] are what goes in;
//! - `text` turns text into tokens, the same for documents and queries;
//! - `indexer` weighs and lays out the index (feature `indexer`, off in the browser);
//! - `format` is the index byte by byte;
//! - [`Searcher`] parses, expands, ranks and highlights: [`SearchQuery`] in, [`SearchResults`]
//!   out.

mod document;
mod error;
mod format;
#[cfg(feature = "indexer")]
pub mod indexer;
mod query;
mod results;
mod searcher;
mod text;
mod top_k;

pub use document::{Document, Heading, Kind, Passage, Phone, Thesaurus};
pub use error::IndexError;
pub use query::{Filter, SearchQuery};
pub use results::{FacetCount, Facets, Highlighted, Hit, SearchResults, Span, SubResult};
pub use searcher::{Searcher, Step};
#[cfg(feature = "indexer")]
pub use text::nfkd_lower;
