//! Anchors: every heading and every record on a page has one of its own.

use std::collections::HashMap;

use super::symbol_table::SymbolTable;
use crate::{
    Diagnostic, Page, Site, Slug,
    diagnostics::Diagnostics,
    markdown::{BlockNode, Directive, Heading, words},
    record::Kind,
    reserved,
};

/// Gives every heading without an id the slug of its words. Anchors that are written down
/// come first, so that a new heading never takes the anchor of a record.
pub(super) fn assign(site: &mut Site, symbols: &SymbolTable) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut pages = std::mem::take(&mut site.pages);
    for page in &mut pages {
        let mut anchors = Anchors {
            known: HashMap::new(),
            diagnostics: Diagnostics::new(&page.file),
        };
        for block in &page.body {
            match block {
                BlockNode::Directive { directive, line } => {
                    for anchor in placed(directive, page, site, symbols) {
                        anchors.claim(anchor, *line);
                    }
                }
                BlockNode::Heading(Heading {
                    id: Some(id), line, ..
                }) => {
                    anchors.choose(id, *line);
                }
                _ => {}
            }
        }
        for block in &mut page.body {
            if let BlockNode::Heading(heading @ Heading { id: None, .. }) = block {
                heading.id = Some(anchors.free(&words(&heading.text)));
                heading.is_made = true;
            }
        }
        // Once all others are known: links to old anchors lead on where nothing else is meant.
        for block in &mut page.body {
            if let BlockNode::Heading(heading) = block {
                let before = Slug::from_words_before(&words(&heading.text));
                let before =
                    before.filter(|before| heading.is_made && !anchors.has(before.as_str()));
                if let Some(before) = &before {
                    anchors.known.insert(before.clone(), 2);
                }
                heading.before = before;
            }
        }
        diagnostics.extend(anchors.diagnostics.items);
    }
    site.pages = pages;
    diagnostics
}

/// The anchors of what a directive places, those of records with errors among them.
pub(super) fn placed(
    directive: &Directive,
    page: &Page,
    site: &Site,
    symbols: &SymbolTable,
) -> Vec<Slug> {
    let mut anchors = site.anchors_of(directive, page);
    let records = &site.records;
    let unreadable = |kind, known: &dyn Fn(&Slug) -> bool| -> Vec<Slug> {
        symbols
            .slugs(kind)
            .filter(|slug| !known(slug))
            .cloned()
            .collect()
    };
    anchors.extend(match directive {
        Directive::Reviews { .. } => {
            unreadable(Kind::Review, &|s| records.reviews.get(s).is_some())
        }
        Directive::Documents { .. } => {
            unreadable(Kind::Document, &|s| records.documents.get(s).is_some())
        }
        Directive::Terms => unreadable(Kind::Term, &|s| records.terms.get(s).is_some()),
        Directive::Milestones => {
            unreadable(Kind::Milestone, &|s| records.milestones.get(s).is_some())
        }
        Directive::Corrections => {
            unreadable(Kind::Correction, &|s| records.corrections.get(s).is_some())
        }
        Directive::AccessibilityChecks => {
            unreadable(Kind::Check, &|s| records.checks.get(s).is_some())
        }
        Directive::KnownIssues => {
            unreadable(Kind::KnownIssue, &|s| records.known_issues.get(s).is_some())
        }
        Directive::Pictures => unreadable(Kind::Image, &|s| records.images.get(s).is_some()),
        _ => Vec::new(),
    });
    anchors
}

struct Anchors {
    /// The anchors of the page, each with the number that a second of its words gets.
    known: HashMap<Slug, usize>,
    diagnostics: Diagnostics,
}

impl Anchors {
    fn claim(&mut self, anchor: Slug, line: u32) {
        if self.known.contains_key(&anchor) {
            self.diagnostics.report(
                line,
                format!("Two things on this page have the anchor `{anchor}`."),
                "Place a record once, and give headings other ids.",
            );
            return;
        }
        self.known.insert(anchor, 2);
    }

    /// An anchor that somebody wrote down for a heading.
    fn choose(&mut self, anchor: &Slug, line: u32) {
        if let Some(holder) = reserved::anchor(anchor.as_str()) {
            let free = reserved::free(anchor, |id| self.has(id));
            self.diagnostics.report(
                line,
                format!("The anchor `{anchor}` is taken: {holder}."),
                format!("Write {{#{free}}}, or leave it out."),
            );
            return;
        }
        self.claim(anchor.clone(), line);
    }

    fn has(&self, id: &str) -> bool {
        reserved::anchor(id).is_some()
            || id
                .parse()
                .is_ok_and(|id: Slug| self.known.contains_key(&id))
    }

    fn free(&mut self, words: &str) -> Slug {
        // Words in another alphabet have no slug.
        let wanted = Slug::from_words(words)
            .or_else(|| Slug::from_words("section"))
            .expect("a word has a slug");
        let mut anchor = wanted.clone();
        while self.has(anchor.as_str()) {
            let next = self.known.entry(wanted.clone()).or_insert(2);
            anchor = wanted.numbered(*next);
            *next += 1;
        }
        self.known.insert(anchor.clone(), 2);
        anchor
    }
}
