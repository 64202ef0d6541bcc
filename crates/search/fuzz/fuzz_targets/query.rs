//! A query of any text, of a sound index.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use lscb_search::{Searcher, nfkd_lower};
use lscb_search_fuzz::{Fixture, corpus, query, search};

static FIXTURE: LazyLock<Fixture> = LazyLock::new(Fixture::split_into_files);

fuzz_target!(
    init: corpus::seed(corpus::queries(&FIXTURE).into_iter().map(|text| {
        [&[0], text.as_bytes()].concat()
    })),
    |input: &[u8]| {
        let Some((&options, text)) = input.split_first() else {
            return;
        };
        let text = String::from_utf8_lossy(text);
        let mut searcher = Searcher::open(&FIXTURE.index.manifest, nfkd_lower).expect("sound");
        let results = search(&mut searcher, &query(options, &text), |name| FIXTURE.file(name));
        assert!(!results.incomplete, "every file was there");
        assert!(results.hits.len() <= results.total);
    }
);
