//! Blocks: the one place that knows which component draws which block.

use leptos::prelude::*;
use lscb_wire::{Block, HeadingLevel};

use super::element::{element, text};
use super::{
    card, contact, document, embed,
    inline::{in_language, inlines},
    list, note, offline, picture, release, review, search, table,
};
use crate::route::RelativeRoot;

/// Draws blocks in order, below the page's `h1`.
pub fn blocks(content: &[Block], root: &RelativeRoot) -> Vec<AnyView> {
    below(content, HeadingLevel::H2, root)
}

/// Draws blocks in order. `level` is that of headings which a block brings itself, until one of the
/// text says where they stand: no level is left out (WCAG technique G141).
fn below(content: &[Block], mut level: HeadingLevel, root: &RelativeRoot) -> Vec<AnyView> {
    let views = content.iter().map(|block| {
        if let Block::Heading { level: above, .. } = block {
            level = next(*above);
        }
        block_view(block, level, root)
    });
    views.collect()
}

fn block_view(block: &Block, own: HeadingLevel, root: &RelativeRoot) -> AnyView {
    match block {
        Block::Heading { level, id, text } => {
            element(tag(*level), &[("id", id)], inlines(text, root))
        }
        Block::Paragraph(text) => element("p", &[], inlines(text, root)),
        Block::List(content) => list::list(content, root),
        Block::Quote(content) => element("blockquote", &[], blocks(content, root)),
        Block::Code(words) => element("pre", &[], vec![element("code", &[], vec![text(words)])]),
        Block::Table(content) => table::table(content, root),
        Block::Rule => element("hr", &[], Vec::new()),
        Block::Definitions(content) => list::definitions(content, root),
        Block::Contacts(groups) => contact::contacts(groups, root),
        Block::Reviews(reviews) => review::reviews(reviews, tag(own), root),
        Block::Documents(documents) => document::documents(documents, root),
        Block::Cards(cards) => card::cards(cards, root),
        Block::Picture(content) => picture::picture(content, root),
        Block::Note(content) => note::note(content, root),
        Block::Search => search::search(),
        Block::Index(letters) => list::letters(letters, tag(own), root),
        Block::Release(key) => release::release(key, root),
        Block::Offline => offline::offline(),
        Block::Embeds(content) => embed::embeds(blocks(content, root)),
        Block::Footnotes(notes) => list::footnotes(notes, root),
        Block::Passage(passage) => {
            let content = below(&passage.blocks, own, root);
            in_language("div", &passage.language, passage.rtl, content)
        }
        Block::Details(details) => {
            let mut content = vec![element("summary", &[], vec![text(&details.title)])];
            content.extend(blocks(&details.blocks, root));
            let attributes = [("class", "fold"), ("open", "")];
            let known = if details.open { 2 } else { 1 };
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
