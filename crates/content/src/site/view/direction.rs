//! The direction of a block whose language nobody has said.

use lscb_wire::{Block, Inline, InlinePassage, Passage, plain_text};
use unicode_bidi::{Direction, get_base_direction};

use super::View;

impl View<'_> {
    /// Text in a script of the other direction, in its own (UAX #9, P2 and P3), where nobody has
    /// said what language it is in.
    pub(super) fn directed(&self, block: Block) -> Block {
        let rtl = match first_words(&block).map(|words| get_base_direction(words.as_str())) {
            Some(Direction::Rtl) => true,
            Some(Direction::Ltr) => false,
            Some(Direction::Mixed) | None => return block,
        };
        if rtl == self.rtl {
            return block;
        }
        match block {
            // A heading is looked for among the blocks of a page.
            Block::Heading { level, id, text } => Block::Heading {
                level,
                id,
                text: vec![Inline::Passage(InlinePassage {
                    language: String::new(),
                    rtl,
                    text,
                })],
            },
            block => Block::Passage(Passage {
                language: String::new(),
                rtl,
                blocks: vec![block],
            }),
        }
    }
}

/// The first words of a block that has text of an author's.
fn first_words(block: &Block) -> Option<String> {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => Some(plain_text(text)),
        Block::Quote(blocks) => blocks.iter().find_map(first_words),
        Block::List(list) => list.items.iter().flatten().find_map(first_words),
        Block::Table(table) => Some(plain_text(table.head.first()?)),
        _ => None,
    }
}
