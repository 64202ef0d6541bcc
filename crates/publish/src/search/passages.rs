//! The searchable text of a page, by heading.

use lscb_search::{Heading, Passage};
use lscb_wire::{Block, ContactGroup, Inline, Page, plain_text};

/// The passages of a page. The first is its line in lists of pages, which summarises
/// it. Links to other pages and the publisher's notes on what is missing, doubtful or misspelt are not
/// part of its text.
pub(super) fn of(page: &Page) -> Vec<Passage> {
    let mut passages = vec![Passage::default()];
    let mut text = Text::default();
    text.push(&page.summary);
    let blocks = page.blocks.iter().flat_map(|block| match block {
        Block::Passage(passage) => &passage.blocks[..],
        block => std::slice::from_ref(block),
    });
    for block in blocks {
        match block {
            Block::Heading {
                id, text: words, ..
            } if !id.is_empty() => {
                close(&mut passages, &mut text);
                passages.push(Passage {
                    heading: Some(Heading {
                        id: id.clone(),
                        text: collapsed(&plain_text(words)),
                    }),
                    ..Passage::default()
                });
            }
            block => text.block(block),
        }
    }
    close(&mut passages, &mut text);
    passages.retain(|passage| passage.heading.is_some() || !passage.text.is_empty());
    passages
}

fn close(passages: &mut [Passage], text: &mut Text) {
    if let Some(last) = passages.last_mut() {
        last.text = std::mem::take(&mut text.0);
    }
}

/// The words of some blocks.
pub(super) fn text(blocks: &[Block]) -> String {
    let mut text = Text::default();
    text.blocks(blocks);
    text.0
}

/// Accumulates text; parts that are separate on the page are separated by punctuation.
#[derive(Default)]
struct Text(String);

impl Text {
    fn push(&mut self, words: &str) {
        let words = collapsed(words);
        if words.is_empty() {
            return;
        }
        if self.0.ends_with(['.', '!', '?', ':', ';', ',']) {
            self.0.push(' ');
        } else if !self.0.is_empty() {
            self.0.push_str(" · ");
        }
        self.0.push_str(&words);
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        self.push(&plain_text(inlines));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => self.inlines(text),
            Block::List(list) => list.items.iter().for_each(|item| self.blocks(item)),
            Block::Quote(blocks) => self.blocks(blocks),
            Block::Code(code) => self.push(code),
            Block::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                rows.flatten().for_each(|cell| self.inlines(cell));
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    let (term, text) = (plain_text(&definition.term), plain_text(&definition.text));
                    self.push(&format!("{term}: {text}"));
                }
            }
            Block::Contacts(groups) => groups.iter().for_each(|group| self.group(group)),
            Block::Reviews(reviews) => {
                for review in reviews {
                    self.push(&format!("{}: {}", review.date, review.title));
                    self.blocks(&review.body);
                }
            }
            Block::Passage(passage) => self.blocks(&passage.blocks),
            Block::Footnotes(notes) => notes.iter().for_each(|note| self.blocks(&note.blocks)),
            Block::Documents(cards) => cards.iter().for_each(|card| self.push(&card.title)),
            Block::Picture(picture) => self.push(&picture.alt),
            Block::Note(_)
            | Block::Cards(_)
            | Block::Rule
            | Block::Search
            | Block::Index(_)
            | Block::Offline
            | Block::Embeds(_)
            | Block::Details(_)
            | Block::Release(_) => {}
        }
    }

    fn group(&mut self, group: &ContactGroup) {
        let address = group.address.join(", ");
        if group.address_first {
            self.push(&address);
        }
        let people = group.people.iter().map(Some).chain([None]);
        for line in people.chain(group.lines.iter().map(Some)) {
            match line {
                Some(line) => self.push(&line.words()),
                None if !group.address_first => self.push(&address),
                None => {}
            }
        }
    }
}

fn collapsed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
