//! From Markdown to [`BlockNode`]s: CommonMark 0.31 and, of GFM 0.29, tables,
//! strikethrough, task lists, footnotes and bare links; headings have ids in braces.

use std::{iter::Peekable, ops::Range};

use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag, TagEnd};

use super::{BlockNode, footnotes::Footnotes, plain_text::Pending};
use crate::{
    PagePath,
    diagnostics::Diagnostics,
    lines::{Lines, merge_mark},
};

/// The deepest that quotations, lists and emphasis may be nested. The tree is walked
/// recursively, so it must not be as deep as hostile input can make it.
const DEEPEST: usize = 64;

/// Reads the text of a page or, without a path, of a review. `first_line` is the number
/// of its first line in the file.
pub(crate) fn read_markdown(
    text: &str,
    first_line: u32,
    path: Option<&PagePath>,
    diagnostics: &mut Diagnostics,
) -> Vec<BlockNode> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader {
        text,
        events: Parser::new_ext(text, options).into_offset_iter().peekable(),
        lines: Lines::new(text, first_line),
        path,
        diagnostics,
        depth: 0,
        last_level: 1,
        last_html: 0,
        marked_until: 0,
        misplaced: 0..0,
        pending: Pending::default(),
        in_link: false,
        in_one_line: false,
        footnotes: Footnotes::default(),
        invalid_passages: 0,
    };
    if reader.has_merge_marks() {
        // Whatever else it is, the text is that of two pages.
        return Vec::new();
    }
    reader.check_definitions(options);
    let mut blocks = reader.blocks();
    blocks.extend(reader.footnotes());
    reader.passages(&blocks);
    blocks
}

pub(super) struct Reader<'a, 'f> {
    pub(super) text: &'a str,
    pub(super) events: Peekable<OffsetIter<'a>>,
    lines: Lines<'a>,
    /// The page, or none in a review.
    pub(super) path: Option<&'f PagePath>,
    pub(super) diagnostics: &'f mut Diagnostics,
    pub(super) depth: usize,
    /// The level of the heading before; the title is the first.
    pub(super) last_level: u8,
    /// The line of the HTML before, so that a pair of tags is reported once.
    pub(super) last_html: u32,
    /// Where the address before ends that was reported for the marks in it.
    pub(super) marked_until: usize,
    /// The paragraph before with a directive in it that was reported.
    pub(super) misplaced: Range<usize>,
    /// Text that is not yet part of the tree: the parser gives it in small pieces.
    pub(super) pending: Pending,
    /// Whether this is inside a link: links hold no others.
    pub(super) in_link: bool,
    /// Whether this is inside a heading or a cell, which hold no blocks.
    pub(super) in_one_line: bool,
    pub(super) footnotes: Footnotes,
    /// How many passages begin with a directive that cannot be read.
    pub(super) invalid_passages: usize,
}

impl<'a> Reader<'a, '_> {
    /// Reports what a merge has left: two versions of the text and the marks between them.
    fn has_merge_marks(&mut self) -> bool {
        let is_first = |line: &str| {
            line.strip_prefix("<<<<<<<")
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
        };
        let mut start = 0;
        let mut has_begun = false;
        for line in self.text.split_inclusive('\n') {
            has_begun |= is_first(line);
            if has_begun && let Some(error) = merge_mark(line) {
                let number = self.line(start);
                self.diagnostics.report_error(number, error);
            }
            start += line.len();
        }
        has_begun
    }

    pub(super) fn line(&mut self, offset: usize) -> u32 {
        self.lines.line(offset)
    }

    pub(super) fn report(
        &mut self,
        offset: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let line = self.line(offset);
        self.diagnostics.report(line, message, help);
    }

    /// Takes the next event if it is the start of something. An end belongs to whoever
    /// took the start.
    pub(super) fn next(&mut self) -> Option<(Event<'a>, std::ops::Range<usize>)> {
        match self.events.peek() {
            None | Some((Event::End(_), _)) => None,
            Some(_) => self.events.next(),
        }
    }

    /// Takes the end that [`Self::next`] stopped at.
    pub(super) fn end(&mut self) {
        self.events.next();
    }

    /// Passes over the rest of an element whose start was taken.
    pub(super) fn skip(&mut self) {
        let mut open = 1;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    /// Goes a level deeper, unless that is too deep: then the element is passed over.
    pub(super) fn enter(&mut self, offset: usize) -> bool {
        if self.depth == DEEPEST {
            self.report(
                offset,
                format!("The text is nested more than {DEEPEST} deep here."),
                "Take out some of the lists, quotations or emphasis around it.",
            );
            self.skip();
            return false;
        }
        self.depth += 1;
        true
    }

    pub(super) fn leave(&mut self) {
        self.depth -= 1;
        self.end();
    }
}

/// Whether a tag begins a block, and not a part of a line.
pub(super) fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag.to_end(),
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
