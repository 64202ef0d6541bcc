//! Spaces between the words of a query: those that were left out, and those that belong nowhere.

use super::lookup::Lookup;
use super::parse::QueryToken;
use super::reader::IndexReader;
use super::scored::ScoredDocs;
use crate::text::{is_stop_word, stem_of};

/// The fewest letters of a word that another one is split into.
const MIN_LETTERS: usize = 3;
/// The most letters of a word that is split: no two words have more.
const MAX_LETTERS: usize = 40;

/// Takes words that the site does not have for two that it or the thesaurus has (`annualreport`), or for
/// a part of one (`safe guarding`). Only where all terms are at hand: otherwise each guess would fetch a file.
#[inline(never)]
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
            let is_word = reader.manifest.known_words.contains(&tokens[at].stem);
            if !join(tokens, at, reader) && !is_word {
                split(tokens, at, reader);
            }
        }
        at += 1;
    }
}

/// Whether nothing is known of a word: neither the index nor the thesaurus has it.
fn is_unknown(token: &QueryToken, reader: &mut IndexReader<'_>) -> bool {
    let is_number = token.form.bytes().any(|byte| byte.is_ascii_digit());
    !(token.is_stop_word
        || is_number
        || reader.manifest.is_in_thesaurus(&token.stem)
        || std::iter::once(&token.stem)
            .chain(&token.compound)
            .any(|stem| !matches!(reader.term(stem), Lookup::Ready(None))))
}

/// Joins a word and the next, if the index has them as one.
fn join(tokens: &mut Vec<QueryToken>, at: usize, reader: &mut IndexReader<'_>) -> bool {
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    // A letter alone is an initial, or the beginning of a word.
    if tokens[at].form.len().min(next.form.len()) == 1 {
        return false;
    }
    let form = [tokens[at].form.as_str(), &next.form].concat();
    let stem = stem_of(&form);
    if !matches!(reader.term(&stem), Lookup::Ready(Some(_))) {
        return false;
    }
    let next = tokens.remove(at + 1);
    let one = tokens[at].clone();
    tokens[at] = QueryToken {
        typed: [&one.typed, " ", &next.typed].concat(),
        form,
        stem,
        is_respaced: true,
        at: one.at.start..next.at.end,
        ..next
    };
    true
}

/// Splits a word into two that some document has both of, or that the thesaurus has as a phrase.
fn split(tokens: &mut Vec<QueryToken>, at: usize, reader: &mut IndexReader<'_>) {
    let word = &mut tokens[at];
    for place in MIN_LETTERS..word.form.len().min(MAX_LETTERS) {
        let Some((one, other)) = word.form.split_at_checked(place) else {
            continue;
        };
        if other.len() < MIN_LETTERS
            || !(is_phrase(one, other, reader) || have_both(one, other, reader))
        {
            continue;
        }
        let second = QueryToken {
            form: other.into(),
            stem: stem_of(other),
            is_respaced: true,
            at: word.at.end..word.at.end,
            ..word.clone()
        };
        word.stem = stem_of(one);
        word.form.truncate(place);
        word.is_respaced = true;
        word.is_prefix = false;
        tokens.insert(at + 1, second);
        return;
    }
}

/// Whether the thesaurus has two words as a phrase: `selfharm`.
fn is_phrase(one: &str, other: &str, reader: &IndexReader<'_>) -> bool {
    let forms = [one, " ", other].concat();
    let phrases = reader.manifest.phrases();
    phrases.into_iter().any(|phrase| phrase.forms == forms)
}

/// Whether some document has two words that are no stop words.
fn have_both(one: &str, other: &str, reader: &mut IndexReader<'_>) -> bool {
    let mut both: Option<ScoredDocs> = None;
    for form in [one, other] {
        if is_stop_word(form) {
            return false;
        }
        let Lookup::Ready(Some(term)) = reader.term(&stem_of(form)) else {
            return false;
        };
        let docs = ScoredDocs::of_term(&term, reader.manifest, 1.0);
        both = Some(match both {
            Some(others) => others.intersect(docs),
            None => docs,
        });
    }
    both.is_some_and(|both| !both.is_empty())
}
