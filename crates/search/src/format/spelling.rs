//! Spelling: the site's words of four letters and more that share their first letter, or
//! their second. Each is front-coded against the one before; then comes the integer part
//! of the binary logarithm of the number of documents that have it, a byte. In the files
//! by second letter the first letter stands last, so that they are sorted by the rest.

use super::bytes::Reader;
#[cfg(feature = "build")]
use super::bytes::Write;

/// The words of a file and about how many documents have each. `turned`: a file by second
/// letter.
pub(crate) fn words(bytes: &[u8], turned: bool) -> impl Iterator<Item = (String, usize)> {
    let mut from = Reader::new(bytes);
    let mut word = String::new();
    std::iter::from_fn(move || {
        from.successor(&mut word)?;
        let documents = 1usize.checked_shl(from.byte()?.into())?;
        let mut whole = word.clone();
        if turned && let Some(first) = whole.pop() {
            whole.insert(0, first);
        }
        Some((whole, documents))
    })
}

/// A word with its first letter last.
#[cfg(feature = "build")]
pub(crate) fn turn(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    letters.chain(first).collect()
}

/// A file of `words`, ascending.
#[cfg(feature = "build")]
pub(crate) fn write(words: &[(String, usize)]) -> Vec<u8> {
    let mut to = Vec::new();
    let mut before = "";
    for (word, documents) in words {
        to.successor(before, word);
        to.push(documents.max(&1).ilog2() as u8);
        before = word;
    }
    to
}
