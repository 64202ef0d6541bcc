//! Prose: the text of a page or review as a typed tree. Links and directives in it are
//! names; what they stand for is looked up when a page is drawn.

#[cfg(test)]
mod tests;

mod body;
mod directive;
mod footnotes;
mod inlines;
mod link;
mod notation;
mod reader;
mod table;

pub(crate) use self::{
    directive::{Directive, State},
    reader::read_prose,
};
use crate::{
    Language, Slug,
    wire::{HeadingLevel, Side},
};

/// A part of a text, in reading order.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Block {
    Heading(Heading),
    Paragraph(Vec<Inline>),
    List {
        /// The number of the first item; none if they have no numbers.
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
    Code(Box<str>),
    Table {
        /// The sides of the columns; empty if all stand where lines begin.
        sides: Vec<Side>,
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Rule,
    /// The footnotes of the text, in the order of their numbers.
    Footnotes(Vec<Footnote>),
    Directive {
        directive: Directive,
        line: u32,
    },
}

/// A footnote.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Footnote {
    pub(crate) blocks: Vec<Block>,
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
    pub(crate) text: Vec<Inline>,
    pub(crate) line: u32,
}

/// A run of text or a marked-up part of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Inline {
    Text(Box<str>),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    /// What no longer holds (GFM 0.29, 6.5).
    Struck(Vec<Inline>),
    /// Text in a language of its own.
    Passage(Language, Vec<Inline>),
    /// The box before a task, and whether it is done (GFM 0.29, 5.3).
    Task(bool),
    /// The number of a footnote, and which of the places that lead to it this is, both from 1.
    Footnote {
        number: usize,
        place: usize,
    },
    Code(Box<str>),
    Link(Box<Link>),
    Break,
}

/// A link.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) to: Destination,
    pub(crate) text: Vec<Inline>,
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
pub(crate) fn words(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_words(inlines, &mut out);
    out
}

fn push_words(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(text)
            | Inline::Strong(text)
            | Inline::Struck(text)
            | Inline::Passage(_, text) => push_words(text, out),
            Inline::Task(_) | Inline::Footnote { .. } => {}
            Inline::Link(link) => push_words(&link.text, out),
            Inline::Break => out.push(' '),
        }
    }
}
