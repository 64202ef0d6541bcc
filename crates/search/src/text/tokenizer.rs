//! The tokenizer: text to tokens with their exact form and their stem.

use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};

use super::normalizer::Normalizer;
use super::token::Token;
use super::{char_class, fold, identifiers};

/// The most parts of a hyphenated compound that is also indexed as one token.
const MAX_COMPOUND_PARTS: usize = 6;

/// The tokens of `text` in reading order, each variant after the tokens it covers.
pub(crate) fn tokenize(text: &str, normalizer: Normalizer) -> Vec<Token> {
    tokenize_where(text, normalizer, &|_| true)
}

/// The same, but tokens whose form does not satisfy `needs_stem` have an empty stem: stemming takes
/// the most time.
pub(crate) fn tokenize_where(
    text: &str,
    normalizer: Normalizer,
    needs_stem: &dyn Fn(&str) -> bool,
) -> Vec<Token> {
    let stemmer = Stemmer::create(Algorithm::English);
    let stem = |form: &str| {
        if needs_stem(form) {
            stem(&stemmer, form)
        } else {
            String::new()
        }
    };
    let mut tokens: Vec<Token> = Vec::new();
    // The first token of the hyphenated run that the last token belongs to.
    let mut run = 0;
    for at in runs(text) {
        let is_compound = tokens.last().is_some_and(|last: &Token| {
            let single = |at: &Range<usize>| text[at.clone()].chars().nth(1).is_none();
            match &text[last.at.end..at.start] {
                "-" | "\u{2010}" | "\u{2011}" => true,
                "." => single(&last.at) && single(&at),
                _ => false,
            }
        });
        if !is_compound {
            push_compound(&mut tokens, run, &stem);
            run = tokens.len();
        }
        let Some((form, base)) = fold::fold(&text[at.clone()], normalizer) else {
            continue;
        };
        let stem = stem(&form[..base]);
        tokens.push(Token {
            at,
            form,
            stem,
            is_variant: false,
        });
    }
    push_compound(&mut tokens, run, &stem);
    identifiers::add_variants(text, &mut tokens);
    tokens
}

/// What words begin with that have a stem of their own: Snowball takes “emergency” for “emerging”,
/// “responsible” for “response” and “yearly” for “year”. The first is how many write the second.
const APART: [&str; 4] = ["emerganc", "emergenc", "responsib", "yearly"];

/// The stem of a folded form. Snowball leaves an `s` behind a word without vowels, which English
/// words do not have and short forms do: “GPs” are several of “GP”.
fn stem(stemmer: &Stemmer, form: &str) -> String {
    let is_short_form = |word: &[u8]| {
        let is_consonant = |letter: &u8| letter.is_ascii_lowercase() && !b"aeiouy".contains(letter);
        word.len() > 1 && !word.ends_with(b"s") && word.iter().all(is_consonant)
    };
    if let Some(apart) = APART.into_iter().find(|it| form.starts_with(it)) {
        return apart.into();
    }
    match form.strip_suffix("s") {
        Some(one) if is_short_form(one.as_bytes()) => one.into(),
        _ => stemmer.stem(form).into_owned(),
    }
}

/// The stem of the form of a token.
pub(crate) fn stem_of(form: &str) -> String {
    stem(&Stemmer::create(Algorithm::English), form)
}

/// Adds the compound variant of the hyphenated tokens, or of the initials with full stops, from
/// `run` on: "multi-agency" is also "multiagency".
fn push_compound(tokens: &mut Vec<Token>, run: usize, stem: &dyn Fn(&str) -> String) {
    let Some(parts) = tokens.get(run..).filter(|parts| parts.len() > 1) else {
        return;
    };
    let numbers = |part: &Token| part.form.bytes().all(|byte| byte.is_ascii_digit());
    if parts.len() > MAX_COMPOUND_PARTS || parts.iter().all(numbers) {
        return;
    }
    let form: String = parts.iter().map(|part| part.form.as_str()).collect();
    let at = parts[0].at.start..parts[parts.len() - 1].at.end;
    tokens.push(Token {
        at,
        stem: stem(&form),
        form,
        is_variant: true,
    });
}

/// The byte ranges of words: runs of letters and digits, with the apostrophes and marks inside
/// them. Each Han and kana character is a word of its own; other scripts without spaces, such
/// as Thai and Khmer, are not segmented: a run of them is one token.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut characters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) =
            characters.find(|&(_, character)| char_class::is_word_char(character))?;
        let mut end = start + first.len_utf8();
        if is_ideograph(first) {
            return Some(start..end);
        }
        while let Some(&(at, character)) = characters.peek() {
            let inside = if char_class::is_word_char(character) {
                !is_ideograph(character)
            } else {
                fold::is_mark(character)
                    || (fold::is_apostrophe(character) && end == at && {
                        let mut ahead = characters.clone();
                        ahead.next();
                        ahead.peek().is_some_and(|(_, next)| {
                            char_class::is_word_char(*next) && !next.is_ascii_digit()
                        })
                    })
            };
            if !inside {
                break;
            }
            end = at + character.len_utf8();
            characters.next();
        }
        Some(start..end)
    })
}

/// Whether a character is a token of its own: kana and Han.
fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests;
