//! Tables.

use pulldown_cmark::{Event, Tag};

use super::{Block, Inline, reader::Reader};

impl Reader<'_, '_> {
    /// Reads a table whose start was taken. The parser gives every row as many cells as
    /// the heading row has.
    pub(super) fn table(&mut self) -> Block {
        let mut head = Vec::new();
        let mut rows = Vec::new();
        while let Some((event, _)) = self.next() {
            let cells = self.cells();
            match event {
                Event::Start(Tag::TableHead) => head = cells,
                _ => rows.push(cells),
            }
        }
        self.end();
        Block::Table { head, rows }
    }

    fn cells(&mut self) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while self.next().is_some() {
            cells.push(self.inlines());
            self.end();
        }
        self.end();
        cells
    }
}
