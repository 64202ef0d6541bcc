//! Slugs: the names of records, files and anchors.

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use deunicode::deunicode_char;
use icu_properties::{CodePointMapData, props::Script};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::ParseError;

/// A name for machines that people can read: small letters `a`-`z` and digits, with
/// single hyphens between them, such as `annual-report-2017-18`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);

impl Slug {
    /// The slug of some words: letters made small and without their accents, apostrophes left
    /// out, anything else that is no letter of a Latin alphabet and no digit turned into a
    /// hyphen. None if nothing is left.
    pub fn from_words(words: &str) -> Option<Self> {
        let mut out = Writer::default();
        for letter in words.nfd() {
            // An accent belongs to the letter before it, seen or not.
            if letter.is_ascii() {
                out.push(letter);
            } else if !is_combining_mark(letter) {
                match latin(letter) {
                    Some(letters) => letters.chars().for_each(|letter| out.push(letter)),
                    None => out.push(letter),
                }
            }
        }
        out.slug()
    }

    /// The slug that words had before accents were folded: `caf` of `Café`. None if it is that
    /// of today.
    pub(crate) fn from_words_before(words: &str) -> Option<Self> {
        let mut out = Writer::default();
        words.chars().for_each(|letter| out.push(letter));
        out.slug()
            .filter(|slug| Self::from_words(words).as_ref() != Some(slug))
    }

    /// This slug with a number behind it: the second `contact` on a page is `contact-2`.
    pub fn numbered(&self, number: usize) -> Self {
        Self(format!("{}-{number}", self.0).into())
    }

    /// The slug as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A slug while it is being written.
#[derive(Default)]
struct Writer {
    text: String,
    gap: bool,
}

impl Writer {
    fn push(&mut self, letter: char) {
        match letter.to_ascii_lowercase() {
            letter @ ('a'..='z' | '0'..='9') => {
                if self.gap && !self.text.is_empty() {
                    self.text.push('-');
                }
                self.gap = false;
                self.text.push(letter);
            }
            // An apostrophe joins: "Sefton's" is one word.
            '\'' | '\u{2019}' => {}
            _ => self.gap = true,
        }
    }

    fn slug(self) -> Option<Slug> {
        (!self.text.is_empty()).then(|| Slug(self.text.into()))
    }
}

/// A letter of a Latin alphabet in those of English: `ł` is `l`, `æ` is `ae`. Letters of other
/// scripts have no such form that their readers would know.
fn latin(letter: char) -> Option<&'static str> {
    let script = CodePointMapData::<Script>::new().get(letter);
    (script == Script::Latin).then(|| deunicode_char(letter))?
}

pub(crate) fn is_slug(text: &str) -> bool {
    text.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

impl FromStr for Slug {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        if is_slug(text) {
            return Ok(Self(text.into()));
        }
        let help = match Self::from_words(text) {
            Some(slug) => format!("Write `{slug}`."),
            None => "Write small letters, digits and single hyphens.".into(),
        };
        Err(ParseError::new(format!("`{text}` is not a slug."), help))
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
