//! Tables.

use std::ops::Range;

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
        let mut start = 0;
        while let Some((event, range)) = self.next() {
            let cells = self.cells();
            self.surplus_cells(range.clone(), columns.len());
            match event {
                Event::Start(Tag::TableHead) => (head, start) = (cells, range.start),
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
        if rows.is_empty() && ragged.is_none() {
            self.report(
                start,
                "This table has no rows below its first.",
                "Give it some, or take it out.",
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

    /// Reports a row with more cells than the first one: the parser leaves them out (GFM 0.29, 4.10
    /// "Tables").
    fn surplus_cells(&mut self, row: Range<usize>, columns: usize) {
        let cells = cells_in(&self.text[row.clone()]);
        if cells > columns {
            self.report(
                row.start,
                format!("This row of a table has {cells} cells, and the first row has {columns}."),
                "Give both the same number, or write \\| for a | that divides nothing.",
            );
        }
    }

    fn cells(&mut self) -> Vec<Vec<InlineNode>> {
        let mut cells = Vec::new();
        while let Some((event, _)) = self.next() {
            if event == Event::Start(Tag::TableCell) {
                self.in_one_line = true;
                cells.push(self.inlines());
                self.in_one_line = false;
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

/// Into how many cells a row is divided: by every | without a backslash, but for one at each end.
fn cells_in(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let bars = row.matches('|').count() - row.matches("\\|").count();
    let ends_with_bar = row.ends_with('|') && !row.ends_with("\\|");
    bars + usize::from(!ends_with_bar)
}
