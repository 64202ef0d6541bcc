//! The words of links: screen readers list links without the words around them (WCAG 2.2, 2.4.9).

use super::reader::Reader;

/// Words that say nothing of where a link leads, as in the audit "link-text" of Lighthouse.
const EMPTY: [&str; 16] = [
    "click here",
    "click this",
    "find out more",
    "go",
    "go here",
    "here",
    "learn more",
    "link",
    "more",
    "more info",
    "more information",
    "read more",
    "right here",
    "see more",
    "this",
    "this link",
];

impl Reader<'_, '_> {
    /// Reports a link whose words say nothing.
    pub(super) fn words_of_link(&mut self, words: &str, start: usize) {
        let plain = words.trim_matches(|letter: char| !letter.is_alphanumeric());
        let plain: Vec<_> = plain.split_whitespace().collect();
        if !EMPTY.contains(&plain.join(" ").to_lowercase().as_str()) {
            return;
        }
        self.report(
            start,
            format!(
                "The words “{}” do not say where this link leads.",
                words.trim()
            ),
            "Link the words that do: screen readers list links without the words around them.",
        );
    }
}
