//! Periods of years.

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use crate::{ParseError, characters::with_hyphens};

/// A period from one year to a later one, as reports and plans print it: `2017-18`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    from: u16,
    to: u16,
}

/// The longest period that is taken for one. `2017-12` is a month, and no period until 2112.
const MAX_YEARS: u16 = 30;

impl Period {
    /// The year that it begins in.
    pub fn from(self) -> u16 {
        self.from
    }

    /// The year that it ends in.
    pub fn to(self) -> u16 {
        self.to
    }
}

impl FromStr for Period {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        parse(&with_hyphens(text)).ok_or_else(|| {
            let help = match meant_by(text) {
                Some(meant) => format!("Write `{meant}`."),
                None => "Write the first year in full and two digits of the last: 2017-18.".into(),
            };
            ParseError::new(format!("`{text}` is not a period."), help)
        })
    }
}

/// What is meant by `2017/18`, `2017-2018` and `2017 to 2018`.
fn meant_by(text: &str) -> Option<Period> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut numbers = text
        .split(|letter| !is_digit(letter))
        .filter(|it| !it.is_empty());
    let (from, to) = (numbers.next()?, numbers.next()?);
    let to = if to.len() == 4 { &to[2..] } else { to };
    parse(&format!("{from}-{to}")).filter(|_| numbers.next().is_none())
}

fn parse(text: &str) -> Option<Period> {
    let (from, to) = text.split_once('-')?;
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if from.len() != 4 || to.len() != 2 || !digits(from) || !digits(to) {
        return None;
    }
    let from: u16 = from.parse().ok()?;
    let to: u16 = to.parse().ok()?;
    // 1999-00 ends in the next century.
    let years = (to + 100 - from % 100) % 100;
    (from > 0 && (1..=MAX_YEARS).contains(&years)).then_some(Period {
        from,
        to: from + years,
    })
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.from, self.to % 100)
    }
}
