//! Headings: their levels and anchors.

use lscb_wire::HeadingLevel;

use super::{Heading, reader::Reader, words};
use crate::{Slug, characters::is_visible};

impl Reader<'_, '_> {
    pub(super) fn heading(&mut self, level: u8, id: Option<&str>, start: usize) -> Option<Heading> {
        self.in_one_line = true;
        let text = self.inlines();
        self.in_one_line = false;
        self.end();
        if self.path.is_none() {
            self.report(
                start,
                "A review has no headings of its own.",
                "Write its lines as paragraphs.",
            );
            return None;
        }
        if self.depth > 0 {
            self.report(
                start,
                "A heading cannot stand inside a list or a quotation.",
                "Begin its line with the # sign.",
            );
            return None;
        }
        if !is_visible(&words(&text)) {
            self.report(
                start,
                "This heading has no words.",
                "Give it some, or take it out.",
            );
            return None;
        }
        let known = match level {
            1 => {
                self.report(
                    start,
                    "A page has one h1, its title, and this is another.",
                    "Write ## for the headings of its parts.",
                );
                return None;
            }
            2 => HeadingLevel::H2,
            3 => HeadingLevel::H3,
            4 => HeadingLevel::H4,
            5 => HeadingLevel::H5,
            _ => HeadingLevel::H6,
        };
        if level > self.last_level + 1 {
            let wanted = self.last_level + 1;
            self.report(
                start,
                format!(
                    "This heading of level {level} follows one of level {}.",
                    self.last_level
                ),
                format!(
                    "Begin its line with {} and a space.",
                    "#".repeat(wanted.into())
                ),
            );
        }
        self.last_level = level;
        let id = id.and_then(|id| self.anchor(id, start));
        let line = self.line(start);
        Some(Heading {
            level: known,
            id,
            is_made: false,
            before: None,
            text,
            line,
        })
    }

    fn anchor(&mut self, id: &str, start: usize) -> Option<Slug> {
        match id.parse() {
            Ok(slug) => Some(slug),
            Err(error) => {
                let line = self.line(start);
                self.diagnostics.report_error(line, error);
                None
            }
        }
    }
}
