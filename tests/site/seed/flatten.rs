//! A page as lines of text, the way its blocks are read one after the other.

use lscb_wire::{
    Block, ContactGroup, ContactLine, DocumentCard, DocumentState, Inline, Page, plain_text,
};

use super::lines::collapse;

/// Every line that a reader of the page meets.
pub(crate) fn all_lines(page: &Page) -> Vec<String> {
    flatten(page, true)
}

/// The lines that are the board's own: without the publisher's remarks, and without
/// document cards, which stand where the print view lost a link.
pub(crate) fn published_lines(page: &Page) -> Vec<String> {
    flatten(page, false)
}

fn flatten(page: &Page, remarks: bool) -> Vec<String> {
    let mut lines = Lines {
        remarks,
        lines: Vec::new(),
    };
    lines.push(&page.title);
    lines.blocks(&page.blocks);
    lines.lines
}

struct Lines {
    remarks: bool,
    lines: Vec<String>,
}

impl Lines {
    fn push(&mut self, line: &str) {
        self.lines.push(collapse(line));
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
            Block::Quote(blocks) | Block::Embeds(blocks) => self.blocks(blocks),
            // What is folded away is a remark.
            Block::Details(details) if self.remarks || details.open => {
                self.push(&details.title);
                self.blocks(&details.blocks);
            }
            Block::Details(_) => {}
            Block::Passage(passage) => self.blocks(&passage.blocks),
            Block::Footnotes(notes) => notes.iter().for_each(|note| self.blocks(&note.blocks)),
            Block::Code(text) => self.push(text),
            Block::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                rows.flatten().for_each(|cell| self.inlines(cell));
            }
            Block::Picture(picture) if self.remarks => {
                if let Some(note) = &picture.note {
                    self.inlines(&note.text);
                }
            }
            Block::Picture(_) => {}
            Block::Rule | Block::Search | Block::Offline => {}
            Block::Index(letters) => {
                let entries = letters.iter().flat_map(|letter| &letter.entries);
                entries.for_each(|entry| self.push(&entry.title));
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    self.inlines(&definition.term);
                    self.inlines(&definition.text);
                }
            }
            Block::Contacts(groups) => groups.iter().for_each(|group| self.contacts(group)),
            Block::Reviews(reviews) => {
                for review in reviews {
                    self.push(&review.date);
                    self.push(&review.title);
                    self.blocks(&review.body);
                }
            }
            Block::Cards(cards) => {
                for card in cards {
                    self.push(&card.title);
                    self.push(&card.summary);
                }
            }
            Block::Documents(cards) if self.remarks => {
                cards.iter().for_each(|card| self.document(card));
            }
            Block::Note(note) if self.remarks => self.inlines(&note.text),
            Block::Documents(_) | Block::Note(_) | Block::Release(_) => {}
        }
    }

    fn contacts(&mut self, group: &ContactGroup) {
        if group.address_first {
            group.address.iter().for_each(|line| self.push(line));
        }
        group.people.iter().for_each(|line| self.contact_line(line));
        if !group.address_first {
            group.address.iter().for_each(|line| self.push(line));
        }
        group.lines.iter().for_each(|line| self.contact_line(line));
    }

    fn contact_line(&mut self, line: &ContactLine) {
        self.push(&line.words());
    }

    fn document(&mut self, card: &DocumentCard) {
        self.push(&card.title);
        match &card.state {
            DocumentState::File { note, .. } => self.push(note),
            DocumentState::Missing { ask } => self.push(ask),
            DocumentState::Elsewhere { holder, .. } => self.push(holder),
        }
    }
}
