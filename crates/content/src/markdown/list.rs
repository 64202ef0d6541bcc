//! Lists: their numbers, and the boxes of tasks.

use super::{BlockNode, InlineNode, reader::Reader};

impl Reader<'_, '_> {
    /// Reads a list whose start was taken, which begins with the number `first` if it has any.
    pub(super) fn list(&mut self, first: Option<u64>, start: usize) -> Option<BlockNode> {
        // A year at the beginning of a line, and no list that goes on there.
        if let Some(first) = first.filter(|first| *first >= 1000) {
            self.report(
                start,
                format!("This numbered list begins with {first}."),
                format!("Begin it with 1, or write {first}\\. if it is no list."),
            );
        }
        if !self.enter(start) {
            return None;
        }
        let items = self.items(first);
        self.leave();
        Some(BlockNode::List {
            start: first,
            items,
        })
    }

    /// Reports a list that stands right below another one and further in: it would be published
    /// beside it (CommonMark 0.31, 5.2: what belongs to an item begins below its first word).
    pub(super) fn list_below_list(&mut self, start: usize) {
        if self.depth == 0 && self.column(start) > 0 {
            self.not_nested(start);
        }
    }

    fn not_nested(&mut self, start: usize) {
        self.report(
            start,
            "This item stands further in than those above it, but does not belong to any of them.",
            "Begin it right below the first word of the item that it belongs to, or as far left as the others.",
        );
    }

    /// How many characters stand before the sign of an item in its line.
    fn column(&self, start: usize) -> usize {
        let line = self.text[..start].rfind('\n').map_or(0, |end| end + 1);
        let spaces = self.text[start..].chars().take_while(|it| *it == ' ');
        self.text[line..start].chars().count() + spaces.count()
    }

    fn items(&mut self, first: Option<u64>) -> Vec<Vec<BlockNode>> {
        let mut items = Vec::new();
        let mut column = None;
        while let Some((_, range)) = self.next() {
            let here = self.column(range.start);
            if here > *column.get_or_insert(here) {
                self.not_nested(range.start);
            }
            if let Some(first) = first {
                self.renumbered(range.start, first, items.len());
            }
            if self.enter(range.start) {
                self.report_empty("item of a list", range.start);
                items.push(with_box(self.blocks()));
                self.leave();
            }
        }
        items
    }

    /// Reports an item with another number than it would be published with. All may have the first
    /// one: that is how lists are written that are often changed.
    fn renumbered(&mut self, start: usize, first: u64, before: usize) {
        let marker = self.text[start..].trim_start();
        let digits = marker.find(|sign: char| !sign.is_ascii_digit());
        let written = digits.and_then(|end| marker[..end].parse().ok());
        let published = first.saturating_add(before as u64);
        if let Some(written) = written.filter(|&it: &u64| it != published && it != first) {
            self.report(
                start,
                format!(
                    "This item has the number {written}, and would be published as {published}."
                ),
                format!(
                    "Write {published}, or a line of text above it: then another list begins here."
                ),
            );
        }
    }
}

/// In a list with empty lines the box of a task stands before the paragraph that it belongs to.
fn with_box(mut item: Vec<BlockNode>) -> Vec<BlockNode> {
    if let [
        BlockNode::Paragraph(first),
        BlockNode::Paragraph(second),
        ..,
    ] = &mut item[..]
        && matches!(first[..], [InlineNode::Task(_)])
    {
        first.append(second);
        item.remove(1);
    }
    item
}
