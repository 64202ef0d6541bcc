//! Slugs: the names of records, files and anchors.

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use crate::Fault;

/// A name for machines that people can read: small letters `a`-`z` and digits, with
/// single hyphens between them, such as `annual-report-2017-18`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);

impl Slug {
    /// The slug of some words: letters made small, apostrophes left out, anything else
    /// that is no letter or digit turned into a hyphen. None if nothing is left.
    pub fn from_words(words: &str) -> Option<Self> {
        let mut out = String::with_capacity(words.len());
        let mut gap = false;
        for c in words.chars() {
            match c.to_ascii_lowercase() {
                c @ ('a'..='z' | '0'..='9') => {
                    if gap && !out.is_empty() {
                        out.push('-');
                    }
                    gap = false;
                    out.push(c);
                }
                // An apostrophe joins: "Sefton's" is one word.
                '\'' | '\u{2019}' => {}
                _ => gap = true,
            }
        }
        (!out.is_empty()).then(|| Self(out.into()))
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

pub(crate) fn is_slug(text: &str) -> bool {
    text.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

impl FromStr for Slug {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        if is_slug(text) {
            return Ok(Self(text.into()));
        }
        let remedy = match Self::from_words(text) {
            Some(slug) => format!("Write `{slug}`."),
            None => "Write small letters, digits and single hyphens.".into(),
        };
        Err(Fault::new(format!("`{text}` is not a slug."), remedy))
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
