//! Every document is found by its own rare word, by each slip in it, and by its beginnings.

use std::collections::BTreeSet;

use super::{Searcher, answer, documents, query, site, whole};
use crate::text::{stem_of, tokenize};
use crate::{Document, nfkd_lower};

/// Every way to type a word with one slip.
fn slips(word: &str) -> BTreeSet<String> {
    let letters = word.as_bytes();
    let mut slips = BTreeSet::new();
    for at in 0..=letters.len() {
        let (before, after) = word.split_at(at);
        for other in "aeiklqstxz".chars() {
            slips.insert(format!("{before}{other}{after}"));
            slips.extend(after.get(1..).map(|rest| format!("{before}{other}{rest}")));
        }
        slips.extend(after.get(1..).map(|rest| format!("{before}{rest}")));
        if let [one, two, ..] = after.as_bytes() {
            let (one, two) = (char::from(*one), char::from(*two));
            slips.insert(format!("{before}{two}{one}{}", &after[2..]));
        }
    }
    slips.remove(word);
    slips
}

/// The words of a site, and their stems.
fn vocabulary(documents: &[Document]) -> (BTreeSet<String>, BTreeSet<String>) {
    let texts = documents
        .iter()
        .flat_map(|document| [&document.title, &document.passages[0].text]);
    let all = texts.flat_map(|text| tokenize(text, nfkd_lower));
    all.map(|token| (token.form, token.stem)).unzip()
}

fn finds(searcher: &mut Searcher, question: &str, place: usize) -> bool {
    let mut query = query(question);
    // A beginning is that of commoner words too.
    query.limit = 1000;
    query.titles_only = true;
    let found = answer(searcher, &query);
    let address = format!("{place}/");
    found.hits.iter().any(|hit| hit.address == address)
}

fn every_document_is_found(count: usize, beside: bool) {
    let (documents, rare) = documents(count);
    let index = site(&documents);
    assert_eq!(index.files.len() > 20, beside, "{}", index.files.len());
    let mut searcher = whole(&index);
    let (forms, stems) = vocabulary(&documents);
    // Of a large site some: each has more than two hundred slips.
    for (place, word) in rare.iter().enumerate().step_by(count / 25) {
        assert!(finds(&mut searcher, word, place), "{word}");
        for slip in slips(word) {
            // What the site has is not corrected.
            if stems.contains(&stem_of(&slip)) {
                continue;
            }
            assert!(
                finds(&mut searcher, &format!("{slip} "), place),
                "{slip} for {word}"
            );
            let begins = forms.iter().any(|form| form.starts_with(&slip));
            assert!(
                begins || finds(&mut searcher, &slip, place),
                "{slip} for {word}"
            );
        }
        for end in 2..word.len() {
            let beginning = &word[..end];
            let others = forms.iter().filter(|form| form.starts_with(beginning));
            // The commonest eight are tried.
            if others.count() <= 8 {
                assert!(
                    finds(&mut searcher, beginning, place),
                    "{beginning} for {word}"
                );
            }
        }
    }
}

#[test]
fn in_an_index_within_its_manifest() {
    every_document_is_found(50, false);
}

#[test]
fn in_an_index_of_many_files() {
    every_document_is_found(700, true);
}
