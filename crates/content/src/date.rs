//! Dates with a precision: a year, a month or a day.

#[cfg(test)]
mod tests;

use std::{cmp::Ordering, fmt, str::FromStr};

use time::Month;

use crate::{ParseError, characters::with_hyphens};

/// A date of the Gregorian calendar, to the day, the month or the year (ISO 8601-1:2019,
/// 5.2.2, calendar dates with reduced precision).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    /// 0 if only the year is known.
    month: u8,
    /// 0 if only the month or the year is known.
    day: u8,
}

/// How much of a [`Date`] is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it all")]
pub enum Precision {
    Year,
    Month,
    Day,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// A year from 1 to 9999; none outside.
    pub fn from_year(year: u16) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Self {
            year,
            month: 0,
            day: 0,
        })
    }

    /// A month of a year; none if the calendar has no such month.
    pub fn from_month(year: u16, month: u8) -> Option<Self> {
        let date = Self::from_year(year)?;
        (1..=12).contains(&month).then_some(Self { month, ..date })
    }

    /// A day; none if the calendar has no such day.
    pub fn from_day(year: u16, month: u8, day: u8) -> Option<Self> {
        let date = Self::from_month(year, month)?;
        (1..=days_in(year, month))
            .contains(&day)
            .then_some(Self { day, ..date })
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// How much of the date is known.
    pub fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The date in words as British English writes it: `25 June 2019`, `April 2019`, `2019`.
    pub fn words(self) -> String {
        match self.precision() {
            Precision::Year => self.year.to_string(),
            Precision::Month => format!("{} {}", self.month_name(), self.year),
            Precision::Day => format!("{} {} {}", self.day, self.month_name(), self.year),
        }
    }

    /// The last day of the time that the date names: of `2019-02`, 28 February 2019.
    pub fn last_day(self) -> Self {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 {
            days_in(self.year, month)
        } else {
            self.day
        };
        Self { month, day, ..self }
    }

    /// The same date a year later; 28 February for a leap day.
    pub fn a_year_later(self) -> Self {
        let year = (self.year + 1).min(9999);
        Self {
            year,
            day: self.day.min(days_in(year, self.month)),
            ..self
        }
    }

    /// Sorts later dates first. A month counts as its last day, so that `2019-04` comes
    /// before `2019-04-10`.
    pub fn newest_first(a: &Self, b: &Self) -> Ordering {
        b.last_day().cmp(&a.last_day())
    }

    fn month_name(self) -> &'static str {
        MONTHS[usize::from(self.month) - 1]
    }
}

/// How many days a month has, 1 to 12.
fn days_in(year: u16, month: u8) -> u8 {
    Month::try_from(month).map_or(31, |month| month.length(year.into()))
}

impl FromStr for Date {
    type Err = ParseError;

    /// Reads `2019`, `2019-04` and `2019-06-25`.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        parse(&with_hyphens(text)).ok_or_else(|| {
            let help = match meant_by(text) {
                Some(meant) => format!("Write `{meant}`."),
                None => "Write a day of the calendar as 2019-06-25, a month as 2019-04, a year as \
                         2019."
                    .into(),
            };
            ParseError::new(format!("`{text}` is not a date."), help)
        })
    }
}

/// What is meant by `25 June 2019`, `25/6/2019`, `25th June, 2019`, `June 2019` and `2019-6-25`.
fn meant_by(text: &str) -> Option<Date> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words
        .first()
        .is_some_and(|first| first.len() == 4 && number(first, 4).is_some())
    {
        words.reverse();
    }
    let (year, rest) = words.split_last()?;
    let (month, days) = rest.split_last()?;
    let (year, month) = (number(year, 4)?, month_of(month)?);
    match days {
        [] => Date::from_month(year, month),
        [day] => Date::from_day(year, month, ordinal(day)?),
        _ => None,
    }
}

/// The month of a number or a name, which three letters tell apart.
fn month_of(word: &str) -> Option<u8> {
    let is_name = |name: &&str| {
        let start = name.get(..word.len());
        word.len() >= 3 && start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    let of_name = (1..).zip(MONTHS).find(|(_, name)| is_name(name));
    of_name
        .map(|(month, _)| month)
        .or_else(|| word.parse().ok())
}

/// A number, with or without the ending of an ordinal.
fn ordinal(word: &str) -> Option<u8> {
    let number = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = &word[number.len()..];
    let is_ending = ["", "st", "nd", "rd", "th"].contains(&ending);
    is_ending.then(|| number.parse().ok()).flatten()
}

fn parse(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map(|part| number(part, 2));
    let day = parts.next().map(|part| number(part, 2));
    match (month, day, parts.next()) {
        (None, None, None) => Date::from_year(year),
        (Some(month), None, None) => Date::from_month(year, u8::try_from(month?).ok()?),
        (Some(month), Some(day), None) => {
            Date::from_day(year, u8::try_from(month?).ok()?, u8::try_from(day?).ok()?)
        }
        _ => None,
    }
}

fn number(text: &str, digits: usize) -> Option<u16> {
    let valid = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
    valid.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Date {
    /// Writes the ISO form with the precision that is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}
