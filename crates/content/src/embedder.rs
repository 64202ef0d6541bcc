//! Who may embed the site.

use std::{fmt, str::FromStr};

use crate::ParseError;

/// A host whose pages may show the site in a frame: a source of `frame-ancestors` (W3C CSP 3,
/// section 6.4.2), `https://intranet.example`, `https://*.example` or `*` for everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embedder(Box<str>);

impl Embedder {
    /// The source as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Embedder {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let is_host = |rest: &str| {
            let (host, port) = rest.split_once(':').unwrap_or((rest, "443"));
            let host = host.strip_prefix("*.").unwrap_or(host);
            let label = |label: &str| {
                let known = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
                !label.is_empty() && label.bytes().all(known)
            };
            host.split('.').all(label) && port.parse::<u16>().is_ok()
        };
        if text == "*" || text.strip_prefix("https://").is_some_and(is_host) {
            return Ok(Self(text.into()));
        }
        Err(ParseError::new(
            format!("`{text}` is not a host that may embed the site."),
            "Write https:// and its name without a path, such as https://intranet.example.org, \
             or * for everybody.",
        ))
    }
}

impl fmt::Display for Embedder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_named_without_a_path() {
        for (text, valid) in [
            ("*", true),
            ("https://intranet.example", true),
            ("https://*.nhs.example:8443", true),
            ("http://intranet.example", false),
            ("https://", false),
            ("https://a/b", false),
            ("https://a; script-src *", false),
            ("https://a b", false),
            ("'self'", false),
            ("intranet.example", false),
            ("https://a:99999", false),
            ("https://*", false),
        ] {
            assert_eq!(text.parse::<Embedder>().is_ok(), valid, "{text}");
        }
    }
}
