//! Old paths.

use std::{fmt, str::FromStr};

use crate::{ParseError, reserved};

/// A path that a page used to have, without slashes at its ends: `about-us/old-name`.
/// Empty for the first page of the old site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Alias(Box<str>);

impl Alias {
    /// The path as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Alias {
    type Err = ParseError;

    /// Each part holds unreserved characters alone (RFC 3986, 2.3), so that a folder of
    /// its name can be made on any host.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let part = |part: &str| {
            !matches!(part, "" | "." | "..")
                && part
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"-._~".contains(&b))
        };
        if let Some(holder) = reserved::path(text) {
            return Err(ParseError::new(
                format!("The path `{text}` is taken: {holder}."),
                "Take it out: no page can be found there.",
            ));
        }
        if text.is_empty() || text.split('/').all(part) {
            return Ok(Self(text.into()));
        }
        Err(ParseError::new(
            format!("`{text}` is not an old path."),
            "Write it without the host and without slashes at its ends: about-us/old-name.",
        ))
    }
}

impl fmt::Display for Alias {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
