//! Addresses of mailboxes.

use std::{fmt, str::FromStr};

use crate::ParseError;

/// The address of a mailbox as forms take it (WHATWG HTML, 4.10.5.1.5, "Email state"), without
/// the letters that mean something in a `mailto:` address (RFC 6068).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email(Box<str>);

impl Email {
    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let plain = |part: &str, more: &str| {
            let known = |letter: char| letter.is_ascii_alphanumeric() || more.contains(letter);
            !part.is_empty() && part.chars().all(known)
        };
        let is_one = text.split_once('@').is_some_and(|(name, host)| {
            plain(name, "._+-") && host.contains('.') && host.split('.').all(|it| plain(it, "-"))
        });
        if is_one && text.len() <= 120 {
            return Ok(Self(text.into()));
        }
        Err(ParseError::new(
            format!("`{}` is not an email address.", text.escape_debug()),
            "Write it as name@example.org, with nothing before or after it.",
        ))
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_nothing_but_one() {
        for (text, valid) in [
            ("duty.team+2@trust.example.org", true),
            ("javascript:alert(1)", false),
            ("a@b", false),
            ("a@b..c", false),
            ("@b.c", false),
            ("a@b.c?subject=x", false),
            ("a@b.c,d@e.f", false),
            ("a b@c.d", false),
            ("a@b.c\n", false),
            ("mailto:a@b.c", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<Email>().is_ok(), valid, "{text}");
        }
    }
}
