//! Spelling files: the word forms of four letters and more with the same first letter, or the
//! same second. Each is front-coded against the one before; then comes the integer part of the
//! binary logarithm of its document frequency, a byte. In the files by second letter the forms
//! are rotated: the first letter stands last, so that they are sorted by the rest.

use super::bytes::Reader;
#[cfg(feature = "indexer")]
use super::bytes::Write;

/// Calls `each` with the forms of a file and about how many documents have each. `rotated`: a
/// file by second letter.
pub(crate) fn for_each_form(bytes: &[u8], rotated: bool, mut each: impl FnMut(&str, usize)) {
    let mut from = Reader::new(bytes);
    let (mut form, mut whole) = (String::new(), String::new());
    let mut next = || {
        from.front_coded(&mut form)?;
        let documents = 1usize.checked_shl(from.byte()?.into())?;
        if rotated {
            let first = form.char_indices().next_back();
            whole.clear();
            if let Some((at, first)) = first {
                whole.push(first);
                whole.push_str(&form[..at]);
            }
        }
        each(if rotated { &whole } else { &form }, documents);
        Some(())
    };
    while next().is_some() {}
}

/// A form with its first letter last.
#[cfg(feature = "indexer")]
pub(crate) fn rotate(form: &str) -> String {
    let mut letters = form.chars();
    let first = letters.next();
    letters.chain(first).collect()
}

/// A file of `forms`, ascending.
#[cfg(feature = "indexer")]
pub(crate) fn write(forms: &[(String, usize)]) -> Vec<u8> {
    let mut to = Vec::new();
    let mut before = "";
    for (form, documents) in forms {
        to.front_coded(before, form);
        to.push(documents.max(&1).ilog2() as u8);
        before = form;
    }
    to
}
