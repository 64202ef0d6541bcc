//! Telephone numbers.

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use crate::{
    ParseError,
    characters::{is_visible, with_hyphens},
};

/// A telephone number of the United Kingdom. It keeps the printed form, which is shown,
/// beside the form to dial. The lengths and first digits are those of Ofcom's National
/// Telephone Numbering Plan (parts A1 and A3); whether a number is in use is not checked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phone {
    printed: Box<str>,
    dial: Box<str>,
}

impl Phone {
    /// The number as printed: `0151 934 3366`.
    pub fn printed(&self) -> &str {
        &self.printed
    }

    /// The number to dial (RFC 3966): E.164 with its plus, `+441519343366`, or the bare
    /// digits of a short code, `999`.
    pub fn dial(&self) -> &str {
        &self.dial
    }
}

impl FromStr for Phone {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let printed = plain(text);
        let dial = dial(&printed).ok_or_else(|| {
            ParseError::new(
                format!("`{text}` is not a telephone number of the United Kingdom."),
                "Write all its digits with the area code, as in 0151 496 0104.",
            )
        })?;
        Ok(Self {
            printed: printed.into(),
            dial: dial.into(),
        })
    }
}

/// A number with plain spaces and hyphens in place of those that other programs put there
/// (U+00A0, U+2011 and their like), and without what cannot be seen: Windows copies numbers
/// with signs of direction around them.
fn plain(text: &str) -> String {
    let text = with_hyphens(text);
    let letters = text.chars().filter_map(|letter| match letter {
        letter if letter.is_whitespace() => Some(' '),
        letter if !is_visible(letter.encode_utf8(&mut [0; 4])) => None,
        letter => Some(letter),
    });
    letters.collect()
}

impl fmt::Display for Phone {
    /// Writes the printed form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.printed)
    }
}

fn dial(text: &str) -> Option<String> {
    let starts_well = text.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '(');
    if !starts_well || !text.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // The zero of "+44 (0)151" is not dialled.
    let compact = text.replace("(0)", "");
    let digits: String = compact
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '(' | ')' | '.'))
        .collect();
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    // From abroad, where a plus cannot be dialled, it is 00.
    let country = digits.strip_prefix("+44");
    let significant = match country.or_else(|| digits.strip_prefix("0044")) {
        Some(rest) => rest,
        None if plain(&digits) && is_short_code(&digits) => return Some(digits),
        // Relay UK: 18001 before a number is for those who type, 18002 for those who call them.
        // What follows is dialled as within the country.
        None if digits.starts_with("18001") || digits.starts_with("18002") => {
            let (prefix, number) = digits.split_at(5);
            let number = dial(number)?;
            let national = number.strip_prefix("+44").map(|rest| format!("0{rest}"));
            let number = national.unwrap_or(number);
            return (!number.starts_with("1800")).then(|| format!("{prefix}{number}"));
        }
        None => digits.strip_prefix('0')?,
    };
    (plain(significant) && is_significant(significant)).then(|| format!("+44{significant}"))
}

/// Numbers that are dialled as they stand: emergency (999, 112, and 18000 by text relay),
/// police 101, power cuts 105, NHS 111 and 119, and the European services of social
/// value, 116 000 to 116 123; and the five digits that texts go to, such as 85258 (the short
/// codes of the mobile operators begin with 6, 7 or 8).
fn is_short_code(digits: &str) -> bool {
    matches!(
        digits,
        "999" | "112" | "18000" | "101" | "105" | "111" | "119"
    ) || (digits.len() == 6 && digits.starts_with("116"))
        || (digits.len() == 5 && digits.starts_with(['6', '7', '8']))
}

/// A national significant number: what follows the 0 or the +44.
fn is_significant(digits: &str) -> bool {
    // Childline (0800 1111) is older than the plan's lengths and was kept.
    if digits == "8001111" {
        return true;
    }
    let length = digits.len();
    match digits.as_bytes() {
        // Cities (0113 to 0118, 0121 to 0191) have ten digits; some other areas have
        // local numbers a digit shorter.
        [b'1', b'1', ..] | [b'1', _, b'1', ..] => length == 10,
        [b'1', ..] => length == 10 || length == 9,
        [b'2' | b'3' | b'7' | b'9', ..] => length == 10,
        [b'5', b'5' | b'6', ..] => length == 10,
        [b'8', b'0', b'0', ..] => length == 10 || length == 9,
        [b'8', b'0' | b'4' | b'7', ..] => length == 10,
        _ => false,
    }
}
