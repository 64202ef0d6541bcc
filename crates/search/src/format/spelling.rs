//! Spelling: the site's words of four letters and more that share their first letter, or
//! their second. Each is front-coded against the one before; then comes the integer part
//! of the binary logarithm of the number of documents that have it, a byte. In the files
//! by second letter the first letter stands last, so that they are sorted by the rest.

use super::bytes::Reader;
#[cfg(feature = "build")]
use super::bytes::Write;

/// Hands the words of a file to `each`, with about how many documents have each. `turned`:
/// a file by second letter.
pub(crate) fn words(bytes: &[u8], turned: bool, mut each: impl FnMut(&str, usize)) {
    let mut from = Reader::new(bytes);
    let (mut word, mut whole) = (String::new(), String::new());
    let mut next = || {
        from.successor(&mut word)?;
        let documents = 1usize.checked_shl(from.byte()?.into())?;
        if turned {
            let first = word.char_indices().next_back();
            whole.clear();
            if let Some((at, first)) = first {
                whole.push(first);
                whole.push_str(&word[..at]);
            }
        }
        each(if turned { &whole } else { &word }, documents);
        Some(())
    };
    while next().is_some() {}
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
