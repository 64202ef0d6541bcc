//! Documents of any text: the index of them can be read, and is the same each time.

#![no_main]

use libfuzzer_sys::fuzz_target;
use lscb_search::indexer::build_index;
use lscb_search::{Document, Passage, Searcher, Thesaurus, nfkd_lower};
use lscb_search_fuzz::{Fixture, corpus, query, search};

fuzz_target!(
    init: corpus::seed(Fixture::inlined().documents.into_iter().map(|document| {
        format!("{}\n{}", document.title, document.passages[0].text).into_bytes()
    })),
    |input: &[u8]| {
        let text = String::from_utf8_lossy(input);
        // A line is a document, its first half the title.
        let documents: Vec<Document> = text.lines().enumerate().map(document).collect();
        let thesaurus = Thesaurus::default();
        let index = build_index(&documents, &thesaurus);
        assert_eq!(index, build_index(&documents, &thesaurus));
        let mut searcher = Searcher::open(&index.manifest, nfkd_lower).expect("its own manifest");
        for document in documents.iter().take(3) {
            let file = |name: &str| {
                let mut files = index.files.iter();
                files.find(|file| file.name == name).map(|file| &file.bytes[..])
            };
            let results = search(&mut searcher, &query(0, &document.title), file);
            assert!(!results.incomplete, "every file was there");
        }
    }
);

fn document((number, line): (usize, &str)) -> Document {
    let half = line.floor_char_boundary(line.len() / 2);
    let (title, text) = line.split_at(half);
    Document {
        address: format!("{number}/"),
        title: title.into(),
        passages: vec![Passage {
            heading: None,
            text: text.into(),
        }],
        ..Document::default()
    }
}
