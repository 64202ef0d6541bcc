//! Words of the language that are no slips although they are near a word of the site: a set of the
//! hashes of their stems, sorted, each as its distance from the one before, a Rice number of
//! [`LOW`] low bits (Putze, Sanders, Singler: *Cache-, hash- and space-efficient Bloom filters*,
//! WEA 2007, section 4). Another word is taken for one of them once in 2^`LOW` times.
//!
//! It is the number of words, the salt of the hashes, then the length in bytes of the bits and these.

#[cfg(feature = "indexer")]
use std::collections::BTreeSet;

use super::bits::BitReader;
#[cfg(feature = "indexer")]
use super::bits::BitWriter;
use super::bytes::Reader;
#[cfg(feature = "indexer")]
use super::bytes::Write;

/// The low bits of a distance.
const LOW: usize = 5;
/// How many salts are tried.
#[cfg(feature = "indexer")]
const SALTS: usize = 256;

/// The set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct KnownWords {
    words: usize,
    /// Which other words are taken for one of them.
    salt: usize,
    bits: Vec<u8>,
}

impl KnownWords {
    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let (words, salt, length) = (from.number()?, from.number()?, from.number()?);
        let bits = from.bytes(length)?.to_vec();
        // Each takes some bits: no more can be there.
        (words <= 8 * bits.len()).then_some(Self { words, salt, bits })
    }

    /// Whether a word with this stem is one of them.
    pub(crate) fn contains(&self, stem: &str) -> bool {
        let sought = hash(stem, self.words, self.salt);
        let mut bits = BitReader::new(&self.bits, 0, usize::MAX);
        let mut at = 0usize;
        while let Some(distance) = bits.rice(LOW) {
            at = at.saturating_add(distance);
            if at >= sought {
                return at == sought;
            }
        }
        false
    }

    /// The set of words with these stems, of [`SALTS`] the one with which the fewest of `others` are
    /// taken for one of them.
    #[cfg(feature = "indexer")]
    pub(crate) fn of(stems: &BTreeSet<String>, others: &[String]) -> Self {
        let hashes = |salt| {
            let hashes = stems.iter().map(|stem| hash(stem, stems.len(), salt));
            hashes.collect::<BTreeSet<usize>>()
        };
        let mistaken = |salt: &usize| {
            let hashes = hashes(*salt);
            let is_mistaken = |other: &&String| {
                hashes.contains(&hash(other, stems.len(), *salt)) && !stems.contains(*other)
            };
            others.iter().filter(is_mistaken).count()
        };
        let salt = (0..SALTS).min_by_key(mistaken).unwrap_or_default();
        let mut to = BitWriter::default();
        let mut before = 0;
        for hash in hashes(salt) {
            to.rice(hash - before, LOW);
            before = hash;
        }
        Self {
            words: stems.len(),
            salt,
            bits: to.bytes,
        }
    }

    #[cfg(feature = "indexer")]
    pub(crate) fn write(&self, to: &mut Vec<u8>) {
        to.number(self.words);
        to.number(self.salt);
        to.number(self.bits.len());
        to.extend(&self.bits);
    }
}

/// The hash of a stem (Fowler, Noll, Vo: FNV-1a, 32 bits) behind a salt, scaled to the range of a set
/// of so many words.
fn hash(stem: &str, words: usize, salt: usize) -> usize {
    let basis = 0x811c_9dc5_u32 ^ salt as u32;
    let hash = stem.bytes().fold(basis, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    ((u64::from(hash) * ((words as u64) << LOW)) >> 32) as usize
}

#[cfg(all(test, feature = "indexer"))]
mod tests {
    use super::*;

    #[test]
    fn it_has_its_words_and_hardly_any_other() {
        let words: BTreeSet<String> = (0..500).map(|number| format!("known{number}")).collect();
        let mut bytes = Vec::new();
        KnownWords::of(&words, &[]).write(&mut bytes);
        assert!(bytes.len() < 500, "{} bytes", bytes.len());
        let known = KnownWords::read(&mut Reader::new(&bytes)).expect("a set");
        assert!(words.iter().all(|word| known.contains(word)));
        let others = (0..2000).filter(|number| known.contains(&format!("other{number}")));
        assert!(others.count() < 110, "one in 32 of them");
        assert!(!KnownWords::default().contains("any"));
    }

    #[test]
    fn others_are_hardly_ever_taken_for_one() {
        let words: BTreeSet<String> = (0..500).map(|number| format!("known{number}")).collect();
        let others: Vec<String> = (0..100).map(|number| format!("slip{number}")).collect();
        let known = KnownWords::of(&words, &others);
        assert!(!others.iter().any(|other| known.contains(other)));
        assert!(words.iter().all(|word| known.contains(word)));
    }

    #[test]
    fn any_bytes_are_a_set_or_none() {
        let ones = [[3, 0, 200, 1].as_slice(), &[255; 200]].concat();
        let known = KnownWords::read(&mut Reader::new(&ones)).expect("a set");
        assert!(!known.contains("word"));
        assert!(KnownWords::read(&mut Reader::new(&[3, 0, 9, 0])).is_none());
    }
}
