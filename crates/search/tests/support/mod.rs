//! Asking an index as the browser does, with its files in memory.

use lscb_search::indexer::{Index, build_index};
use lscb_search::{
    Document, Highlighted, Passage, SearchQuery, SearchResults, Searcher, Step, Thesaurus,
    nfkd_lower,
};

/// A site's index.
pub(crate) struct Site {
    pub index: Index,
}

impl Site {
    pub(crate) fn of(documents: &[Document], thesaurus: &Thesaurus) -> Self {
        Self {
            index: build_index(documents, thesaurus),
        }
    }

    pub(crate) fn open(&self) -> Searcher {
        Searcher::open(&self.index.manifest, nfkd_lower).expect("a manifest")
    }

    /// Hands over what is needed until there is an answer.
    pub(crate) fn finish(&self, searcher: &mut Searcher, query: &SearchQuery) -> SearchResults {
        for _ in 0..9 {
            match searcher.search(query) {
                Step::Done(found) => return found,
                Step::Fetch(names) => {
                    assert!(!names.is_empty(), "asks for nothing");
                    self.hand_over(searcher, &names);
                }
            }
        }
        panic!("never done: {}", query.text);
    }

    /// Hands over the files that a step asked for.
    pub(crate) fn hand_over(&self, searcher: &mut Searcher, names: &[String]) {
        for name in names {
            let mut files = self.index.files.iter();
            let file = files
                .find(|file| file.name == *name)
                .expect("a file of the index");
            searcher.insert(name, &file.bytes).expect("whole");
        }
    }

    pub(crate) fn search(&self, query: &SearchQuery) -> SearchResults {
        self.finish(&mut self.open(), query)
    }

    pub(crate) fn find(&self, text: &str) -> Vec<String> {
        addresses(&self.search(&query(text)))
    }

    pub(crate) fn first(&self, text: &str) -> String {
        self.find(text).into_iter().next().unwrap_or_default()
    }
}

pub(crate) fn query(text: &str) -> SearchQuery {
    SearchQuery {
        text: text.into(),
        limit: 10,
        ..SearchQuery::default()
    }
}

pub(crate) fn addresses(found: &SearchResults) -> Vec<String> {
    let hits = found.hits.iter();
    hits.map(|hit| hit.address.clone()).collect()
}

/// A text with its marks in brackets.
pub(crate) fn shown(marked: &Highlighted) -> String {
    let show = |span: &lscb_search::Span| match span.marked {
        true => format!("[{}]", span.text),
        false => span.text.clone(),
    };
    marked.0.iter().map(show).collect()
}

pub(crate) fn document(address: &str, title: &str, text: &str) -> Document {
    Document {
        address: address.into(),
        title: title.into(),
        section: "Home".into(),
        passages: vec![Passage {
            heading: None,
            text: text.into(),
        }],
        ..Document::default()
    }
}

/// Documents of made-up words, the same every time.
pub(crate) fn filler(count: usize) -> Vec<Document> {
    let mut state = 1u32;
    let mut next = move |below: u32| {
        // Knuth, The Art of Computer Programming 2, section 3.3.4.
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below
    };
    let mut word = move || {
        let syllables = ["ba", "do", "ki", "lu", "me", "po", "ra", "su", "ti", "zo"];
        let rare = next(4) == 0;
        let letters = if rare { 5 } else { 3 };
        (0..letters)
            .map(|_| syllables[next(10) as usize])
            .collect::<String>()
    };
    (0..count)
        .map(|number| {
            let title: Vec<_> = (0..3).map(|_| word()).collect();
            let text: Vec<_> = (0..60).map(|_| word()).collect();
            document(
                &format!("filler/{number}/"),
                &title.join(" "),
                &text.join(" "),
            )
        })
        .collect()
}
