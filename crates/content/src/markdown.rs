//! Markdown: the text of a page or review as a syntax tree. Links and directives in it are
//! names, which are resolved when a page is drawn.

#[cfg(test)]
mod tests;

mod bare_link;
mod blocks;
mod definitions;
mod directive;
mod footnotes;
mod heading;
mod inlines;
mod link;
mod link_words;
mod list;
mod mark_spaces;
mod notation;
mod plain_text;
mod reader;
mod table;
mod unknown;

use lscb_wire::{Alignment, HeadingLevel};

pub(crate) use self::{
    directive::{Directive, State},
    reader::read_markdown,
};
use crate::{Language, Slug};

/// A block of a text, in reading order.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum BlockNode {
    Heading(Heading),
    Paragraph(Vec<InlineNode>),
    List {
        /// The number of the first item; none if they have no numbers.
        start: Option<u64>,
        items: Vec<Vec<BlockNode>>,
    },
    Quote(Vec<BlockNode>),
    Code(Box<str>),
    Table {
        /// The sides of the columns; empty if all stand where lines begin.
        sides: Vec<Alignment>,
        head: Vec<Vec<InlineNode>>,
        rows: Vec<Vec<Vec<InlineNode>>>,
    },
    Rule,
    /// The footnotes of the text, in the order of their numbers.
    Footnotes(Vec<FootnoteDefinition>),
    Directive {
        directive: Directive,
        line: u32,
    },
}

/// A footnote.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FootnoteDefinition {
    pub(crate) blocks: Vec<BlockNode>,
    /// How many places of the text lead to it.
    pub(crate) places: usize,
}

/// A heading.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) level: HeadingLevel,
    /// The anchor: as written, or made of the words once all anchors of the page are known.
    pub(crate) id: Option<Slug>,
    /// Whether the anchor was made of the words.
    pub(crate) is_made: bool,
    /// The anchor that it had before accents were folded, if nobody else has it.
    pub(crate) before: Option<Slug>,
    pub(crate) text: Vec<InlineNode>,
    pub(crate) line: u32,
}

/// Inline content: a run of text, or marked-up text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum InlineNode {
    Text(Box<str>),
    Emphasis(Vec<InlineNode>),
    Strong(Vec<InlineNode>),
    /// What no longer holds (GFM 0.29, 6.5).
    Struck(Vec<InlineNode>),
    /// Text in a language of its own.
    Passage(Language, Vec<InlineNode>),
    /// The box before a task, and whether it is done (GFM 0.29, 5.3).
    Task(bool),
    /// The number of a footnote, and which of the places that lead to it this is, both from 1.
    FootnoteReference {
        number: usize,
        place: usize,
    },
    Code(Box<str>),
    Link(Box<LinkNode>),
    Break,
}

/// A link.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct LinkNode {
    pub(crate) to: Destination,
    pub(crate) text: Vec<InlineNode>,
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// A page, an anchor on one, or an anchor on the same page: `/contact/#office`.
    Page(Box<str>),
    /// A document, wherever its file is.
    Document(Slug),
    /// An address outside the site.
    Url(Box<str>),
}

/// The words of some text without its markup.
pub(crate) fn words(inlines: &[InlineNode]) -> String {
    let mut out = String::new();
    push_words(inlines, &mut out);
    out
}

fn push_words(inlines: &[InlineNode], out: &mut String) {
    for inline in inlines {
        match inline {
            InlineNode::Text(text) | InlineNode::Code(text) => out.push_str(text),
            InlineNode::Emphasis(text)
            | InlineNode::Strong(text)
            | InlineNode::Struck(text)
            | InlineNode::Passage(_, text) => push_words(text, out),
            InlineNode::Task(_) | InlineNode::FootnoteReference { .. } => {}
            InlineNode::Link(link) => push_words(&link.text, out),
            InlineNode::Break => out.push(' '),
        }
    }
}
