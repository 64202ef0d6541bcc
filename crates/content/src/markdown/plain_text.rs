//! Plain text, and what no page may hold in it.

use std::ops::Range;

use super::{InlineNode, reader::Reader};
use crate::{ParseError, characters};

/// In place of a character that was written with a backslash or by its name: it is no mark. No page
/// may hold this one.
pub(super) const ESCAPED: char = '\u{fdd0}';

/// Where another program had a picture or another object.
const OBJECT: char = '\u{fffc}';

/// Text that is not yet part of the tree: the parser gives it in small pieces.
#[derive(Default)]
pub(super) struct Pending {
    pub(super) text: String,
    /// The same, a character for a character, as far as it could be a mark: line ends are such,
    /// and what was escaped is not there.
    pub(super) literal: String,
    /// Where pieces of `literal` begin, in it and in the source.
    pieces: Vec<(usize, usize)>,
    /// Whether it is the first in its line.
    pub(super) begins_line: bool,
}

impl Pending {
    pub(super) fn push(&mut self, text: &str, range: Range<usize>, source: &str) {
        self.pieces.push((self.literal.len(), range.start));
        self.text.push_str(text);
        if source.get(range.clone()) != Some(text) {
            self.literal.extend(text.chars().map(|_| ESCAPED));
            return;
        }
        let mut rest = text.chars();
        if source[..range.start].ends_with('\\')
            && let Some(first) = rest.next()
        {
            self.literal.push(ESCAPED);
            let behind = range.start + first.len_utf8();
            self.pieces.push((self.literal.len(), behind));
        }
        self.literal.push_str(rest.as_str());
    }

    pub(super) fn push_line_end(&mut self, at: usize) {
        self.pieces.push((self.literal.len(), at));
        self.text.push(' ');
        self.literal.push('\n');
    }

    /// Adds text that the source does not have.
    pub(super) fn push_text(&mut self, text: &str) {
        self.text.push_str(text);
        self.literal.push_str(text);
    }

    /// Where a byte of `literal` stands in the source.
    pub(super) fn source(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|(start, _)| *start <= at);
        let before = next
            .checked_sub(1)
            .and_then(|before| self.pieces.get(before));
        before.map_or(0, |(start, source)| source + (at - start))
    }
}

impl Reader<'_, '_> {
    /// Makes inline content of the text that is pending.
    pub(super) fn flush(&mut self, out: &mut Vec<InlineNode>) {
        let mut pending = std::mem::take(&mut self.pending);
        if !pending.text.is_empty() {
            self.unknown_marks(&pending);
            self.forbidden(&pending);
            if self.in_link {
                push_lines(&pending.text, out);
            } else {
                self.push_linked(&pending, out);
            }
            pending.begins_line = false;
        }
        pending.text.clear();
        pending.literal.clear();
        pending.pieces.clear();
        self.pending = pending;
    }

    /// Characters that HTML forbids, however they were written.
    fn forbidden(&mut self, pending: &Pending) {
        let suspect = |letter: char| {
            matches!(letter, char::REPLACEMENT_CHARACTER | OBJECT)
                || characters::is_forbidden(letter)
                || characters::is_of_symbol_font(letter)
        };
        if !pending.text.contains(suspect) {
            return;
        }
        let literal = pending.literal.char_indices();
        for (mut letter, (at, literal)) in pending.text.chars().zip(literal) {
            // CommonMark 0.31, 2.3 and 6.2: U+0000 is U+FFFD in what the parser gives.
            if letter == char::REPLACEMENT_CHARACTER && literal == ESCAPED {
                letter = '\0';
            }
            if characters::is_forbidden(letter) && !characters::is_line_end(letter) {
                let line = self.line(pending.source(at));
                self.diagnostics
                    .report_error(line, characters::forbidden(letter));
            }
            // At the beginning of a line it is a bullet, which has been reported.
            let is_bullet = at == 0 && pending.begins_line || pending.literal[..at].ends_with('\n');
            if letter == OBJECT || characters::is_of_symbol_font(letter) && !is_bullet {
                let line = self.line(pending.source(at));
                self.diagnostics.report_error(line, unknown_sign(letter));
            }
        }
    }

    /// Reports what four spaces or a tab have made an example of (CommonMark 0.31, 4.4): whoever
    /// means one writes ``` around it.
    pub(super) fn indented(&mut self, start: usize, code: &str) {
        let first = code.trim_start();
        if first.starts_with("::") && first.contains('{') {
            self.report(
                start,
                format!(
                    "`{}` stands behind four spaces, which make an example of it.",
                    first.lines().next().unwrap_or_default().trim_end()
                ),
                "Begin its line with the two colons.",
            );
        } else {
            self.report(
                start,
                "These lines begin with four spaces or a tab, which make an example of them.",
                "Take out what stands before their words, or write ``` above and below an example.",
            );
        }
    }
}

/// Why a sign is none that all readers would see.
fn unknown_sign(letter: char) -> ParseError {
    let name = characters::name(letter);
    if letter == OBJECT {
        return ParseError::new(
            format!("There is a {name}, where another program had a picture."),
            "Take it out, or give the picture a record and write ::picture{slug=\"…\"} on a line of its own.",
        );
    }
    ParseError::new(
        format!("There is a {name}, which is another sign in each font."),
        "Write the sign that is meant, such as → or ✓. Begin the items of a list with - and a space.",
    )
}

/// Adds text; what other programs use as the end of a line (U+000B of Word, U+0085, U+2028 and
/// U+2029: UAX #14, class BK) is one.
pub(super) fn push_lines(text: &str, out: &mut Vec<InlineNode>) {
    for (number, line) in text.split(characters::is_line_end).enumerate() {
        if number > 0 {
            out.push(InlineNode::Break);
        }
        if !line.is_empty() {
            out.push(InlineNode::Text(line.into()));
        }
    }
}
