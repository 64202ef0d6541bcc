//! Looking up everything that one file names in another.

use std::collections::{BTreeSet, HashMap};

use super::{anchors::placed, register::Register};
use crate::{
    Page, PagePath, Problem, Site, Slug,
    findings::{Findings, Pointer, Reference, Said},
    nearest::nearest,
    prose::{Block, Heading},
};

/// How many dead references get a suggestion. Finding one takes a look at every name of
/// the site, and whoever has more has another problem than a slip.
const SUGGESTIONS: usize = 100;

/// Reports the references that lead nowhere.
pub(super) fn check(site: &Site, register: &Register, references: &[Reference]) -> Vec<Problem> {
    let mut check = Check {
        site,
        register,
        anchors: HashMap::new(),
        suggestions: SUGGESTIONS,
        problems: Vec::new(),
    };
    for reference in references {
        check.reference(reference);
    }
    check.problems
}

struct Check<'a> {
    site: &'a Site,
    register: &'a Register,
    /// The anchors of the pages that links with an anchor lead to.
    anchors: HashMap<&'a PagePath, BTreeSet<String>>,
    suggestions: usize,
    problems: Vec<Problem>,
}

impl<'a> Check<'a> {
    fn reference(&mut self, reference: &Reference) {
        match &reference.to {
            Pointer::Record(kind, slug) => {
                let register = self.register;
                if register.may_have(*kind, slug) {
                    return;
                }
                let known = || register.slugs(*kind).map(Slug::as_str);
                let remedy = self.suggest(slug.as_str(), known).unwrap_or_else(|| {
                    format!("Add it to content/{}, or take this out.", kind.home())
                });
                let shown = match reference.said {
                    Said::Field(_) => format!("`{slug}`"),
                    Said::Link => format!("document:{slug}"),
                };
                self.report(
                    reference,
                    &shown,
                    &format!("there is no such {}", kind.name()),
                    remedy,
                );
            }
            Pointer::Page(path) => {
                self.page(path, reference, path.as_str());
            }
            Pointer::Anchor(path, anchor) => {
                let shown = format!("{path}#{anchor}");
                let Some(page) = self.page(path, reference, &shown) else {
                    return;
                };
                let (site, register) = (self.site, self.register);
                let anchors = self
                    .anchors
                    .entry(&page.path)
                    .or_insert_with(|| anchors(page, site, register));
                // The text of an empty page may not have been readable.
                if anchors.contains(&**anchor) || page.body.is_empty() {
                    return;
                }
                let known = anchors.clone();
                let remedy = self
                    .suggest(anchor, || known.iter().map(String::as_str))
                    .unwrap_or_else(|| format!("Look at the headings in content/{}.", page.file));
                self.report(reference, &shown, "that page has no such anchor", remedy);
            }
            Pointer::Attachment(path) => {
                if !self.site.attachments.contains_key(&**path) {
                    let remedy = "Put the file there, or take this line out.".to_owned();
                    self.report(
                        reference,
                        &format!("content/{path}"),
                        "there is no such file",
                        remedy,
                    );
                }
            }
        }
    }

    fn page(&mut self, path: &PagePath, reference: &Reference, shown: &str) -> Option<&'a Page> {
        let page = self.site.page(path);
        if page.is_none() {
            let site = self.site;
            let known = || site.paths().map(PagePath::as_str);
            let remedy = self
                .suggest(path.as_str(), known)
                .unwrap_or_else(|| "Add the page, or take this out.".into());
            self.report(reference, shown, "there is no such page", remedy);
        }
        page
    }

    fn suggest<'n, I: Iterator<Item = &'n str>>(
        &mut self,
        word: &str,
        known: impl Fn() -> I,
    ) -> Option<String> {
        self.suggestions = self.suggestions.checked_sub(1)?;
        nearest(word, known()).map(|meant| format!("Did you mean `{meant}`?"))
    }

    fn report(&mut self, reference: &Reference, shown: &str, lack: &str, remedy: String) {
        let message = match reference.said {
            Said::Field(name) => format!("`{name}` names {shown}, but {lack}."),
            Said::Link => format!("This link leads to {shown}, but {lack}."),
        };
        let mut findings = Findings::new(&reference.file);
        findings.problem(reference.line, message, remedy);
        self.problems.extend(findings.problems);
    }
}

fn anchors(page: &Page, site: &Site, register: &Register) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    for block in &page.body {
        match block {
            Block::Heading(Heading {
                id: Some(id),
                before,
                ..
            }) => {
                anchors.insert(id.to_string());
                anchors.extend(before.iter().map(Slug::to_string));
            }
            Block::Directive { directive, .. } => {
                let placed = placed(directive, site, register);
                anchors.extend(placed.iter().map(Slug::to_string));
            }
            _ => {}
        }
    }
    anchors
}
