//! The marks of other programs that are not known here, and what to write in their place.

mod addresses;
mod characters;
mod directives;
mod lines;
mod links;
mod marks;
mod word_processors;

use std::sync::LazyLock;

use regex::Regex;

/// What is not known, and what to write in its place.
pub(super) struct Unknown {
    /// Its first group is the mark.
    pub(super) pattern: Regex,
    /// `{}` stands for the mark.
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

/// A pattern, a message and its help, as in [`Unknown`].
type Entry = (&'static str, &'static str, &'static str);

/// How an address begins; patterns below have its name for it.
const ADDRESS: &str = r"(?:/|#|\./|\.\./|https?:|www\.|mailto:|tel:|document:)";

/// How a line begins that has a number: `2.`, `1.1`, `1.)`; patterns below have its name for it.
const NUMBER: &str = r"(?:\d{1,2}(?:\.\d{1,2})*[.)]{1,2}|\d{1,2}(?:\.\d{1,2})+)";

/// In the order in which they are looked for: what one has found is no mark for those below it.
pub(super) static UNKNOWN: LazyLock<Vec<Unknown>> = LazyLock::new(|| {
    let entries = [
        directives::DIRECTIVES,
        links::LINKS,
        word_processors::WORD_PROCESSORS,
        marks::MARKS,
        lines::LINES,
        characters::CHARACTERS,
        addresses::ADDRESSES,
    ];
    let unknown = |(pattern, message, help): &Entry| Unknown {
        pattern: Regex::new(
            &pattern
                .replace("ADDRESS", ADDRESS)
                .replace("NUMBER", NUMBER),
        )
        .expect("a pattern"),
        message,
        help,
    };
    entries.concat().iter().map(unknown).collect()
});
