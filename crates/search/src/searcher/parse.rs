//! The query parser: words, phrases and exclusions.

use std::ops::Range;

use crate::text::{Normalizer, Token, is_question_word, is_stop_word, tokenize};

/// The most words of a query that are looked up. Nobody types more; pasted text has more.
const MAX_TOKENS: usize = 32;
/// The most bytes of a query that are read.
const MAX_BYTES: usize = 2000;

/// A word of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QueryToken {
    /// As typed.
    pub(super) typed: String,
    /// Its exact form, folded.
    pub(super) form: String,
    pub(super) stem: String,
    /// The stem of the compound that it is a part of, written as one word.
    pub(super) compound: Option<String>,
    /// Whether it may go on: it is the last, and nothing follows it.
    pub(super) is_prefix: bool,
    /// Whether it is a stop word or a question word, and the query has others.
    pub(super) is_stop_word: bool,
    /// Whether it was typed with other spaces.
    pub(super) is_respaced: bool,
    /// Its byte range in the query; that of the second part of a word that was split is empty.
    pub(super) at: Range<usize>,
}

/// A parsed query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ParsedQuery {
    pub(super) tokens: Vec<QueryToken>,
    /// The forms of each quoted phrase.
    pub(super) phrases: Vec<Vec<String>>,
    /// The stems of excluded words.
    pub(super) excluded: Vec<String>,
}

/// Parses a query.
pub(super) fn parse(text: &str, normalizer: Normalizer) -> ParsedQuery {
    let text = &text[..floor_char_boundary(text, MAX_BYTES)];
    let mut query = ParsedQuery::default();
    let mut quoted = false;
    let mut start = 0;
    // A quote that is never closed is ignored.
    let quotes = text.chars().filter(|&sign| is_quote(sign)).count() / 2 * 2;
    for (at, sign) in text
        .char_indices()
        .filter(|(_, sign)| is_quote(*sign))
        .take(quotes)
    {
        query.read(text, start..at, quoted, normalizer);
        start = at + sign.len_utf8();
        quoted = !quoted;
    }
    query.read(text, start..text.len(), false, normalizer);
    query.tokens.truncate(MAX_TOKENS);
    // Stop words count only where there are no other words.
    if query.tokens.iter().all(|token| token.is_stop_word) {
        for token in &mut query.tokens {
            token.is_stop_word = false;
        }
    }
    if let Some(last) = query.tokens.last_mut() {
        last.is_prefix = last.at.end == text.len();
    }
    query
}

impl ParsedQuery {
    /// Adds the words of a part of `text`.
    fn read(&mut self, text: &str, part: Range<usize>, quoted: bool, normalizer: Normalizer) {
        let found = tokenize(&text[part.clone()], normalizer);
        if quoted {
            let plain = found.iter().filter(|token| !token.is_variant);
            let forms: Vec<String> = plain.map(|token| token.form.clone()).collect();
            if forms.len() > 1 {
                self.phrases.push(forms);
            }
        }
        let mut next = 0;
        while let Some(token) = found.get(next) {
            // The token of this place, or the identifier that covers it and more.
            let identifier = found.iter().find(|other| {
                other.is_variant && other.at.start == token.at.start && is_identifier(&other.form)
            });
            let token = identifier.unwrap_or(token);
            let covered = found[next..]
                .iter()
                .take_while(|other| other.at.end <= token.at.end);
            let covered = covered.count().max(1);
            let at = part.start + token.at.start..part.start + token.at.end;
            let compound = found.iter().find(|other| {
                other.is_variant && other.at.contains(&token.at.start) && other.at != token.at
            });
            next += covered;
            if token.is_variant && identifier.is_none() {
                continue;
            }
            if !quoted && excludes(&text[..at.start]) {
                self.excluded.push(token.stem.clone());
            } else {
                self.tokens.push(query_token(text, token, at, compound));
            }
        }
    }
}

fn query_token(
    text: &str,
    token: &Token,
    at: Range<usize>,
    compound: Option<&Token>,
) -> QueryToken {
    QueryToken {
        typed: text[at.clone()].into(),
        form: token.form.clone(),
        stem: token.stem.clone(),
        compound: compound.map(|compound| compound.stem.clone()),
        is_prefix: false,
        is_respaced: false,
        is_stop_word: is_stop_word(&token.form) || is_question_word(&token.form),
        at,
    }
}

/// Whether a variant is a telephone number or a postcode.
fn is_identifier(form: &str) -> bool {
    form.bytes().any(|byte| byte.is_ascii_digit())
        && (form.len() > 9 || !form.starts_with(|first: char| first.is_ascii_digit()))
}

/// Whether the text before a word excludes it: a hyphen after a space or the start.
fn excludes(before: &str) -> bool {
    let Some(rest) = before.strip_suffix(['-', '\u{2212}']) else {
        return false;
    };
    rest.is_empty() || rest.ends_with(char::is_whitespace)
}

fn is_quote(sign: char) -> bool {
    matches!(
        sign,
        '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}'
    )
}

/// The last character boundary at or before `at`.
pub(super) fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests;
