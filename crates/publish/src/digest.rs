//! Digests: names that change with the bytes, and values that a browser can check.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

/// The SHA-256 of some bytes (FIPS 180-4).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digest([u8; 32]);

impl Digest {
    /// The digest of `bytes`.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The first 16 hexadecimal digits, for file names: 64 bits are enough to tell the
    /// few thousand versions of a file apart.
    pub(crate) fn short(&self) -> String {
        hex::encode(&self.0[..8])
    }

    /// The value of an `integrity` attribute or fetch option (W3C Subresource Integrity).
    pub(crate) fn integrity(&self) -> String {
        format!("sha256-{}", BASE64_STANDARD.encode(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_as_a_browser_computes_it() {
        assert_eq!(
            Digest::of(b"alert('Hello, world.');").integrity(),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }
}
