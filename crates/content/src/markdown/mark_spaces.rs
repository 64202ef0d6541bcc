//! Marks at the beginning of a line that are none, because of a space beside them that is no
//! ordinary one or cannot be seen (CommonMark 0.31, 4.2 and 5.2).

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::{notation::MAX_REPORTED, plain_text::Pending, reader::Reader};
use crate::characters;

/// What begins a line that was meant as a heading or an item of a list: what stands before its mark,
/// the mark, and what stands behind it.
static MARK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?m)^([^\x00-\x7f\w]*)(#{1,6}|[-*+]|\d{1,3}[.)])([^\x00-\x7f\w]| )")
        .expect("a pattern")
});

impl Reader<'_, '_> {
    /// Reports the spaces that keep marks from being such, and gives where in the text they stand.
    pub(super) fn spaces_of_marks(&mut self, pending: &Pending) -> Vec<Range<usize>> {
        let mut told = Vec::new();
        let literal = pending.literal.as_str();
        if self.in_one_line || !literal.contains(is_space) {
            return told;
        }
        for found in MARK.captures_iter(literal) {
            if told.len() == MAX_REPORTED {
                break;
            }
            let (_, [before, mark, behind]) = found.extract();
            let start = found.get_match().start();
            if start == 0 && !pending.begins_line || !before.chars().all(is_space) {
                continue;
            }
            let first = behind.chars().next().filter(|it| is_space(*it));
            let (letter, place, help) = match (first, before.chars().next()) {
                (Some(letter), _) => (letter, "behind", "Put an ordinary space in its place."),
                (None, Some(letter)) if behind == " " => {
                    (letter, "before", "Take it out: the mark begins the line.")
                }
                _ => continue,
            };
            told.push(found.get_match().range());
            self.report(
                pending.source(start),
                format!(
                    "A {} stands {place} `{mark}`, which is no mark with it.",
                    characters::name(letter)
                ),
                help,
            );
        }
        told
    }
}

/// Whether nothing is seen of a character that is no ordinary space or line end.
fn is_space(letter: char) -> bool {
    !letter.is_ascii()
        && !characters::is_line_end(letter)
        && !characters::is_visible(letter.encode_utf8(&mut [0; 4]))
}
