//! Notation that is not known here: other programs give it a meaning, and it would be published
//! as characters.

use std::{ops::Range, sync::LazyLock};

use regex::RegexSet;

use super::{
    plain_text::{ESCAPED, Pending},
    reader::Reader,
    unknown::UNKNOWN,
};

/// How many unknown marks are told of in one run of text.
pub(super) const MAX_REPORTED: usize = 100;

/// Most text has none of these, and every mark one of them or a sign that is not of ASCII.
const SIGNS: &str = "[]{}<|~*_=#&:^+$!?%`\\\n\t";
/// The same of signs that most text has, but not twice.
const TWICE: [&str; 3] = ["--", "''", "//"];

/// Which of [`UNKNOWN`] are there, in one pass: nearly all text has none.
static ANY: LazyLock<RegexSet> = LazyLock::new(|| {
    let patterns = UNKNOWN.iter().map(|unknown| unknown.pattern.as_str());
    RegexSet::new(patterns).expect("patterns")
});

impl Reader<'_, '_> {
    /// Reports what would be published as the characters that it is written with.
    pub(super) fn unknown_marks(&mut self, pending: &Pending) {
        let literal = pending.literal.as_str();
        let mut told = self.spaces_of_marks(pending);
        let may_have_one = literal.contains(|sign: char| SIGNS.contains(sign) || !sign.is_ascii())
            || TWICE.iter().any(|signs| literal.contains(signs));
        if !may_have_one {
            return;
        }
        let first_end = literal.find('\n').unwrap_or(literal.len());
        for number in ANY.matches(literal) {
            let unknown = &UNKNOWN[number];
            for found in unknown.pattern.captures_iter(literal) {
                let Some(mark) = found.get(1) else { continue };
                if told.len() == MAX_REPORTED {
                    return;
                }
                let first = mark.start() <= first_end;
                let of_line = unknown.pattern.as_str().starts_with("(?m)^");
                let inside =
                    |range: &Range<usize>| range.start < mark.end() && mark.start() < range.end;
                let is_reported = mark.as_str().starts_with("::")
                    && self.misplaced.contains(&pending.source(mark.start()));
                if is_reported {
                    continue;
                }
                if (of_line && first && !pending.begins_line)
                    || mark.as_str().contains(ESCAPED)
                    || told.iter().any(inside)
                {
                    continue;
                }
                told.push(mark.range());
                let shown = mark
                    .as_str()
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ");
                let shown = shown.trim_end();
                self.report(
                    pending.source(mark.start()),
                    unknown.message.replace("{}", shown),
                    unknown.help,
                );
            }
        }
    }
}
