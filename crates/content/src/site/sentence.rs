//! Fields of records as sentences of a text.

/// The words as a sentence: with a full stop, unless they end in one or in another mark that
/// ends a sentence.
pub(super) fn sentence(words: &str) -> String {
    let words = words.trim();
    let last = words.trim_end_matches(['”', '’', '"', '\'', ')']);
    if last.ends_with(['.', '!', '?', '…']) {
        words.to_owned()
    } else {
        format!("{words}.")
    }
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn a_sentence_ends_once() {
        assert_eq!(sentence("No failures"), "No failures.");
        assert_eq!(sentence("No failures.\n"), "No failures.");
        assert_eq!(sentence("Why (see above)"), "Why (see above).");
        assert_eq!(sentence("“Which?”"), "“Which?”");
        assert_eq!(sentence("And so on…"), "And so on…");
    }
}
