//! Asking Sefton's site as it is published.

use lscb_publish::search::BuiltIndex;
use lscb_search::{SearchQuery, SearchResults};

use crate::built::SEFTON;

pub(crate) const JANET: &str = "learning-from-reviews/#april-2019";
pub(crate) const CHARLIE: &str = "learning-from-reviews/#march-2019";
pub(crate) const BEN: &str = "learning-from-reviews/#july-2018";
pub(crate) const CDOP: &str = "child-death-overview-panel/";
pub(crate) const CHAIR: &str = "about-us/independent-chair/";

pub(crate) fn ask(query: &str) -> SearchResults {
    let query = SearchQuery {
        text: query.into(),
        limit: 10,
        ..SearchQuery::default()
    };
    let mut index = BuiltIndex::open(&SEFTON.root()).expect("an index");
    index.ask(&query).expect("an answer")
}

/// The addresses of what is found, best first.
pub(crate) fn find(query: &str) -> Vec<String> {
    let hits = ask(query).hits.into_iter();
    hits.map(|hit| hit.address).collect()
}

/// The same comes first while the last word is being typed and once it has been.
#[track_caller]
pub(crate) fn check_first(query: &str, address: &str) {
    for query in [query.to_owned(), format!("{query} ")] {
        let found = find(&query);
        assert_eq!(
            found.first().map(String::as_str),
            Some(address),
            "{query}: {found:?}"
        );
    }
}
