//! Success criteria of the Web Content Accessibility Guidelines.

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use crate::Fault;

/// A success criterion of WCAG 2.2 by its number, such as `1.3.1`. 4.1.1 is not one: the
/// second version took it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Criterion {
    principle: u8,
    guideline: u8,
    number: u8,
}

/// How many criteria each guideline has, under the four principles (W3C Recommendation
/// WCAG 2.2, 12 December 2024).
const GUIDELINES: [&[u8]; 4] = [&[1, 9, 6, 13], &[4, 6, 3, 13, 8], &[6, 6, 9], &[3]];

impl FromStr for Criterion {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        parse(text).ok_or_else(|| {
            Fault::new(
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
    let (principle, guideline, number) = (parts.next()??, parts.next()??, parts.next()??);
    let guidelines = GUIDELINES.get(usize::from(principle) - 1)?;
    let criteria = *guidelines.get(usize::from(guideline) - 1)?;
    let taken_out = (principle, guideline, number) == (4, 1, 1);
    (parts.next().is_none() && number <= criteria && !taken_out).then_some(Criterion {
        principle,
        guideline,
        number,
    })
}

impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.principle, self.guideline, self.number)
    }
}
