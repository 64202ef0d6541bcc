//! The links of a page.

use lscb_wire::{Block, DocumentState, Inline, Page, Target};

/// Where the links of a page's content lead, in reading order.
pub(crate) fn targets(page: &Page) -> Vec<Target> {
    let mut found = Vec::new();
    blocks(&page.blocks, &mut found);
    found
}

fn blocks(all: &[Block], found: &mut Vec<Target>) {
    for block in all {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => inlines(text, found),
            Block::List(list) => list.items.iter().for_each(|item| blocks(item, found)),
            Block::Quote(inner) | Block::Embeds(inner) => blocks(inner, found),
            Block::Details(details) => blocks(&details.blocks, found),
            Block::Passage(passage) => blocks(&passage.blocks, found),
            Block::Footnotes(notes) => notes.iter().for_each(|note| blocks(&note.blocks, found)),
            Block::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                rows.flatten().for_each(|cell| inlines(cell, found));
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    inlines(&definition.term, found);
                    inlines(&definition.text, found);
                }
            }
            Block::Reviews(reviews) => {
                reviews
                    .iter()
                    .for_each(|review| blocks(&review.body, found));
            }
            Block::Documents(cards) => {
                for card in cards {
                    match &card.state {
                        DocumentState::File { address, .. } => {
                            found.push(Target::File(address.clone()))
                        }
                        DocumentState::Elsewhere { url, .. } => {
                            found.push(Target::Url(url.clone()));
                        }
                        DocumentState::Missing { .. } => {}
                    }
                }
            }
            Block::Cards(cards) => found.extend(cards.iter().map(|card| card.to.clone())),
            Block::Note(note) => inlines(&note.text, found),
            Block::Picture(picture) => found.push(Target::File(picture.file.clone())),
            Block::Contacts(_)
            | Block::Code(_)
            | Block::Rule
            | Block::Search
            | Block::Offline
            | Block::Release(_) => {}
            Block::Index(letters) => {
                let entries = letters.iter().flat_map(|letter| &letter.entries);
                found.extend(entries.map(|entry| entry.target.clone()));
            }
        }
    }
}

fn inlines(all: &[Inline], found: &mut Vec<Target>) {
    for inline in all {
        match inline {
            Inline::Link { to, text, .. } => {
                found.push(to.clone());
                inlines(text, found);
            }
            Inline::Emphasis(text) | Inline::Strong(text) | Inline::Struck(text) => {
                inlines(text, found);
            }
            Inline::Passage(passage) => inlines(&passage.text, found),
            Inline::Task(_) | Inline::Footnote { .. } | Inline::Place(_) => {}
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Time { .. }
            | Inline::Break
            | Inline::Absent => {}
        }
    }
}
