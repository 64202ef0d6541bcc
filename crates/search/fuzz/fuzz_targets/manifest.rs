//! A manifest that says anything, and everything that is inlined in it.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use lscb_search::{Searcher, nfkd_lower};
use lscb_search_fuzz::{Fixture, corpus, query, search};

static FIXTURE: LazyLock<Fixture> = LazyLock::new(Fixture::inlined);
static QUERIES: LazyLock<Vec<String>> = LazyLock::new(|| corpus::queries(&FIXTURE));

fuzz_target!(
    init: corpus::seed([FIXTURE.index.manifest.clone()]),
    |bytes: &[u8]| {
        let Ok(mut searcher) = Searcher::open(bytes, nfkd_lower) else {
            return;
        };
        for (place, text) in QUERIES.iter().enumerate() {
            search(&mut searcher, &query(place as u8, text), |_| None);
        }
    }
);
