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
        let path = path_of(text);
        if path != text {
            return Err(ParseError::new(
                format!("`{text}` is not an old path."),
                format!("Write the path alone: `{path}`."),
            ));
        }
        if let Some(holder) = reserved::path(text) {
            return Err(ParseError::new(
                format!("The path `{text}` is taken: {holder}."),
                "Take it out: no page can be found there.",
            ));
        }
        if text.is_empty() || text.split('/').all(is_part) {
            return Ok(Self(text.into()));
        }
        Err(ParseError::new(
            format!("`{text}` is not an old path."),
            "Write it in letters, digits and hyphens, as about-us/old-name.",
        ))
    }
}

fn is_part(part: &str) -> bool {
    let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    !matches!(part, "" | "." | "..") && part.bytes().all(is_unreserved)
}

/// The path of an address: hosts look up nothing else.
fn path_of(address: &str) -> &str {
    let path = match address.split_once("://") {
        Some((_, rest)) => rest.split_once('/').unwrap_or_default().1,
        None => address,
    };
    let end = path.find(['?', '#']).unwrap_or(path.len());
    path[..end].trim_matches('/')
}

impl fmt::Display for Alias {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
