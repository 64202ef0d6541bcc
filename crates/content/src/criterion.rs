//! Success criteria of the Web Content Accessibility Guidelines.

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use crate::ParseError;

/// A success criterion of WCAG 2.2 by its number, such as `1.3.1`. 4.1.1 is not one: the
/// second version took it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Criterion {
    principle: u8,
    guideline: u8,
    number: u8,
}

/// The levels of the criteria of each guideline in the order of their numbers, under the
/// four principles: 1 is A, 2 is AA, 3 is AAA (W3C Recommendation WCAG 2.2, 12 December
/// 2024). A hyphen is a criterion that is no longer one.
const GUIDELINES: [&[&str]; 4] = [
    &["1", "111223333", "111223", "1122233332222"],
    &["1131", "113333", "133", "1111222333233", "11113322"],
    &["123333", "112231", "112233123"],
    &["-12"],
];

impl Criterion {
    /// Its level: `A`, `AA` or `AAA`. The law asks for the first two.
    pub fn level(self) -> &'static str {
        match self.mark() {
            Some(b'1') => "A",
            Some(b'2') => "AA",
            _ => "AAA",
        }
    }

    fn mark(self) -> Option<u8> {
        let guidelines = GUIDELINES.get(usize::from(self.principle) - 1)?;
        let levels = guidelines.get(usize::from(self.guideline) - 1)?;
        let mark = levels.as_bytes().get(usize::from(self.number) - 1)?;
        (*mark != b'-').then_some(*mark)
    }
}

impl FromStr for Criterion {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        parse(text).ok_or_else(|| {
            ParseError::new(
                format!("`{text}` is not the number of a success criterion of WCAG 2.2."),
                "Write its three numbers with full stops between them: 1.3.1.",
            )
        })
    }
}

fn parse(text: &str) -> Option<Criterion> {
    let mut parts = text.split('.').map(|part| {
        let plain = !part.starts_with('0') && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse::<u8>().ok()).flatten()
    });
    let criterion = Criterion {
        principle: parts.next()??,
        guideline: parts.next()??,
        number: parts.next()??,
    };
    (parts.next().is_none() && criterion.mark().is_some()).then_some(criterion)
}

impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.principle, self.guideline, self.number)
    }
}
