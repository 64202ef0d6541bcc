//! Blocks: paragraphs, quotations, code, and what other files read in detail.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::{
    BlockNode, Directive, InlineNode, directive,
    reader::{Reader, is_block},
};
use crate::characters::{is_line_end, is_visible};

impl Reader<'_, '_> {
    /// Reads blocks up to the end of the element that they stand in.
    pub(super) fn blocks(&mut self) -> Vec<BlockNode> {
        let mut blocks = Vec::new();
        loop {
            match self.events.peek() {
                None | Some((Event::End(_), _)) => break,
                Some((Event::Start(tag), _)) if is_block(tag) => {
                    if let Some((Event::Start(tag), range)) = self.next() {
                        self.block(tag, range, &mut blocks);
                    }
                }
                Some((Event::Rule, _)) => {
                    self.next();
                    blocks.push(BlockNode::Rule);
                }
                // The items of a list without empty lines hold text and no paragraphs.
                Some((_, range)) => {
                    let start = range.start;
                    let is_directive = self.text[start..].starts_with("::");
                    if is_directive {
                        self.misplaced_directive(start);
                        let end = self.text[start..].find('\n');
                        self.misplaced = start..end.map_or(self.text.len(), |end| start + end);
                    }
                    let text = self.inlines();
                    if !is_directive {
                        push_paragraph(text, &mut blocks);
                    }
                }
            }
        }
        // A site holds the trees of all its pages at once.
        blocks.shrink_to_fit();
        blocks
    }

    fn block(&mut self, tag: Tag<'_>, range: Range<usize>, blocks: &mut Vec<BlockNode>) {
        match tag {
            Tag::Paragraph if self.text[range.clone()].starts_with("::") => {
                self.skip();
                self.directives(range, blocks);
            }
            Tag::Paragraph => {
                if let Some(at) = self.text[range.clone()].find("\n::") {
                    self.misplaced_directive(range.start + at + 1);
                    self.misplaced = range.start + at..range.end;
                }
                let text = self.inlines();
                self.end();
                push_paragraph(text, blocks);
            }
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => {
                if !classes.is_empty() || !attrs.is_empty() {
                    self.report(
                        range.start,
                        "This heading has attributes other than an id.",
                        "Keep {#the-id} alone.",
                    );
                }
                let heading = self.heading(level as u8, id.as_deref(), range.start);
                blocks.extend(heading.map(BlockNode::Heading));
            }
            Tag::BlockQuote(_) => {
                if self.enter(range.start) {
                    self.number_quoted(range.start);
                    self.report_empty("quotation", range.start);
                    let quoted = self.blocks();
                    self.leave();
                    blocks.push(BlockNode::Quote(quoted));
                }
            }
            Tag::List(first) => {
                if matches!(blocks.last(), Some(BlockNode::List { .. })) {
                    self.list_below_list(range.start);
                }
                blocks.extend(self.list(first, range.start));
            }
            Tag::CodeBlock(kind) => {
                let code = self.raw_text();
                if kind == CodeBlockKind::Indented {
                    self.indented(range.start, &code);
                } else if !is_closed(&self.text[range.clone()]) {
                    self.report(
                        range.start,
                        "This example has no end: all that follows is part of it.",
                        "Write the signs that it begins with below its last line.",
                    );
                }
                blocks.push(BlockNode::Code(code.replace(is_line_end, "\n").into()));
            }
            Tag::Table(sides) => {
                let table = self.table(&sides);
                blocks.push(table);
            }
            Tag::HtmlBlock => {
                self.raw_html(range.start);
                self.skip();
            }
            Tag::FootnoteDefinition(label) => {
                if self.enter(range.start) {
                    let blocks = self.blocks();
                    self.leave();
                    self.define_footnote(&label, blocks, range.start);
                }
            }
            // No other extension is switched on.
            _ => self.skip(),
        }
    }

    /// Reports what has been begun and would be drawn with nothing in it.
    pub(super) fn report_empty(&mut self, what: &str, start: usize) {
        if matches!(self.events.peek(), Some((Event::End(_), _))) {
            self.report(
                start,
                format!("This {what} says nothing."),
                "Write its words behind its sign, or take it out.",
            );
        }
    }

    /// Reports `>50`: whoever means more than 50 does not mean a quotation.
    fn number_quoted(&mut self, start: usize) {
        let quoted = self.text[start..].trim_start().trim_start_matches('>');
        if quoted.starts_with(|sign: char| sign.is_ascii_digit() || "£€$".contains(sign)) {
            let number = quoted.split_whitespace().next().unwrap_or(quoted);
            self.report(
                start,
                format!("`>{number}` begins a quotation, in which readers do not see the sign."),
                format!("Write \\>{number}, “more than {number}”, or a space behind the sign."),
            );
        }
    }

    /// Reads the lines of a paragraph that begins with `::`.
    fn directives(&mut self, range: Range<usize>, blocks: &mut Vec<BlockNode>) {
        let mut start = range.start;
        let mut is_reported = false;
        for text in self.text[range].split_inclusive('\n') {
            if !text.trim_start().starts_with("::") {
                // What stands in a box that is not known is no fault of its own.
                if !std::mem::replace(&mut is_reported, true) {
                    self.report(
                        start,
                        "Text stands right below a directive.",
                        "Put an empty line between the two.",
                    );
                }
            } else if self.depth > 0 || self.path.is_none() {
                self.misplaced_directive(start);
            } else {
                let line = self.line(start);
                let directive = directive::read(text.trim(), line, self.diagnostics);
                is_reported |= directive.is_none();
                if directive.is_none() && text.starts_with("::passage{") {
                    self.invalid_passages += 1;
                }
                blocks.extend(directive.map(|directive| BlockNode::Directive { directive, line }));
            }
            start += text.len();
        }
    }

    /// Reports passages that do not end, or end without having begun.
    pub(super) fn passages(&mut self, blocks: &[BlockNode]) {
        let mut open = None;
        for block in blocks {
            let BlockNode::Directive { directive, line } = block else {
                continue;
            };
            match (directive, open) {
                (Directive::Passage { .. }, None) => open = Some(*line),
                (Directive::Passage { .. }, Some(_)) => {
                    self.diagnostics.report(
                        *line,
                        "A passage begins inside another one.",
                        "Write ::passage-end{} above it.",
                    );
                    open = Some(*line);
                }
                (Directive::PassageEnd, Some(_)) => open = None,
                // Its beginning has been reported.
                (Directive::PassageEnd, None) if self.invalid_passages > 0 => {
                    self.invalid_passages -= 1;
                }
                (Directive::PassageEnd, None) => self.diagnostics.report(
                    *line,
                    "A passage ends here that has not begun.",
                    "Write ::passage{language=\"…\"} above it, or take it out.",
                ),
                _ => {}
            }
        }
        if let Some(line) = open {
            self.diagnostics.report(
                line,
                "This passage has no end.",
                "Write ::passage-end{} below it, on a line of its own.",
            );
        }
    }

    fn misplaced_directive(&mut self, offset: usize) {
        self.report(
            offset,
            "A directive stands in a paragraph, a list, a quotation or a review.",
            "Put it into the text of a page, with an empty line above and below it.",
        );
    }

    /// The text of a code block, to its end.
    fn raw_text(&mut self) -> String {
        let mut out = String::new();
        while let Some((event, _)) = self.next() {
            if let Event::Text(text) = event {
                out.push_str(&text);
            }
        }
        self.end();
        out
    }

    pub(super) fn raw_html(&mut self, offset: usize) {
        let line = self.line(offset);
        if line != self.last_html {
            self.last_html = line;
            self.diagnostics.report(
                line,
                "There is HTML in the text, which is not allowed.",
                "Write it in Markdown, put a backslash before the < sign, or take it out.",
            );
        }
    }
}

/// Whether a fenced code block ends with a fence (CommonMark 0.31, 4.5 "Fenced code blocks").
fn is_closed(block: &str) -> bool {
    // Without the marks of quotations around it.
    let lines = block.trim_end().lines();
    let mut lines = lines.map(|line| line.trim_matches([' ', '\t', '>']));
    let (Some(first), Some(last)) = (lines.next(), lines.next_back()) else {
        return false;
    };
    let is_sign = |sign: &char| first.starts_with(*sign);
    let fence = first.chars().take_while(is_sign).count();
    last.len() >= fence && last.chars().all(|sign| is_sign(&sign))
}

/// Text of white space alone, such as a no-break space left by an image, is no paragraph.
fn push_paragraph(text: Vec<InlineNode>, blocks: &mut Vec<BlockNode>) {
    let blank = |inline: &InlineNode| match inline {
        InlineNode::Text(text) => !is_visible(text),
        inline => *inline == InlineNode::Break,
    };
    if !text.iter().all(blank) {
        blocks.push(BlockNode::Paragraph(text));
    }
}
