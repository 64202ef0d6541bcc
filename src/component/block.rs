//! Blocks: the one place that knows which component draws which block.

use leptos::html;
use leptos::prelude::*;
use lscb_content::wire::{Block, HeadingLevel, Inline};

use super::{card, contact, document, inline::inlines, list, note, review, table};
use crate::route::Base;

/// Draws blocks in order.
pub fn blocks(content: &[Block], base: &Base) -> Vec<AnyView> {
    content.iter().map(|block| one(block, base)).collect()
}

fn one(block: &Block, base: &Base) -> AnyView {
    match block {
        Block::Heading { level, id, text } => heading(*level, id, text, base),
        Block::Paragraph(text) => html::p().child(inlines(text, base)).into_any(),
        Block::List(content) => list::list(content, base),
        Block::Quote(content) => html::blockquote().child(blocks(content, base)).into_any(),
        Block::Code(text) => html::pre().child(html::code().child(text.clone())).into_any(),
        Block::Table(content) => table::table(content, base),
        Block::Rule => html::hr().into_any(),
        Block::Definitions(content) => list::definitions(content, base),
        Block::Contacts(groups) => contact::contacts(groups, base),
        Block::Reviews(reviews) => review::reviews(reviews, base),
        Block::Documents(documents) => document::documents(documents, base),
        Block::Cards(cards) => card::cards(cards, base),
        Block::Note(content) => note::note(content, base),
    }
}

fn heading(level: HeadingLevel, id: &str, text: &[Inline], base: &Base) -> AnyView {
    let (id, text) = (id.to_owned(), inlines(text, base));
    match level {
        HeadingLevel::H2 => html::h2().id(id).child(text).into_any(),
        HeadingLevel::H3 => html::h3().id(id).child(text).into_any(),
        HeadingLevel::H4 => html::h4().id(id).child(text).into_any(),
        HeadingLevel::H5 => html::h5().id(id).child(text).into_any(),
        HeadingLevel::H6 => html::h6().id(id).child(text).into_any(),
    }
}
