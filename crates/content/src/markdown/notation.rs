//! Plain text: bare links in it become links (GFM 0.29, 6.9 "Autolinks"), and what looks like
//! unknown markup is reported, because it would be published as characters.

use std::{ops::Range, sync::LazyLock};

use linkify::{LinkFinder, LinkKind};
use regex::{Regex, RegexSet};

use super::{Destination, InlineNode, LinkNode, reader::Reader};
use crate::{WebAddress, characters};

/// In place of a character that was written with a backslash or by its name: it is no mark.
const ESCAPED: char = '\u{fffc}';

/// How many unknown marks are told of in one run of text.
const MAX_REPORTED: usize = 100;

/// Text that is not yet part of the tree: the parser gives it in small pieces.
#[derive(Default)]
pub(super) struct Pending {
    text: String,
    /// The same, a character for a character, as far as it could be a mark: line ends are such,
    /// and what was escaped is not there.
    literal: String,
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
    fn source(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|(start, _)| *start <= at);
        let before = next
            .checked_sub(1)
            .and_then(|before| self.pieces.get(before));
        before.map_or(0, |(start, source)| source + (at - start))
    }
}

/// What is not known, and what to write in its place.
struct Unknown {
    pattern: Regex,
    message: &'static str,
    help: &'static str,
}

static UNKNOWN: LazyLock<Vec<Unknown>> = LazyLock::new(|| {
    let unknown = |pattern, message, help| Unknown {
        pattern: Regex::new(pattern).expect("a pattern"),
        message,
        help,
    };
    vec![
        unknown(
            r"(?:^|[^\w])(:+[a-z][a-z-]*\{[^}]*\})",
            "`{}` stands where it is no directive.",
            "Write ::name{attribute=\"value\"} at the beginning of a line of its own.",
        ),
        unknown(
            r"(?m)^(:{3,} ?\S*)",
            "`{}` begins a block that is not known.",
            "Take it out: no text is put into boxes.",
        ),
        unknown(
            r"(\[[^\[\]]+\]\s+\((?:/|#|\./|\.\./|https?:|www\.|mailto:|tel:|document:)[^()]*\))",
            "In `{}` a space parts the words of a link from its address.",
            "Write [words](address), without the space.",
        ),
        unknown(
            r"(\[[^\[\]]*\]\([^)\n]*\)?)",
            "`{}` is no link: there is a space or a bracket in its address.",
            "Write [words](address), with %20 for each space in the address.",
        ),
        unknown(
            r"(\]\([^)\n]*\)?)",
            "`{}` ends no link: there is a bracket or a footnote in its words.",
            "Write [words](address), and a footnote behind it.",
        ),
        unknown(
            r"(\[\^[^\[\]\s]+\])",
            "The footnote {} is not there.",
            "Write what it says on a line of its own that begins with its mark and a colon.",
        ),
        unknown(
            r"(\^\[[^\[\]]*\])",
            "`{}` is no footnote.",
            "Write [^1] here, and [^1]: with what it says on a line of its own.",
        ),
        unknown(
            r"(\[![A-Za-z]+\])",
            "`{}` is not known: no text is put into boxes.",
            "Take it out.",
        ),
        unknown(
            r"(\[\[[^\[\]]*\]\])",
            "`{}` is no link.",
            "Write [words](/the-page/).",
        ),
        unknown(
            r"(?i)(?m)^(\[toc\])\s*$",
            "`{}` is not known.",
            "Take it out: a long page has a list of its parts by itself.",
        ),
        unknown(
            r"(?m)^(\[[ xX]?\])\s",
            "The box `{}` stands outside a list.",
            "Write - before it, and one space in an empty box: - [ ] the task.",
        ),
        unknown(
            r"(?m)^(\[[^\[\]]+\]:)\s",
            "`{}` stands inside a paragraph, where it gives no address.",
            "Put an empty line above it.",
        ),
        unknown(
            r"(\{\{|\{%)",
            "`{}` begins something that is not known.",
            "Write ::name{attribute=\"value\"} on a line of its own, or take it out.",
        ),
        unknown(
            r"(\{[#.:][A-Za-z][\w .#-]*\})",
            "`{}` stands where it names nothing.",
            "Only headings have an id: write it at the end of one.",
        ),
        unknown(
            r"(?:^|[^~])(~~)(?:[^~]|$)",
            "`{}` has no other with it, so that nothing is struck out.",
            "Write ~~ right before and right behind the words, or a backslash before each sign.",
        ),
        unknown(
            r"(?:^|[^*])(\*\*)(?:[^*]|$)",
            "`{}` has no other with it, so that nothing is bold.",
            "Write ** right before and right behind the words, or a backslash before each sign.",
        ),
        unknown(
            r"(?:^|\s)(==[^=\s](?:[^=\n]*[^=\s])?==)(?:\W|$)",
            "`{}` is not known.",
            "Write **words** for what is important.",
        ),
        unknown(
            r"(?m)^(#{2,6}[^#\s][^\n]*)",
            "`{}` is no heading, because no space follows its signs.",
            "Put one space behind the # signs.",
        ),
        unknown(
            r"(?m)^(\|[^\n]*\|)[ \t]*$",
            "`{}` is no row of a table.",
            "Put a line such as |---|---| below the first row, with as many parts as it has.",
        ),
        unknown(
            r"(?m)\n(: )\S",
            "`{}` does not begin a meaning.",
            "Write the term and its meaning as a sentence, or as the row of a table.",
        ),
        unknown(
            "(?m)^([•◦▪‣●○\u{f0b7}\u{f0a7}])[ \t\u{a0}]",
            "`{}` is a bullet that makes no list.",
            "Write - and a space in its place.",
        ),
        unknown(
            r"(&[A-Za-z][A-Za-z0-9]+;)",
            "`{}` is the name of no character.",
            "Write the character itself.",
        ),
    ]
});

/// Which of [`UNKNOWN`] are there, in one pass: nearly all text has none.
static ANY: LazyLock<RegexSet> = LazyLock::new(|| {
    let patterns = UNKNOWN.iter().map(|unknown| unknown.pattern.as_str());
    RegexSet::new(patterns).expect("patterns")
});

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
                push_linked(&pending, out);
            }
            pending.begins_line = false;
        }
        pending.text.clear();
        pending.literal.clear();
        pending.pieces.clear();
        self.pending = pending;
    }

    fn unknown_marks(&mut self, pending: &Pending) {
        let literal = pending.literal.as_str();
        // Most text has none of the signs that marks are made of.
        let signs = |sign: char| "[]{}|~*=#&:^".contains(sign) || !sign.is_ascii();
        if !literal.contains(signs) {
            return;
        }
        let first_end = literal.find('\n').unwrap_or(literal.len());
        let mut told: Vec<Range<usize>> = Vec::new();
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
                // Reported as a directive already.
                let begins = mark.start() == 0 && pending.begins_line
                    || literal[..mark.start()].ends_with('\n');
                if begins && mark.as_str().starts_with("::") && !mark.as_str().starts_with(":::") {
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

/// Adds text with the addresses in it as links.
fn push_linked(pending: &Pending, out: &mut Vec<InlineNode>) {
    let text = pending.text.as_str();
    // Looking for links takes longer than looking for these.
    if !text.contains("://") && !text.contains('@') && !text.contains("www.") {
        push_lines(text, out);
        return;
    }
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    let mut literal = pending.literal.chars();
    let (mut looked, mut written) = (0, 0);
    for found in finder.links(text) {
        let before = text[looked..found.start()].chars().count();
        let letters = found.as_str().chars().count();
        literal.by_ref().take(before).for_each(drop);
        let is_escaped = |letter: char| letter == ESCAPED;
        let escaped = literal
            .by_ref()
            .take(letters)
            .filter(|it| is_escaped(*it))
            .count()
            > 0;
        looked = found.end();
        let Some(to) = address(found.as_str(), found.kind()) else {
            continue;
        };
        if escaped && !found.as_str().contains('&') {
            continue;
        }
        push_lines(&text[written..found.start()], out);
        let to = Destination::Url(to.as_str().into());
        let words = vec![InlineNode::Text(found.as_str().into())];
        out.push(InlineNode::Link(Box::new(LinkNode { to, text: words })));
        written = found.end();
    }
    push_lines(&text[written..], out);
}

/// Where a bare link leads. Without a scheme only `www.` makes one, as in GFM.
fn address(found: &str, kind: &LinkKind) -> Option<WebAddress> {
    let small = found.to_ascii_lowercase();
    match kind {
        LinkKind::Email => format!("mailto:{found}").parse().ok(),
        LinkKind::Url if small.starts_with("https://") || small.starts_with("http://") => {
            found.parse().ok()
        }
        LinkKind::Url if small.starts_with("www.") => format!("http://{found}").parse().ok(),
        _ => None,
    }
}
