//! What a page says of its own dates.

use lscb_wire::{Block, Inline, Note, NoteKind};

use crate::{Page, Site};

impl Site {
    /// What time the page describes, if not the site's, and that nobody has looked at it since it was
    /// to be.
    pub(super) fn page_dates(&self, page: &Page) -> Vec<Block> {
        let front = &page.front;
        let as_at = front.as_at.filter(|date| *date != self.settings.as_at);
        let as_at = as_at.map(|date| {
            let words = format!("This page describes arrangements as at {}.", date.words());
            Block::Paragraph(vec![Inline::Text(words)])
        });
        let overdue = front.review_by.zip(self.today);
        let overdue = overdue.filter(|(review_by, today)| review_by.last_day() < *today);
        let overdue = overdue.map(|(review_by, _)| {
            let words = format!(
                "This page was to be checked by {}. That has not been done.",
                review_by.words()
            );
            Block::Note(Note {
                kind: NoteKind::Stale,
                text: vec![Inline::Text(words)],
            })
        });
        as_at.into_iter().chain(overdue).collect()
    }
}
