//! Postcodes.

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use crate::ParseError;

/// A postcode of the United Kingdom as Royal Mail writes it, `L21 7LB`: the formats of
/// BS 7666-0:2006, and `GIR 0AA`. Whether the postcode is in use is not checked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode(Box<str>);

impl Postcode {
    /// The postcode as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Postcode {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let valid = text
            .split_once(' ')
            .is_some_and(|(out, inner)| (is_outward(out) && is_inward(inner)) || text == "GIR 0AA");
        if valid {
            return Ok(Self(text.into()));
        }
        Err(ParseError::new(
            format!("`{text}` is not a postcode."),
            "Write it in capitals with one space, as Royal Mail does: L21 7LB.",
        ))
    }
}

/// The area and district: A9, A99, AA9, AA99, A9A, AA9A, each with the letters in use.
fn is_outward(text: &str) -> bool {
    let area = |c: u8| c.is_ascii_uppercase() && !b"QVX".contains(&c);
    let second = |c: u8| c.is_ascii_uppercase() && !b"IJZ".contains(&c);
    match *text.as_bytes() {
        [a, d] => area(a) && d.is_ascii_digit(),
        [a, d, e] if d.is_ascii_digit() => {
            area(a) && (e.is_ascii_digit() || b"ABCDEFGHJKPSTUW".contains(&e))
        }
        [a, b, d] => area(a) && second(b) && d.is_ascii_digit(),
        [a, b, d, e] => {
            area(a)
                && second(b)
                && d.is_ascii_digit()
                && (e.is_ascii_digit() || b"ABEHMNPRVWXY".contains(&e))
        }
        _ => false,
    }
}

/// The sector and unit: 9AA without the letters that are easily misread.
fn is_inward(text: &str) -> bool {
    let unit = |c: u8| c.is_ascii_uppercase() && !b"CIKMOV".contains(&c);
    matches!(*text.as_bytes(), [d, a, b] if d.is_ascii_digit() && unit(a) && unit(b))
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
