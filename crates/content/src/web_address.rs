//! Addresses outside the site.

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use crate::Fault;

/// An absolute address that a link may lead to: `https:`, `http:`, `mailto:` or `tel:`.
/// Every other scheme is refused, `javascript:` and `data:` among them, and so are
/// spaces and control characters, which browsers take out of addresses before they look
/// at the scheme (WHATWG URL, 4.4).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(Box<str>);

impl WebAddress {
    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for WebAddress {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        let (scheme, rest) = text.split_once(':').unwrap_or(("", text));
        let whole = match scheme {
            "https" | "http" => rest.strip_prefix("//").is_some_and(|rest| {
                rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[')
            }),
            "mailto" => rest
                .split_once('@')
                .is_some_and(|(a, b)| !a.is_empty() && !b.is_empty()),
            "tel" => rest.bytes().any(|b| b.is_ascii_digit()),
            _ => {
                return Err(Fault::new(
                    format!("`{text}` is an address that links must not lead to."),
                    "Use https:, http:, mailto:, tel:, /a-page/ or document:a-slug.",
                ));
            }
        };
        let clean = !text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\');
        if whole && clean {
            return Ok(Self(text.into()));
        }
        Err(Fault::new(
            format!("`{text}` is not a whole address."),
            "Write it as the address bar shows it, such as https://www.gov.uk/.",
        ))
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
