//! Blocks: headings, paragraphs, lists, quotations.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{
    Block, Heading, Inline, directive,
    reader::{Reader, is_block},
};
use crate::{Slug, wire::HeadingLevel};

impl Reader<'_, '_> {
    /// Reads blocks up to the end of the element that they stand in.
    pub(super) fn blocks(&mut self) -> Vec<Block> {
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
                    blocks.push(Block::Rule);
                }
                // The items of a list without empty lines hold text and no paragraphs.
                Some((_, range)) => {
                    let start = range.start;
                    let text = self.inlines();
                    if self.text[start..].starts_with("::") {
                        self.misplaced_directive(start);
                    } else {
                        push_paragraph(text, &mut blocks);
                    }
                }
            }
        }
        // A site holds the trees of all its pages at once.
        blocks.shrink_to_fit();
        blocks
    }

    fn block(&mut self, tag: Tag<'_>, range: Range<usize>, blocks: &mut Vec<Block>) {
        match tag {
            Tag::Paragraph if self.text[range.clone()].starts_with("::") => {
                self.skip();
                self.directives(range, blocks);
            }
            Tag::Paragraph => {
                if let Some(at) = self.text[range.clone()].find("\n::") {
                    self.misplaced_directive(range.start + at + 1);
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
                    self.problem(
                        range.start,
                        "This heading has attributes other than an id.",
                        "Keep {#the-id} alone.",
                    );
                }
                let heading = self.heading(level as u8, id.as_deref(), range.start);
                blocks.extend(heading.map(Block::Heading));
            }
            Tag::BlockQuote(_) => {
                if self.enter(range.start) {
                    let quoted = self.blocks();
                    self.leave();
                    blocks.push(Block::Quote(quoted));
                }
            }
            Tag::List(first) => {
                if let Some(first) = first.filter(|first| *first != 1) {
                    self.problem(
                        range.start,
                        format!("This numbered list begins with {first}."),
                        format!("Begin it with 1, or write {first}\\. if it is no list."),
                    );
                }
                if self.enter(range.start) {
                    let items = self.items();
                    self.leave();
                    blocks.push(Block::List {
                        ordered: first.is_some(),
                        items,
                    });
                }
            }
            Tag::CodeBlock(_) => {
                let code = self.raw_text();
                blocks.push(Block::Code(code.into()));
            }
            Tag::Table(_) => {
                let table = self.table();
                blocks.push(table);
            }
            Tag::HtmlBlock => {
                self.raw_html(range.start);
                self.skip();
            }
            // No other extension is switched on.
            _ => self.skip(),
        }
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((_, range)) = self.next() {
            if self.enter(range.start) {
                items.push(self.blocks());
                self.leave();
            }
        }
        items
    }

    fn heading(&mut self, level: u8, id: Option<&str>, start: usize) -> Option<Heading> {
        let text = self.inlines();
        self.end();
        if self.path.is_none() {
            self.problem(
                start,
                "A review has no headings of its own.",
                "Write its lines as paragraphs.",
            );
            return None;
        }
        if self.depth > 0 {
            self.problem(
                start,
                "A heading cannot stand inside a list or a quotation.",
                "Begin its line with the # sign.",
            );
            return None;
        }
        if super::words(&text).trim().is_empty() {
            self.problem(
                start,
                "This heading has no words.",
                "Give it some, or take it out.",
            );
            return None;
        }
        let known = match level {
            1 => {
                self.problem(
                    start,
                    "A page has one h1, its title, and this is another.",
                    "Write ## for the headings of its parts.",
                );
                return None;
            }
            2 => HeadingLevel::H2,
            3 => HeadingLevel::H3,
            4 => HeadingLevel::H4,
            5 => HeadingLevel::H5,
            _ => HeadingLevel::H6,
        };
        if level > self.last_level + 1 {
            let wanted = self.last_level + 1;
            self.problem(
                start,
                format!(
                    "This heading of level {level} follows one of level {}.",
                    self.last_level
                ),
                format!(
                    "Begin its line with {} and a space.",
                    "#".repeat(wanted.into())
                ),
            );
        }
        self.last_level = level;
        let id = id.and_then(|id| self.anchor(id, start));
        let line = self.line(start);
        Some(Heading {
            level: known,
            id,
            text,
            line,
        })
    }

    fn anchor(&mut self, id: &str, start: usize) -> Option<Slug> {
        match id.parse() {
            Ok(slug) => Some(slug),
            Err(fault) => {
                let line = self.line(start);
                self.findings.fault(line, fault);
                None
            }
        }
    }

    /// Reads the lines of a paragraph that begins with `::`.
    fn directives(&mut self, range: Range<usize>, blocks: &mut Vec<Block>) {
        let mut start = range.start;
        for text in self.text[range].split_inclusive('\n') {
            if self.depth > 0 || self.path.is_none() {
                self.misplaced_directive(start);
            } else {
                let line = self.line(start);
                let directive = directive::read(text.trim(), line, self.findings);
                blocks.extend(directive.map(|directive| Block::Directive { directive, line }));
            }
            start += text.len();
        }
    }

    fn misplaced_directive(&mut self, offset: usize) {
        self.problem(
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
            self.findings.problem(
                line,
                "There is HTML in the text, which is not allowed.",
                "Write it in Markdown, put a backslash before the < sign, or take it out.",
            );
        }
    }
}

/// Text of white space alone, such as a no-break space left by an image, is no paragraph.
fn push_paragraph(text: Vec<Inline>, blocks: &mut Vec<Block>) {
    let blank = |inline: &Inline| match inline {
        Inline::Text(text) => text.trim().is_empty(),
        inline => *inline == Inline::Break,
    };
    if !text.iter().all(blank) {
        blocks.push(Block::Paragraph(text));
    }
}
