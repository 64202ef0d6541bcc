//! A file of the index that says anything, among others that are sound.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use lscb_search::{Searcher, nfkd_lower};
use lscb_search_fuzz::corpus::{self, FileInput};
use lscb_search_fuzz::{Fixture, query, search};

static FIXTURE: LazyLock<Fixture> = LazyLock::new(Fixture::split_into_files);

fuzz_target!(init: corpus::seed(corpus::files(&FIXTURE)), |input: &[u8]| {
    let files = &FIXTURE.index.files;
    let Some(input) = FileInput::read(input, files.len()) else {
        return;
    };
    let mut searcher = Searcher::open(&FIXTURE.index.manifest, nfkd_lower).expect("sound");
    let damaged = &files[input.file].name;
    let results = search(&mut searcher, &query(input.options, input.text), |name| {
        if name == damaged {
            Some(input.bytes)
        } else {
            FIXTURE.file(name)
        }
    });
    assert!(results.total <= FIXTURE.documents.len());
});
