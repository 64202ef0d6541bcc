//! The words of a page, without markup and without the publisher's notes.

use lscb_wire::{Block, Inline, Passage, plain_text};

use super::view;
use crate::{Page, Site};

/// The words that a reader sees on a page, one space between them.
pub(crate) fn visible_text(site: &Site, page: &Page) -> String {
    let mut out = page.front.title.clone();
    push_blocks(&view::blocks(site, page), &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn push_blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => push(text, out),
            Block::List(list) => list.items.iter().for_each(|item| push_blocks(item, out)),
            Block::Quote(blocks) | Block::Passage(Passage { blocks, .. }) => {
                push_blocks(blocks, out);
            }
            // The ways back are the publisher's words, and the last.
            Block::Footnotes(notes) => notes.iter().for_each(|it| push_blocks(&it.blocks, out)),
            Block::Code(code) => push_words(code, out),
            Block::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                rows.flatten().for_each(|cell| push(cell, out));
            }
            Block::Contacts(groups) => {
                for group in groups {
                    group.address.iter().for_each(|line| push_words(line, out));
                    group.people.iter().chain(&group.lines).for_each(|line| {
                        push_words(&line.words(), out);
                    });
                }
            }
            Block::Reviews(reviews) => {
                for review in reviews {
                    push_words(&review.date, out);
                    push_words(&review.title, out);
                    push_blocks(&review.body, out);
                }
            }
            Block::Documents(cards) => cards.iter().for_each(|card| push_words(&card.title, out)),
            // Lists of facts, cards and notes are the publisher's words.
            Block::Rule
            | Block::Definitions(_)
            | Block::Cards(_)
            | Block::Picture(_)
            | Block::Note(_)
            | Block::Search
            | Block::Index(_)
            | Block::Offline
            | Block::Embeds(_)
            | Block::Details(_)
            | Block::Release(_) => {}
        }
    }
}

fn push(text: &[Inline], out: &mut String) {
    push_words(&plain_text(text), out);
}

fn push_words(words: &str, out: &mut String) {
    out.push(' ');
    out.push_str(words);
}
