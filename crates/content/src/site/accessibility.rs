//! What was tested for accessibility, and what is known to be wrong.

use lscb_wire::{Block, Definition};

use super::{
    lists::{date, define, text},
    sentence::sentence,
};
use crate::{Check, KnownIssue, Site};

impl Site {
    /// What was tested, what came of it, with what tool and when.
    pub(super) fn accessibility_checks(&self) -> Block {
        let definition = |check: &Check| {
            let tool = format!(
                "{} Tested with {} {} on ",
                sentence(&check.result),
                check.tool,
                check.version
            );
            let words = vec![text(tool), date(check.date), text(".")];
            define(&check.slug, &check.what, words)
        };
        Block::Definitions(self.records.checks.iter().map(definition).collect())
    }

    /// What is known to be wrong, or that nothing is. Where nothing was tested, nothing can be known.
    pub(super) fn known_issues(&self) -> Block {
        let issues = &self.records.known_issues;
        if issues.is_empty() {
            let words = if self.records.checks.is_empty() {
                "None are recorded, and neither are any tests."
            } else {
                "None are known."
            };
            return Block::Paragraph(vec![text(words)]);
        }
        Block::Definitions(issues.iter().map(|issue| self.known_issue(issue)).collect())
    }

    fn known_issue(&self, issue: &KnownIssue) -> Definition {
        let mut words = vec![text(sentence(&format!(
            "This affects {}",
            issue.who_it_affects
        )))];
        if let Some(workaround) = &issue.workaround {
            words.push(text(format!(" {}", sentence(workaround))));
        }
        if let Some(page) = &issue.page {
            words.extend([text(" It is on "), self.page_named(page), text(".")]);
        }
        if let Some(criterion) = issue.criterion {
            let level = criterion.level();
            words.push(text(format!(
                " WCAG 2.2 success criterion {criterion} (level {level})."
            )));
        }
        if let Some(day) = issue.fix_by {
            words.extend([text(" To be put right by "), date(day), text(".")]);
        }
        define(&issue.slug, &issue.what, words)
    }
}
