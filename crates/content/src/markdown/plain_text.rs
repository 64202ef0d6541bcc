//! Plain text: bare links in it become links (GFM 0.29, 6.9 "Autolinks"), and what no page may
//! hold is reported.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};

use super::{Destination, InlineNode, LinkNode, reader::Reader};
use crate::{WebAddress, characters};

/// In place of a character that was written with a backslash or by its name: it is no mark.
pub(super) const ESCAPED: char = '\u{fffc}';

/// Text that is not yet part of the tree: the parser gives it in small pieces.
#[derive(Default)]
pub(super) struct Pending {
    text: String,
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
        if source[..range.start].ends_with('\\') && rest.next().is_some() {
            self.literal.push(ESCAPED);
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
            letter == char::REPLACEMENT_CHARACTER || characters::is_forbidden(letter)
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
        }
    }

    /// Reports a directive that four spaces have made an example of.
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
        }
    }

    /// Adds text with the addresses in it as links.
    fn push_linked(&mut self, pending: &Pending, out: &mut Vec<InlineNode>) {
        let text = pending.text.as_str();
        // Looking for links takes longer than looking for these.
        if !text.contains("://") && !text.contains('@') && !text.contains("www.") {
            push_lines(text, out);
            return;
        }
        let mut finder = LinkFinder::new();
        finder.url_must_have_scheme(false);
        let mut literal = pending.literal.char_indices();
        let (mut looked, mut written) = (0, 0);
        for found in finder.links(text) {
            let before = text[looked..found.start()].chars().count();
            let letters = found.as_str().chars().count();
            literal.by_ref().take(before).for_each(drop);
            let at = literal.clone().next().map_or(0, |(at, _)| at);
            let is_escaped = |(_, letter): &(usize, char)| *letter == ESCAPED;
            let escaped = literal.by_ref().take(letters).filter(is_escaped).count() > 0;
            looked = found.end();
            let Some(to) = address(found.as_str(), found.kind()) else {
                continue;
            };
            if escaped && !found.as_str().contains('&') {
                continue;
            }
            if let Err(error) = to.check_public() {
                let line = self.line(pending.source(at));
                self.diagnostics.report_error(line, error);
            }
            push_lines(&text[written..found.start()], out);
            let to = Destination::Url(to.as_str().into());
            let words = vec![InlineNode::Text(found.as_str().into())];
            out.push(InlineNode::Link(Box::new(LinkNode { to, text: words })));
            written = found.end();
        }
        push_lines(&text[written..], out);
    }
}

/// Adds text; what other programs use as the end of a line (U+000B of Word, U+0085, U+2028 and
/// U+2029: UAX #14, class BK) is one.
fn push_lines(text: &str, out: &mut Vec<InlineNode>) {
    for (number, line) in text.split(characters::is_line_end).enumerate() {
        if number > 0 {
            out.push(InlineNode::Break);
        }
        if !line.is_empty() {
            out.push(InlineNode::Text(line.into()));
        }
    }
}

/// Where a bare link leads. Without a scheme only `www.` makes one, as in GFM, which makes it `http:`;
/// today's browsers try `https:` first.
fn address(found: &str, kind: &LinkKind) -> Option<WebAddress> {
    let small = found.to_ascii_lowercase();
    match kind {
        LinkKind::Email => format!("mailto:{found}").parse().ok(),
        LinkKind::Url if small.starts_with("https://") || small.starts_with("http://") => {
            found.parse().ok()
        }
        LinkKind::Url if small.starts_with("www.") => format!("https://{found}").parse().ok(),
        _ => None,
    }
}
