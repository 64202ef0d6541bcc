//! Spaces between the words of a query: those that were left out, and those that belong nowhere.

use super::expand;
use super::lookup::Lookup;
use super::parse::QueryToken;
use super::reader::IndexReader;
use super::scored::ScoredDocs;
use crate::text::{is_stop_word, stem_of};

/// The fewest letters of a word that another one is split into.
const MIN_LETTERS: usize = 3;
/// The most letters of a word that is split: no two words have more.
const MAX_LETTERS: usize = 40;

/// Takes words that the site does not have for two that it has (`annualreport`), or for a part of
/// one (`safe guarding`). Only where all terms are at hand: otherwise each guess would fetch a file.
pub(super) fn respace(tokens: &mut Vec<QueryToken>, reader: &mut IndexReader<'_>) {
    if !reader.manifest.has_inlined_terms() {
        return;
    }
    let mut at = 0;
    while at < tokens.len() {
        if is_unknown(&tokens[at], reader) {
            if at > 0 && join(tokens, at - 1, reader) {
                // The next word is in its place.
                continue;
            }
            if !join(tokens, at, reader) {
                split(tokens, at, reader);
            }
        }
        at += 1;
    }
}

/// Whether nothing is known of a word: neither the index nor the thesaurus has it or, if it may
/// go on, what begins with it.
fn is_unknown<'a>(token: &QueryToken, reader: &mut IndexReader<'a>) -> bool {
    let thesaurus = &reader.manifest.thesaurus;
    let is_number = token.form.contains(|letter: char| letter.is_ascii_digit());
    !(token.is_stop_word
        || is_number
        || has(&token.stem, reader)
        || thesaurus
            .iter()
            .any(|entry| entry.phrase.contains(&token.stem))
        || token.is_prefix && !expand::completions(&token.form, &[], reader).is_empty())
}

fn has(stem: &str, reader: &mut IndexReader<'_>) -> bool {
    matches!(reader.term(stem), Lookup::Ready(Some(_)))
}

/// Joins a word and the next, if the index has them as one.
fn join(tokens: &mut Vec<QueryToken>, at: usize, reader: &mut IndexReader<'_>) -> bool {
    let [one, other, ..] = &tokens[at..] else {
        return false;
    };
    let form = [one.form.as_str(), &other.form].concat();
    let stem = stem_of(&form);
    if !has(&stem, reader) {
        return false;
    }
    let next = tokens.remove(at + 1);
    let token = &mut tokens[at];
    token.typed = [&token.typed, " ", &next.typed].concat();
    token.at.end = next.at.end;
    token.is_prefix = next.is_prefix;
    token.is_stop_word = false;
    token.is_respaced = true;
    (token.form, token.stem) = (form, stem);
    true
}

/// Splits a word into two that some document has both of.
fn split(tokens: &mut Vec<QueryToken>, at: usize, reader: &mut IndexReader<'_>) {
    let word = &tokens[at];
    if word.form.len() > MAX_LETTERS {
        return;
    }
    let places = word.form.char_indices().skip(MIN_LETTERS);
    let parts = places.map(|(place, _)| word.form.split_at(place));
    let found = parts
        .filter(|(_, other)| other.chars().count() >= MIN_LETTERS)
        .find(|(one, other)| {
            let docs = [one, other].map(|form| match reader.term(&stem_of(form)) {
                Lookup::Ready(Some(term)) if !is_stop_word(form) => {
                    ScoredDocs::of_term(&term, reader.manifest, 1.0)
                }
                _ => ScoredDocs::default(),
            });
            let [docs, others] = docs;
            !docs.intersect(others).is_empty()
        });
    let Some((one, other)) = found else {
        return;
    };
    let part = |form: &str, start: usize| QueryToken {
        form: form.into(),
        stem: stem_of(form),
        is_respaced: true,
        at: start..word.at.end,
        ..word.clone()
    };
    let parts = [part(one, word.at.start), part(other, word.at.end)];
    tokens.splice(at..=at, parts);
}
