//! A question taken apart.

use std::ops::Range;

use crate::analysis::{Decompose, Word, is_question_word, is_stop, words};

/// The most words of a question that are looked up. Nobody types more; pasted text does.
const MOST_WORDS: usize = 32;
/// The most bytes of a question that are read.
const MOST_BYTES: usize = 2000;

/// A word of the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) typed: String,
    pub(crate) form: String,
    pub(crate) stem: String,
    /// Another way to write it, in one word.
    pub(crate) joined: Option<String>,
    /// Whether the reader may still be typing it.
    pub(crate) half_typed: bool,
    /// Whether it says nothing of what is looked for.
    pub(crate) idle: bool,
    /// Where it stands in the question.
    pub(crate) at: Range<usize>,
}

/// A question taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query {
    pub(crate) words: Vec<Asked>,
    /// Forms that must follow each other.
    pub(crate) phrases: Vec<Vec<String>>,
    /// Stems of words that must not be there.
    pub(crate) excluded: Vec<String>,
}

/// Takes a question apart.
pub(crate) fn parse(text: &str, decompose: Decompose) -> Query {
    let text = &text[..floor(text, MOST_BYTES)];
    let mut query = Query::default();
    let mut quoted = false;
    let mut start = 0;
    // A quotation that is never closed is read as plain words.
    let quotes = text.chars().filter(|&sign| is_quote(sign)).count() / 2 * 2;
    for (at, sign) in text
        .char_indices()
        .filter(|(_, sign)| is_quote(*sign))
        .take(quotes)
    {
        query.read(text, start..at, quoted, decompose);
        start = at + sign.len_utf8();
        quoted = !quoted;
    }
    query.read(text, start..text.len(), false, decompose);
    query.words.truncate(MOST_WORDS);
    // Words that say nothing count only where no others are.
    if query.words.iter().all(|word| word.idle) {
        for word in &mut query.words {
            word.idle = false;
        }
    }
    if let Some(last) = query.words.last_mut() {
        last.half_typed = last.at.end == text.len();
    }
    query
}

impl Query {
    fn read(&mut self, text: &str, part: Range<usize>, quoted: bool, decompose: Decompose) {
        let found = words(&text[part.clone()], decompose);
        if quoted {
            let plain = found.iter().filter(|word| !word.extra);
            let forms: Vec<String> = plain.map(|word| word.form.clone()).collect();
            if forms.len() > 1 {
                self.phrases.push(forms);
            }
        }
        let mut next = 0;
        while let Some(word) = found.get(next) {
            // The readings of this place: itself, or what covers it and more.
            let code = found.iter().find(|other| {
                other.extra && other.at.start == word.at.start && is_code(&other.form)
            });
            let word = code.unwrap_or(word);
            let covered = found[next..]
                .iter()
                .take_while(|other| other.at.end <= word.at.end);
            let covered = covered.count().max(1);
            let at = part.start + word.at.start..part.start + word.at.end;
            let joined = found.iter().find(|other| {
                other.extra && other.at.contains(&word.at.start) && other.at != word.at
            });
            next += covered;
            if word.extra && code.is_none() {
                continue;
            }
            if !quoted && excludes(&text[..at.start]) {
                self.excluded.push(word.stem.clone());
            } else {
                self.words.push(asked(text, word, at, joined));
            }
        }
    }
}

fn asked(text: &str, word: &Word, at: Range<usize>, joined: Option<&Word>) -> Asked {
    Asked {
        typed: text[at.clone()].into(),
        form: word.form.clone(),
        stem: word.stem.clone(),
        joined: joined.map(|joined| joined.stem.clone()),
        half_typed: false,
        idle: is_stop(&word.form) || is_question_word(&word.form),
        at,
    }
}

/// Whether a reading of a stretch as one is what was meant: telephone numbers and postcodes.
fn is_code(form: &str) -> bool {
    form.bytes().any(|byte| byte.is_ascii_digit())
        && (form.len() > 9 || !form.starts_with(|first: char| first.is_ascii_digit()))
}

/// Whether what stands before a word excludes it: a hyphen after a space or the start.
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

/// The last boundary of characters at or before `at`.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests;
