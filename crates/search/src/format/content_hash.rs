//! Content hashes, by which the files of an index are named.

use sha2::{Digest, Sha256};

use super::bytes::Reader;

/// How many bytes a hash has: they do not compress, and the manifest has one for each term
/// block. That two of twenty thousand files share a hash has a chance of one in a million.
pub(crate) const LENGTH: usize = 6;

/// The first bytes of a file's SHA-256 (FIPS 180-4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ContentHash(pub(crate) [u8; LENGTH]);

impl ContentHash {
    /// The hash of a file that holds `bytes`.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        let mut hash = [0; LENGTH];
        hash.copy_from_slice(&digest[..LENGTH]);
        Self(hash)
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.bytes(LENGTH)?.try_into().ok().map(Self)
    }

    /// The name of the file that has this hash.
    pub(crate) fn file_name(self) -> String {
        let mut name = String::with_capacity(20);
        for byte in self.0 {
            for half in [byte >> 4, byte & 15] {
                name.push(char::from(b"0123456789abcdef"[usize::from(half)]));
            }
        }
        name + ".bin"
    }

    /// The hash in the name of a file.
    pub(crate) fn parse(file_name: &str) -> Option<Self> {
        let digits = file_name
            .strip_suffix(".bin")
            .filter(|digits| digits.len() == 2 * LENGTH)?;
        let number = u64::from_str_radix(digits, 16).ok()?.to_be_bytes();
        number[8 - LENGTH..].try_into().ok().map(Self)
    }
}
