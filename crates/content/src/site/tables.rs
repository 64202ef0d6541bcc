//! The names of tables. Each is a landmark of its page, and landmarks of one kind need names that
//! tell them apart (WAI-ARIA APG, "Landmark Regions").

use lscb_wire::{Block, Passage, plain_text};

/// Names the tables of a page after the headings that they stand below.
pub(super) fn name(blocks: &mut [Block], title: &str) {
    let mut names = Names {
        heading: title.into(),
        given: Vec::new(),
    };
    names.blocks(blocks);
}

struct Names {
    /// The heading that the next table stands below.
    heading: String,
    /// The headings of the tables so far.
    given: Vec<String>,
}

impl Names {
    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading { text, .. } => self.heading = plain_text(text),
                Block::Table(table) => table.name = self.next(),
                Block::List(list) => list.items.iter_mut().for_each(|item| self.blocks(item)),
                Block::Quote(blocks) | Block::Passage(Passage { blocks, .. }) => {
                    self.blocks(blocks);
                }
                Block::Footnotes(notes) => {
                    notes
                        .iter_mut()
                        .for_each(|note| self.blocks(&mut note.blocks));
                }
                Block::Reviews(reviews) => {
                    for review in reviews {
                        self.heading.clone_from(&review.date);
                        self.blocks(&mut review.body);
                    }
                }
                _ => {}
            }
        }
    }

    fn next(&mut self) -> String {
        let alike = self.given.iter().filter(|name| **name == self.heading);
        let number = alike.count() + 1;
        self.given.push(self.heading.clone());
        match number {
            1 => format!("Table: {}", self.heading),
            _ => format!("Table {number}: {}", self.heading),
        }
    }
}
