//! Text to words. Pages and questions go through the same steps, so that they meet:
//! Unicode letters and digits, accents and case folded (NFKD, then no combining marks),
//! English Snowball stems beside the exact forms.
//!
//! A stretch of text can be read in more than one way: "multi-agency" is two words and
//! one, "0151 934 3983" is three numbers and a telephone number. The further readings are
//! [`Word::extra`].

mod code;
mod fold;
mod letter;
mod stop;

use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};

pub(crate) use stop::{is_question_word, is_stop};

/// Gives the Unicode NFKD of a text in lower case. The caller's, since the tables for it would
/// be a third of the code in the browser, which has them.
pub(crate) type Decompose = fn(&str) -> String;

/// The longest word in characters. What is longer is cut: nobody asks for it whole.
const LONGEST: usize = 40;

/// The most parts of a hyphenated word that it is read as one of.
const LONGEST_RUN: usize = 6;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where it stands: bytes of the source.
    pub(crate) at: Range<usize>,
    /// Folded, otherwise as written.
    pub(crate) form: String,
    /// Its stem.
    pub(crate) stem: String,
    /// Whether it is a further reading of a place that other words cover: it can be found,
    /// but it is not counted in lengths and not part of a phrase.
    pub(crate) extra: bool,
}

/// The words of `text` in reading order, each further reading after the words it covers.
pub(crate) fn words(text: &str, decompose: Decompose) -> Vec<Word> {
    words_where(text, decompose, &|_| true)
}

/// The same, but words whose form is not `wanted` have no stem: stemming takes the most time.
pub(crate) fn words_where(
    text: &str,
    decompose: Decompose,
    wanted: &dyn Fn(&str) -> bool,
) -> Vec<Word> {
    let stemmer = Stemmer::create(Algorithm::English);
    let stem = |form: &str| {
        if wanted(form) {
            stem(&stemmer, form)
        } else {
            String::new()
        }
    };
    let mut words: Vec<Word> = Vec::new();
    // The first word of the hyphenated run that the last word belongs to.
    let mut run = 0;
    for at in stretches(text) {
        let joined = words.last().is_some_and(|last: &Word| {
            let single = |at: &Range<usize>| text[at.clone()].chars().nth(1).is_none();
            match &text[last.at.end..at.start] {
                "-" | "\u{2010}" | "\u{2011}" => true,
                "." => single(&last.at) && single(&at),
                _ => false,
            }
        });
        if !joined {
            close(&mut words, run, &stem);
            run = words.len();
        }
        let Some((form, base)) = fold::fold(&text[at.clone()], decompose) else {
            continue;
        };
        let stem = stem(&form[..base]);
        words.push(Word {
            at,
            form,
            stem,
            extra: false,
        });
    }
    close(&mut words, run, &stem);
    code::read(text, &mut words);
    words
}

/// The stem of a folded word.
fn stem(stemmer: &Stemmer, form: &str) -> String {
    stemmer.stem(form).into_owned()
}

/// The stem of a form that [`words`] has made.
pub(crate) fn stem_of(form: &str) -> String {
    stem(&Stemmer::create(Algorithm::English), form)
}

/// Adds the reading as one word of the hyphenated words, or the letters with points
/// between them, from `run` on.
fn close(words: &mut Vec<Word>, run: usize, stem: &dyn Fn(&str) -> String) {
    let Some(parts) = words.get(run..).filter(|parts| parts.len() > 1) else {
        return;
    };
    let numbers = |part: &Word| part.form.bytes().all(|byte| byte.is_ascii_digit());
    if parts.len() > LONGEST_RUN || parts.iter().all(numbers) {
        return;
    }
    let form: String = parts.iter().map(|part| part.form.as_str()).collect();
    let at = parts[0].at.start..parts[parts.len() - 1].at.end;
    words.push(Word {
        at,
        stem: stem(&form),
        form,
        extra: true,
    });
}

/// The runs of letters and digits, with the apostrophes and marks inside them. Scripts that
/// write no spaces give a run for each character.
fn stretches(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut characters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = characters.find(|&(_, character)| letter::is_letter(character))?;
        let mut end = start + first.len_utf8();
        if is_ideograph(first) {
            return Some(start..end);
        }
        while let Some(&(at, character)) = characters.peek() {
            let inside = if letter::is_letter(character) {
                !is_ideograph(character)
            } else {
                fold::is_mark(character)
                    || (fold::is_apostrophe(character) && end == at && {
                        let mut ahead = characters.clone();
                        ahead.next();
                        ahead.peek().is_some_and(|(_, next)| {
                            letter::is_letter(*next) && !next.is_ascii_digit()
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

/// Whether a character of a script without spaces stands for itself: kana and Han.
fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests;
