//! Every document is found by its own words, and bytes of any kind do no harm.

mod hostile;
mod rare;

use super::{Searcher, Step};
use crate::indexer::{Index, build_index};
use crate::{Document, Kind, Passage, SearchQuery, SearchResults, Thesaurus, nfkd_lower};

/// Numbers that look random and are the same each time (Marsaglia: *Xorshift RNGs*, Journal
/// of Statistical Software 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }

    /// A word that is hardly ever made twice.
    fn word(&mut self, letters: usize) -> String {
        let letter = |place: usize, random: &mut Self| {
            let sorts = [b"bcdfghklmnprtvz".as_slice(), b"aeiou"];
            let sort = sorts[place % 2];
            char::from(sort[random.below(sort.len())])
        };
        (0..letters).map(|place| letter(place, self)).collect()
    }
}

/// Documents that share most of their words and have one each of their own.
fn documents(count: usize) -> (Vec<Document>, Vec<String>) {
    let mut random = Random(7);
    let common: Vec<String> = (0..400).map(|_| random.word(6)).collect();
    let rare: Vec<String> = (0..count).map(|_| random.word(9)).collect();
    let made = rare.iter().enumerate().map(|(place, rare)| {
        let mut text = |words: usize| {
            let words = (0..words).map(|_| common[random.below(400)].as_str());
            words.collect::<Vec<_>>().join(" ")
        };
        Document {
            address: format!("{place}/"),
            section: ["Home", "Learning"][place % 2].into(),
            kind: [Kind::Page, Kind::Review][place / 2 % 2],
            year: [None, Some(2020)][place / 4 % 2],
            title: text(3),
            passages: vec![Passage {
                heading: None,
                text: format!("{} {rare} {}", text(20), text(40)),
            }],
            ..Document::default()
        }
    });
    let made = made.collect();
    (made, rare)
}

fn site(documents: &[Document]) -> Index {
    let thesaurus = Thesaurus {
        equivalent: vec![vec!["SCR".into(), "serious case review".into()]],
        ..Thesaurus::default()
    };
    build_index(documents, &thesaurus)
}

/// A searcher that has every file.
fn whole(index: &Index) -> Searcher {
    let mut searcher = Searcher::open(&index.manifest, nfkd_lower).expect("a manifest");
    for file in &index.files {
        searcher.insert(&file.name, &file.bytes).expect("a file");
    }
    searcher
}

fn query(question: &str) -> SearchQuery {
    SearchQuery {
        text: question.into(),
        limit: 10,
        ..SearchQuery::default()
    }
}

/// The answer, without what cannot be had.
fn answer(searcher: &mut Searcher, query: &SearchQuery) -> SearchResults {
    // Each step needs other files: terms, spelling, terms again, directory, stored fields, passages.
    for _ in 0..9 {
        match searcher.search(query) {
            Step::Done(found) => return found,
            Step::Fetch(names) => {
                assert!(!names.is_empty(), "asks for nothing");
                for name in names {
                    searcher.mark_unavailable(&name);
                }
            }
        }
    }
    panic!("never done: {query:?}");
}
