//! The key by which readers can tell that the board signed its site.

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use crate::ParseError;

/// The public half of a key of minisign (jedisct1.github.io/minisign, "Public key format"): two
/// bytes for the algorithm, eight for the key's number, 32 for the key of Ed25519, in base64.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningKey(String);

impl SigningKey {
    /// The key as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SigningKey {
    type Err = ParseError;

    /// Reads `RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3`.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let is_base64 = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'+' | b'/');
        // 42 bytes are 56 letters without padding; `Ed`, the algorithm, are the first two and
        // a part of the third.
        let is_key = text.len() == 56
            && text.bytes().all(is_base64)
            && text.starts_with("RW")
            && matches!(text.as_bytes()[2], b'Q'..=b'T');
        if is_key {
            return Ok(Self(text.to_owned()));
        }
        let help = "Copy the second line of the file minisign.pub that `minisign -G` made: 56 \
                      letters and digits that begin with RW.";
        // A secret key that was pasted by mistake must not be printed.
        Err(ParseError::new(
            "That is not a public key of minisign.",
            help,
        ))
    }
}

impl fmt::Display for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
