//! What the fuzz targets share: an index to do harm to, and asking it.
//!
//! ```
//! use lscb_search_fuzz::{Fixture, corpus};
//!
//! let fixture = Fixture::split_into_files();
//! assert!(corpus::files(&fixture).len() > fixture.index.files.len() / 2);
//! ```

pub mod corpus;
mod fixture;

pub use fixture::Fixture;

use lscb_search::{Kind, SearchQuery, SearchResults, Searcher, Step};

/// More steps than any query takes: terms, spelling, terms again, directory, documents,
/// passages.
const MAX_STEPS: usize = 12;

/// A query of the given text. The bits of `options` say what else is asked for, so that the
/// fuzzer reaches filters, pages of results and titles alone.
pub fn query(options: u8, text: &str) -> SearchQuery {
    let mut query = SearchQuery {
        text: text.into(),
        limit: 10,
        offset: usize::from(options & 1) * 3,
        titles_only: options & 2 != 0,
        ..SearchQuery::default()
    };
    query.filter.year = (options & 4 != 0).then_some(2020);
    query.filter.kind = (options & 8 != 0).then_some(Kind::Review);
    query.filter.section = (options & 16 != 0).then(|| "Learning".into());
    query
}

/// Searches until there is an answer. `file` has the bytes of a file, or `None` for one that
/// cannot be had.
///
/// # Panics
/// If the searcher asks for nothing, for the same file twice, or without end.
pub fn search<'a>(
    searcher: &mut Searcher,
    query: &SearchQuery,
    file: impl Fn(&str) -> Option<&'a [u8]>,
) -> SearchResults {
    let mut asked = Vec::new();
    for _ in 0..MAX_STEPS {
        match searcher.search(query) {
            Step::Done(results) => return results,
            Step::Fetch(names) => {
                assert!(!names.is_empty(), "asks for nothing");
                for name in names {
                    assert!(!asked.contains(&name), "asks twice for {name}");
                    let taken = file(&name).map(|bytes| searcher.insert(&name, bytes));
                    if !matches!(taken, Some(Ok(()))) {
                        searcher.mark_unavailable(&name);
                    }
                    asked.push(name);
                }
            }
        }
    }
    panic!("never done: {query:?}");
}
