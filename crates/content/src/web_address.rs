//! Addresses outside the site.

mod authority;
#[cfg(test)]
mod tests;

use std::{borrow::Cow, fmt, str::FromStr};

use authority::Authority;

use crate::{
    Email, ParseError, Phone,
    characters::{self, ends_address, with_hyphens},
};

/// An absolute address that a link may lead to: `https:`, `http:`, `mailto:` or `tel:`.
/// Every other scheme is refused, `javascript:` and `data:` among them, and so are
/// spaces and control characters, which browsers take out of addresses before they look
/// at the scheme (WHATWG URL, 4.4).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(Box<str>);

impl WebAddress {
    /// The address, with its scheme and host in small letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads an address that every reader can reach.
    ///
    /// # Errors
    /// With what to write in its place.
    pub(crate) fn public(text: &str) -> Result<Self, ParseError> {
        let address: Self = text.parse()?;
        address.check_public()?;
        Ok(address)
    }

    /// Checks that readers can reach it: not a device of the writer's own, and not a host that has
    /// its name in one network alone.
    ///
    /// # Errors
    /// With what to write in its place.
    pub fn check_public(&self) -> Result<(), ParseError> {
        let Some((_, rest)) = self.0.split_once("://") else {
            return Ok(());
        };
        if Authority::split(rest).0.is_public() {
            return Ok(());
        }
        Err(ParseError::new(
            format!("`{self}` opens on your own device or in your own network only."),
            "Write the address that everybody has, or take it out.",
        ))
    }

    /// The address of `path` below this one, with one slash between them. The empty path gives
    /// this address with a slash at its end.
    pub fn join(&self, path: &str) -> String {
        format!("{}/{path}", self.0.trim_end_matches('/'))
    }
}

impl FromStr for WebAddress {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let (written, rest) = text.split_once(':').unwrap_or(("", text));
        let scheme = written.to_ascii_lowercase();
        if matches!(scheme.as_str(), "https" | "http" | "mailto" | "tel")
            && let Some(at) = rest.find(ends_address)
        {
            return Err(foreign(text, &rest[..at], &rest[at..]));
        }
        let (whole, rest) = match scheme.as_str() {
            "https" | "http" => match rest.strip_prefix("//").and_then(normalised) {
                Some(rest) => (true, Cow::Owned(format!("//{rest}"))),
                None => (false, rest.into()),
            },
            "mailto" => {
                let mailbox = rest.split('?').next().unwrap_or(rest);
                let whole = mailbox.split_once('@').is_some_and(|(name, host)| {
                    !name.is_empty() && !name.starts_with('/') && has_parts(host)
                });
                (whole, rest.into())
            }
            "tel" => (is_number(rest), dialled(rest)),
            _ => {
                return Err(match completed(text) {
                    Some(whole) => ParseError::new(
                        format!("`{text}` is not a whole address."),
                        format!("Write {whole}"),
                    ),
                    None => ParseError::new(
                        format!("`{text}` is an address that links must not lead to."),
                        "Use https:, http:, mailto:, tel:, /a-page/ or document:a-slug.",
                    ),
                });
            }
        };
        let unclean = |c: char| c.is_whitespace() || c.is_control() || c == '\\';
        if whole && !text.contains(unclean) {
            return Ok(Self(format!("{scheme}:{rest}").into()));
        }
        let help = match scheme.as_str() {
            "mailto" => "Write an e-mail address behind it, such as mailto:office@example.org.",
            "tel" => "Write the number behind it without spaces, such as tel:+441519343366.",
            _ => "Write it as the address bar shows it, such as https://www.gov.uk/.",
        };
        Err(ParseError::new(
            format!("`{text}` is not a whole address."),
            help,
        ))
    }
}

/// Why an address is none that has a character between `before` and its end, which stands beside
/// addresses in texts.
fn foreign(address: &str, before: &str, rest: &str) -> ParseError {
    let letter = rest.chars().next().unwrap_or_default();
    let written = letter.to_string();
    let in_path = before.trim_start_matches('/').contains(['/', '?', '#']);
    let help = if in_path {
        let bytes = written.bytes().map(|byte| format!("%{byte:02X}"));
        let encoded: String = bytes.collect();
        format!("Take it out, or write {encoded} in its place if it belongs to the address.")
    } else if with_hyphens(&written) == "-" {
        "Write - in its place.".into()
    } else {
        "Take it out.".into()
    };
    ParseError::new(
        format!("There is a {} in `{address}`.", characters::name(letter)),
        help,
    )
}

/// Whether a host has a dot, and something before and behind each.
fn has_parts(host: &str) -> bool {
    host.contains('.') && host.split('.').all(|part| !part.is_empty())
}

/// The address that is meant by one without its scheme.
fn completed(text: &str) -> Option<String> {
    if text.parse::<Email>().is_ok() {
        return Some(format!("mailto:{text}"));
    }
    if let Ok(phone) = text.parse::<Phone>() {
        return Some(format!("tel:{}", phone.dial()));
    }
    let bare = text.trim_start_matches('/');
    let host = Authority::split(bare).0.name;
    let is_part = |part: &str| {
        let known = |letter: char| letter.is_alphanumeric() || letter == '-';
        !part.is_empty() && part.chars().all(known)
    };
    // A file has one of these behind its dot, a host a name.
    let is_host = host.starts_with("www.")
        || [".uk", ".org", ".com", ".net", ".eu", ".info"]
            .iter()
            .any(|end| host.to_ascii_lowercase().ends_with(end));
    (is_host && host.split('.').all(is_part)).then(|| format!("https://{bare}"))
}

/// Whether somebody can be called by it: a number of the United Kingdom or, with its plus, of another
/// country (ITU-T E.164: at most 15 digits). Parameters may follow it (RFC 3966, 3).
fn is_number(rest: &str) -> bool {
    let number = rest.split(';').next().unwrap_or(rest);
    let of_another = number.strip_prefix('+').is_some_and(|abroad| {
        let digits = abroad.bytes().filter(u8::is_ascii_digit).count();
        let is_part = |byte: u8| byte.is_ascii_digit() || b"-.()".contains(&byte);
        !abroad.starts_with("44") && (7..=15).contains(&digits) && abroad.bytes().all(is_part)
    });
    of_another || number.replace('.', "-").parse::<Phone>().is_ok()
}

/// A number as it is dialled: the zero of `+44(0)151` is not, and telephones would dial it.
fn dialled(rest: &str) -> Cow<'_, str> {
    let (number, parameters) = rest.split_at(rest.find(';').unwrap_or(rest.len()));
    match number.parse::<Phone>() {
        Ok(phone) if number.contains("(0)") => format!("{}{parameters}", phone.dial()).into(),
        _ => rest.into(),
    }
}

/// What follows `//`, with the host as it is asked for.
fn normalised(rest: &str) -> Option<String> {
    let (authority, path) = Authority::split(rest);
    Some(authority.normalised()? + path)
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
