//! Rules that hold between records, and between records and pages.

use std::collections::{HashMap, HashSet};

use super::symbol_table::SymbolTable;
use crate::{Diagnostic, Site, Slug, markdown::Directive, record::Kind, site::visible_text};

/// Reports where records contradict each other or the pages.
pub(super) fn check(site: &Site, symbols: &SymbolTable) -> Vec<Diagnostic> {
    let mut rules = Rules {
        site,
        symbols,
        diagnostics: Vec::new(),
    };
    rules.document_titles();
    rules.document_pages();
    rules.days_to_come();
    rules.contact_points();
    rules.body_loops();
    rules.corrections();
    rules.latest_reviews();
    rules.once_a_page();
    rules.diagnostics
}

struct Rules<'a> {
    site: &'a Site,
    symbols: &'a SymbolTable,
    diagnostics: Vec<Diagnostic>,
}

impl Rules<'_> {
    /// Reports a record at the line of one of its fields.
    fn report(
        &mut self,
        (kind, slug): (Kind, &Slug),
        field: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let place = self.symbols.place(kind, slug);
        self.diagnostics.extend(
            place.map(|place| Diagnostic::new(&place.file, place.line_of(field), message, help)),
        );
    }

    fn document_titles(&mut self) {
        let mut titles = HashSet::new();
        for document in self.site.records.documents.iter() {
            if !titles.insert(&document.title) {
                self.report(
                    (Kind::Document, &document.slug),
                    "title",
                    format!("Two documents have the title “{}”.", document.title),
                    "Say in each title what sets it apart, so that links make sense on their own.",
                );
            }
        }
    }

    /// A count that the file itself contradicts.
    fn document_pages(&mut self) {
        for document in self.site.records.documents.iter() {
            let attachment = document.file.as_ref();
            let attachment = attachment.and_then(|file| self.site.attachments.get(file));
            let counted = attachment.and_then(|attachment| attachment.pages);
            if let (Some(said), Some(counted)) = (document.pages, counted)
                && said != counted
            {
                self.report(
                    (Kind::Document, &document.slug),
                    "pages",
                    format!("`pages` is {said}, and the file has {counted}."),
                    "Take the line out: the pages of a PDF are counted.",
                );
            }
        }
    }

    /// Nobody has checked or tested anything on a day that is still to come.
    fn days_to_come(&mut self) {
        let Some(today) = self.site.today else { return };
        let records = &self.site.records;
        let points = records.contact_points.iter();
        let points = points.filter_map(|point| {
            let subject = (Kind::ContactPoint, &point.slug);
            Some((subject, "verified_on", point.verified_on?))
        });
        let checks = records.checks.iter();
        let checks = checks.map(|check| ((Kind::Check, &check.slug), "date", check.date));
        for (subject, field, date) in points.chain(checks) {
            // A month comes before all of its days.
            if date > today {
                self.report(
                    subject,
                    field,
                    format!("`{field}` is {}, which is still to come.", date.words()),
                    "Write the day on which it was done.",
                );
            }
        }
    }

    /// What stands behind a label such as `Tel.` must be a number, and what stands among links must
    /// not.
    fn contact_points(&mut self) {
        let records = &self.site.records;
        let posts = records.posts.iter();
        let posts = posts.map(|post| ((Kind::Post, &post.slug), &post.phone, &post.online));
        let bodies = records.bodies.iter();
        let bodies = bodies.map(|body| ((Kind::Body, &body.slug), &body.phone, &body.online));
        for (subject, phone, online) in posts.chain(bodies) {
            let named = phone.iter().map(|slug| ("phone", slug));
            for (field, slug) in named.chain(online.iter().map(|slug| ("online", slug))) {
                let Some(point) = records.contact_points.get(slug) else {
                    continue;
                };
                let (message, help) = match (field, point.kind.is_telephone()) {
                    ("phone", false) => ("is no telephone", "Name it in `online = [\"…\"]`."),
                    ("online", true) => ("is a telephone", "Name it in `phone = \"…\"`."),
                    _ => continue,
                };
                let message = format!("`{field}` names `{slug}`, which {message}.");
                self.report(subject, field, message, help);
            }
        }
    }

    fn body_loops(&mut self) {
        let bodies = &self.site.records.bodies;
        let parent = |slug: &Slug| bodies.get(slug).and_then(|body| body.parent.as_ref());
        let mut done = HashSet::new();
        for body in bodies.iter() {
            let mut walk = Vec::new();
            let mut at = Some(&body.slug);
            while let Some(slug) = at.filter(|slug| done.insert(*slug)) {
                walk.push(slug);
                at = parent(slug);
            }
            let Some(first) = at.and_then(|slug| walk.iter().position(|step| *step == slug)) else {
                continue;
            };
            let steps: Vec<String> = walk[first..]
                .iter()
                .filter_map(|slug| Some(format!("`{slug}` is part of `{}`", parent(slug)?)))
                .collect();
            self.report(
                (Kind::Body, walk[first]),
                "parent",
                format!("There is a loop of bodies: {}.", steps.join(", ")),
                "Give one of them another `parent`.",
            );
        }
    }

    fn corrections(&mut self) {
        let mut texts = HashMap::new();
        for correction in self.site.records.corrections.iter() {
            let path = &correction.page;
            let Some(page) = self.site.page(path) else {
                continue;
            };
            // The text of an empty page may not have been readable.
            if page.body.is_empty() {
                continue;
            }
            let text = texts
                .entry(path)
                .or_insert_with(|| visible_text(self.site, page));
            let words: Vec<&str> = correction.published.split_whitespace().collect();
            if !text.contains(&words.join(" ")) {
                self.report(
                    (Kind::Correction, &correction.slug),
                    "published",
                    format!("The words “{}” are not on {path}.", correction.published),
                    "Write them in `published` letter for letter as the page has them.",
                );
            }
        }
    }

    /// What has anchors of its own, or a form that scripts work, cannot stand on a page twice.
    fn once_a_page(&mut self) {
        for page in &self.site.pages {
            let mut placed = HashMap::new();
            for (directive, line) in page.directives() {
                let is_single = matches!(
                    directive,
                    Directive::Search
                        | Directive::Index
                        | Directive::Offline
                        | Directive::Embeds
                        | Directive::EmbedSheet
                );
                if !is_single {
                    continue;
                }
                let name = directive.name();
                if let Some(first) = placed.get(name) {
                    self.diagnostics.push(Diagnostic::new(
                        &page.file,
                        line,
                        format!("This page has ::{name}{{}} twice; the first is in line {first}."),
                        "Take one of them out.",
                    ));
                } else {
                    placed.insert(name, line);
                }
            }
        }
    }

    /// The latest reviews are links into the list of all reviews.
    fn latest_reviews(&mut self) {
        if self.site.review_list().is_some() {
            return;
        }
        for page in &self.site.pages {
            for (directive, line) in page.directives() {
                if *directive == Directive::LatestReviews {
                    self.diagnostics.push(Diagnostic::new(
                        &page.file,
                        line,
                        "The latest reviews lead to the list of all reviews, and no page has one.",
                        "Write ::reviews{} on the page where reviews are read.",
                    ));
                }
            }
        }
    }
}
