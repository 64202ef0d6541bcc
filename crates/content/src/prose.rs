//! Prose: the text of a page or review as a typed tree. Links and directives in it are
//! names; what they stand for is looked up when a page is drawn.

#[cfg(test)]
mod tests;

mod body;
mod directive;
mod inlines;
mod link;
mod reader;
mod table;

pub(crate) use self::{
    directive::{Directive, State},
    reader::read_prose,
};
use crate::{Slug, wire::HeadingLevel};

/// A part of a text, in reading order.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Block {
    Heading(Heading),
    Paragraph(Vec<Inline>),
    List {
        ordered: bool,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
    Code(Box<str>),
    Table {
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Rule,
    Directive {
        directive: Directive,
        line: u32,
    },
}

/// A heading.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) level: HeadingLevel,
    /// The anchor: as written, or made of the words once all anchors of the page are known.
    pub(crate) id: Option<Slug>,
    pub(crate) text: Vec<Inline>,
    pub(crate) line: u32,
}

/// A run of text or a marked-up part of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Inline {
    Text(Box<str>),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
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
            Inline::Emphasis(text) | Inline::Strong(text) => push_words(text, out),
            Inline::Link(link) => push_words(&link.text, out),
            Inline::Break => out.push(' '),
        }
    }
}
