//! Tables.

use lscb_wire::Alignment;
use pulldown_cmark::{Alignment as MarkdownAlignment, Event, Tag};

use super::{BlockNode, InlineNode, reader::Reader};

impl Reader<'_, '_> {
    /// Reads a table whose start was taken. The parser gives every row as many cells as
    /// the heading row has, until it has made up a quarter of a million of them.
    pub(super) fn table(&mut self, columns: &[MarkdownAlignment]) -> BlockNode {
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
        let side = |column: &MarkdownAlignment| match column {
            MarkdownAlignment::None | MarkdownAlignment::Left => Alignment::Start,
            MarkdownAlignment::Center => Alignment::Middle,
            MarkdownAlignment::Right => Alignment::End,
        };
        let mut sides: Vec<Alignment> = columns.iter().map(side).collect();
        if sides.iter().all(|side| *side == Alignment::Start) {
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
