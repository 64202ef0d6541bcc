//! Resolves references: everything that one file names in another.

use std::collections::{BTreeSet, HashMap};

use super::{anchors::placed, symbol_table::SymbolTable};
use crate::{
    Diagnostic, Page, PagePath, Site, Slug,
    markdown::{BlockNode, Heading},
    nearest::nearest,
    reference::{Reference, ReferenceSource, ReferenceTarget},
};

/// How many broken references get a suggestion. Each takes a comparison with every name of the
/// site, and more of them than this are not typing errors.
const SUGGESTIONS: usize = 100;

/// Reports the references whose target does not exist.
pub(super) fn check(
    site: &Site,
    symbols: &SymbolTable,
    references: &[Reference],
) -> Vec<Diagnostic> {
    let mut check = Check {
        site,
        symbols,
        anchors: HashMap::new(),
        suggestions: SUGGESTIONS,
        diagnostics: Vec::new(),
    };
    for reference in references {
        check.reference(reference);
    }
    check.diagnostics
}

struct Check<'a> {
    site: &'a Site,
    symbols: &'a SymbolTable,
    /// The anchors of the pages that links with an anchor lead to.
    anchors: HashMap<&'a PagePath, BTreeSet<String>>,
    suggestions: usize,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Check<'a> {
    fn reference(&mut self, reference: &Reference) {
        match &reference.target {
            ReferenceTarget::Record(kind, slug) => {
                let symbols = self.symbols;
                if symbols.may_have(*kind, slug) {
                    return;
                }
                let known = || symbols.slugs(*kind).map(Slug::as_str);
                let help = self.suggest(slug.as_str(), known).unwrap_or_else(|| {
                    let home = reference.file.sibling(kind.home());
                    format!("Add it to {home}, or take this out.")
                });
                let shown = match reference.source {
                    ReferenceSource::Field(_) => format!("`{slug}`"),
                    ReferenceSource::Link => format!("document:{slug}"),
                };
                self.report(
                    reference,
                    &shown,
                    &format!("there is no such {}", kind.name()),
                    help,
                );
            }
            ReferenceTarget::Page(path) => {
                self.page(path, reference, path.as_str());
            }
            ReferenceTarget::Anchor(path, anchor) => {
                let shown = format!("{path}#{anchor}");
                let Some(page) = self.page(path, reference, &shown) else {
                    return;
                };
                let (site, symbols) = (self.site, self.symbols);
                let anchors = self
                    .anchors
                    .entry(&page.path)
                    .or_insert_with(|| anchors(page, site, symbols));
                // The text of an empty page may not have been readable.
                if anchors.contains(&**anchor) || page.body.is_empty() {
                    return;
                }
                let known = anchors.clone();
                let help = self
                    .suggest(anchor, || known.iter().map(String::as_str))
                    .unwrap_or_else(|| format!("Look at the headings in {}.", page.file));
                self.report(reference, &shown, "that page has no such anchor", help);
            }
            ReferenceTarget::Attachment(path) => {
                if !self.site.attachments.contains_key(&**path) {
                    let help = self
                        .suggest_file(path)
                        .unwrap_or_else(|| "Put the file there, or take this line out.".to_owned());
                    self.report(
                        reference,
                        &reference.file.sibling(path).to_string(),
                        "there is no such file",
                        help,
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
            let help = self
                .suggest(path.as_str(), known)
                .unwrap_or_else(|| "Add the page, or take this out.".into());
            self.report(reference, shown, "there is no such page", help);
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

    /// A file of the same folder with the same name in another case or place, or a similar one.
    fn suggest_file(&mut self, path: &str) -> Option<String> {
        let (folder, file) = path.split_once('/')?;
        let site = self.site;
        let mut files: Vec<&str> = site
            .attachments
            .keys()
            .filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'))
            .collect();
        files.sort_unstable();
        let name = |file: &str| file.rsplit(['/', '\\']).next().map(str::to_lowercase);
        match files.iter().find(|known| name(known) == name(file)) {
            Some(same) => Some(format!("Write `{same}`.")),
            None => self.suggest(file, || files.iter().copied()),
        }
    }

    fn report(&mut self, reference: &Reference, shown: &str, lack: &str, help: String) {
        let message = match reference.source {
            ReferenceSource::Field(name) => format!("`{name}` names {shown}, but {lack}."),
            ReferenceSource::Link => format!("This link leads to {shown}, but {lack}."),
        };
        self.diagnostics.push(Diagnostic::new(
            &reference.file,
            reference.line,
            message,
            help,
        ));
    }
}

fn anchors(page: &Page, site: &Site, symbols: &SymbolTable) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    for block in &page.body {
        match block {
            BlockNode::Heading(Heading {
                id: Some(id),
                before,
                ..
            }) => {
                anchors.insert(id.to_string());
                anchors.extend(before.iter().map(Slug::to_string));
            }
            BlockNode::Directive { directive, .. } => {
                let placed = placed(directive, page, site, symbols);
                anchors.extend(placed.iter().map(Slug::to_string));
            }
            _ => {}
        }
    }
    anchors
}
