//! The names of files: what they are named by is what they hold.

use sha2::{Digest, Sha256};

use super::bytes::Reader;

/// How many bytes a name has: they do not compress, and the root has one for each shard.
/// That two of twenty thousand files share a name has a chance of one in a million.
pub(crate) const LENGTH: usize = 6;

/// The first bytes of a file's SHA-256 (FIPS 180-4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name(pub(crate) [u8; LENGTH]);

impl Name {
    /// The name of a file that holds `bytes`.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        let mut name = [0; LENGTH];
        name.copy_from_slice(&digest[..LENGTH]);
        Self(name)
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.bytes(LENGTH)?.try_into().ok().map(Self)
    }

    /// As a file beside the root.
    pub(crate) fn file(self) -> String {
        let mut file = String::with_capacity(20);
        for byte in self.0 {
            for half in [byte >> 4, byte & 15] {
                file.push(char::from(b"0123456789abcdef"[usize::from(half)]));
            }
        }
        file + ".bin"
    }

    /// The name of a file beside the root.
    pub(crate) fn parse(file: &str) -> Option<Self> {
        let digits = file
            .strip_suffix(".bin")
            .filter(|digits| digits.len() == 2 * LENGTH)?;
        let number = u64::from_str_radix(digits, 16).ok()?.to_be_bytes();
        number[8 - LENGTH..].try_into().ok().map(Self)
    }
}
