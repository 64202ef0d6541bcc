//! Tables.

use lscb_wire::Side;
use pulldown_cmark::{Alignment, Event, Tag};

use super::{BlockNode, InlineNode, reader::Reader};

impl Reader<'_, '_> {
    /// Reads a table whose start was taken. The parser gives every row as many cells as
    /// the heading row has, until it has made up a quarter of a million of them.
    pub(super) fn table(&mut self, columns: &[Alignment]) -> BlockNode {
        let mut head = Vec::new();
        let mut rows = Vec::new();
        let mut ragged = None;
        while let Some((event, range)) = self.next() {
            let cells = self.cells();
            match event {
                Event::Start(Tag::TableHead) => head = cells,
                _ if cells.len() == head.len() => rows.push(cells),
                _ => ragged = ragged.or(Some(range.start)),
            }
        }
        if let Some(row) = ragged {
            self.report(
                row,
                "This table leaves too many cells empty.",
                "Give its rows all their cells, or divide it.",
            );
        }
        self.end();
        let side = |column: &Alignment| match column {
            Alignment::None | Alignment::Left => Side::Start,
            Alignment::Center => Side::Middle,
            Alignment::Right => Side::End,
        };
        let mut sides: Vec<Side> = columns.iter().map(side).collect();
        if sides.iter().all(|side| *side == Side::Start) {
            sides = Vec::new();
        }
        BlockNode::Table { sides, head, rows }
    }

    fn cells(&mut self) -> Vec<Vec<InlineNode>> {
        let mut cells = Vec::new();
        while let Some((event, _)) = self.next() {
            if event == Event::Start(Tag::TableCell) {
                cells.push(self.inlines());
                self.end();
            } else {
                // The parser gave up on the table in the middle of a row.
                self.skip();
            }
        }
        self.end();
        cells
    }
}
