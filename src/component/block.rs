//! Blocks: the one place that knows which component draws which block.

use leptos::html;
use leptos::prelude::*;
use lscb_content::wire::{Block, HeadingLevel};

use super::element::{element, text};
use super::{card, contact, document, inline::inlines, list, note, picture, review, table};
use crate::route::Base;

/// Draws blocks in order.
pub fn blocks(content: &[Block], base: &Base) -> Vec<AnyView> {
    content.iter().map(|block| one(block, base)).collect()
}

fn one(block: &Block, base: &Base) -> AnyView {
    match block {
        Block::Heading { level, id, text } => {
            element(tag(*level), &[("id", id)], inlines(text, base))
        }
        Block::Paragraph(text) => element("p", &[], inlines(text, base)),
        Block::List(content) => list::list(content, base),
        Block::Quote(content) => element("blockquote", &[], blocks(content, base)),
        Block::Code(words) => element("pre", &[], vec![element("code", &[], vec![text(words)])]),
        Block::Table(content) => table::table(content, base),
        Block::Rule => html::hr().into_any(),
        Block::Definitions(content) => list::definitions(content, base),
        Block::Contacts(groups) => contact::contacts(groups, base),
        Block::Reviews(reviews) => review::reviews(reviews, base),
        Block::Documents(documents) => document::documents(documents, base),
        Block::Cards(cards) => card::cards(cards, base),
        Block::Picture(content) => picture::picture(content, base),
        Block::Note(content) => note::note(content, base),
    }
}

fn tag(level: HeadingLevel) -> &'static str {
    match level {
        HeadingLevel::H2 => "h2",
        HeadingLevel::H3 => "h3",
        HeadingLevel::H4 => "h4",
        HeadingLevel::H5 => "h5",
        HeadingLevel::H6 => "h6",
    }
}
