//! Blocks: the one place that knows which component draws which block.

use leptos::prelude::*;
use lscb_wire::{Block, HeadingLevel};

use super::element::{element, text};
use super::{
    card, contact, document, embed,
    inline::{in_language, inlines},
    list, note, offline, picture, release, review, search, table,
};
use crate::route::Base;

/// Draws blocks in order, below the page's `h1`.
pub fn blocks(content: &[Block], base: &Base) -> Vec<AnyView> {
    below(content, HeadingLevel::H2, base)
}

/// Draws blocks in order. `level` is that of headings which a block brings itself, until one of the
/// text says where they stand: no level is left out (WCAG technique G141).
fn below(content: &[Block], mut level: HeadingLevel, base: &Base) -> Vec<AnyView> {
    let views = content.iter().map(|block| {
        if let Block::Heading { level: above, .. } = block {
            level = next(*above);
        }
        one(block, level, base)
    });
    views.collect()
}

fn one(block: &Block, own: HeadingLevel, base: &Base) -> AnyView {
    match block {
        Block::Heading { level, id, text } => {
            element(tag(*level), &[("id", id)], inlines(text, base))
        }
        Block::Paragraph(text) => element("p", &[], inlines(text, base)),
        Block::List(content) => list::list(content, base),
        Block::Quote(content) => element("blockquote", &[], blocks(content, base)),
        Block::Code(words) => element("pre", &[], vec![element("code", &[], vec![text(words)])]),
        Block::Table(content) => table::table(content, base),
        Block::Rule => element("hr", &[], Vec::new()),
        Block::Definitions(content) => list::definitions(content, base),
        Block::Contacts(groups) => contact::contacts(groups, base),
        Block::Reviews(reviews) => review::reviews(reviews, tag(own), base),
        Block::Documents(documents) => document::documents(documents, base),
        Block::Cards(cards) => card::cards(cards, base),
        Block::Picture(content) => picture::picture(content, base),
        Block::Note(content) => note::note(content, base),
        Block::Search => search::search(),
        Block::Index(letters) => list::letters(letters, tag(own), base),
        Block::Release(key) => release::release(key, base),
        Block::Offline => offline::offline(),
        Block::Embeds(content) => embed::embeds(blocks(content, base)),
        Block::Footnotes(notes) => list::footnotes(notes, base),
        Block::Passage(passage) => {
            let content = below(&passage.blocks, own, base);
            in_language("div", &passage.language, passage.rtl, content)
        }
        Block::Fold(fold) => {
            let mut content = vec![element("summary", &[], vec![text(&fold.title)])];
            content.extend(blocks(&fold.blocks, base));
            let attributes = [("class", "fold"), ("open", "")];
            let known = if fold.open { 2 } else { 1 };
            element("details", &attributes[..known], content)
        }
    }
}

fn next(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
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
