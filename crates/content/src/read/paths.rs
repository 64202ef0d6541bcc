//! Checks the paths of all files of the site: pages, files that are published as they are, and
//! old addresses. Two that are equal on a case-insensitive file system, or a file where another
//! one needs a folder, are reported here and are never an error of the build.

use std::collections::HashMap;

use super::{
    site_builder::FieldLines,
    symbol_table::{Place, SymbolTable},
};
use crate::{
    Diagnostic, Page, Site, Slug, diagnostics::Diagnostics, page_path::index_file, record::Kind,
    reserved,
};

/// Reports paths that are taken.
pub(super) fn check(site: &Site, symbols: &SymbolTable, lines: &FieldLines) -> Vec<Diagnostic> {
    let mut paths = Paths {
        site,
        owners: HashMap::new(),
        diagnostics: Vec::new(),
    };
    for page in &site.pages {
        paths.page(page);
    }
    for (kind, slug, file) in files(site) {
        if let Some(place) = symbols.place(kind, slug) {
            paths.file(file, place);
        }
    }
    for page in &site.pages {
        paths.aliases(page, lines.line(&page.path, "aliases"));
    }
    paths.diagnostics
}

/// The files that records name.
fn files(site: &Site) -> impl Iterator<Item = (Kind, &Slug, &str)> {
    let documents = site.records.documents.iter();
    let documents = documents.map(|it| (Kind::Document, &it.slug, it.file.as_deref()));
    let images = site.records.images.iter();
    let images = images.map(|it| (Kind::Image, &it.slug, it.shown().map(String::as_str)));
    documents
        .chain(images)
        .filter_map(|(kind, slug, file)| Some((kind, slug, file?)))
}

/// What is at a path.
enum PathOwner<'a> {
    Page(&'a Page),
    File(&'a str),
    /// An old address of a page, as it is written.
    Alias(&'a Page, &'a str),
    /// The folder of something else.
    Folder(&'a str),
}

struct Paths<'a> {
    site: &'a Site,
    /// Files and folders from the site's root, as disks compare them.
    owners: HashMap<String, PathOwner<'a>>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Paths<'a> {
    fn page(&mut self, page: &'a Page) {
        self.folders(page.path.trimmed(), page.path.as_str());
        self.owners
            .insert(reserved::fold(&page.path.file()), PathOwner::Page(page));
    }

    fn file(&mut self, file: &'a str, place: &Place) {
        let message = if let Some(holder) = reserved::path(file) {
            format!("The file name {file} is taken: {holder}.")
        } else {
            match self.owners.get(&reserved::fold(file)) {
                None => {
                    self.folders(file, file);
                    self.owners
                        .insert(reserved::fold(file), PathOwner::File(file));
                    return;
                }
                // Two records may share a file.
                Some(PathOwner::File(other)) if *other == file => return,
                Some(owner) => format!("The file {file} would lie where {} is.", describe(owner)),
            }
        };
        self.diagnostics.push(Diagnostic::new(
            &place.file,
            place.line,
            message,
            "Give the file another name.",
        ));
    }

    /// An old path leads to one page, and not to another one than the path itself names.
    fn aliases(&mut self, page: &'a Page, line: u32) {
        let mut diagnostics = Diagnostics::new(&page.file);
        for alias in &page.front.aliases {
            let written = alias.as_str();
            for (number, path) in self.site.old_paths(written).into_iter().enumerate() {
                let Some(message) = self.alias(page, written, &path) else {
                    continue;
                };
                // A path that the site's prefixes and suffixes make is left out where it is
                // another page's.
                let made = number > 0;
                if made && self.is_page(&path) {
                    continue;
                }
                let named = if made {
                    format!("The alias `{written}`, as /{path}/,")
                } else {
                    format!("The alias `{written}`")
                };
                let shared = message.ends_with("as well.") || message.starts_with("is the path");
                let help = if shared {
                    "Take it out of one of them."
                } else {
                    "Take it out: no page can be found there."
                };
                diagnostics.report(line, format!("{named} {message}"), help);
                break;
            }
        }
        self.diagnostics.extend(diagnostics.items);
    }

    fn alias(&mut self, page: &'a Page, alias: &'a str, path: &str) -> Option<String> {
        if let Some(holder) = reserved::path(path) {
            return Some(format!("is taken: {holder}."));
        }
        let file = index_file(path);
        let key = reserved::fold(&file);
        // A page or a file may lie where the folder should.
        let mut place = key.as_str();
        while let Some((above, _)) = place.rsplit_once('/') {
            place = above;
            if let Some(PathOwner::File(file)) = self.owners.get(place) {
                return Some(format!("lies inside the file {file}."));
            }
            if let Some(PathOwner::Page(other)) = self.owners.get(place) {
                return Some(format!("lies inside the file of {}.", other.file));
            }
        }
        match self.owners.get(&key) {
            Some(PathOwner::Page(other)) if other.path == page.path => {
                let exact = path == page.path.trimmed();
                (!exact).then(|| {
                    let file = &other.file;
                    format!("differs in nothing but case from the path of {file}.")
                })
            }
            Some(PathOwner::Page(other)) => Some(if self.is_page(path) {
                format!("is the path of {}.", other.file)
            } else {
                let file = &other.file;
                format!("differs in nothing but case from the path of {file}.")
            }),
            Some(PathOwner::Alias(other, written)) => {
                if other.path == page.path {
                    return None;
                }
                Some(if *written == alias {
                    format!("is one of {} as well.", other.file)
                } else {
                    format!("is the same as `{written}` of {}.", other.file)
                })
            }
            Some(owner @ (PathOwner::File(_) | PathOwner::Folder(_))) => {
                Some(format!("lies where {} is.", describe(owner)))
            }
            None => {
                self.owners.insert(key, PathOwner::Alias(page, alias));
                None
            }
        }
    }

    fn is_page(&self, path: &str) -> bool {
        self.site.is_page(path)
    }

    /// Notes the folders that something lies in.
    fn folders(&mut self, path: &str, holder: &'a str) {
        let key = reserved::fold(path);
        for (at, _) in key.match_indices('/') {
            self.owners
                .entry(key[..at].to_owned())
                .or_insert(PathOwner::Folder(holder));
        }
    }
}

fn describe(owner: &PathOwner<'_>) -> String {
    match owner {
        PathOwner::Page(page) => format!("the page of {}", page.file),
        PathOwner::File(file) => format!("the file {file}"),
        PathOwner::Alias(page, alias) => format!("the alias `{alias}` of {}", page.file),
        PathOwner::Folder(holder) => format!("the folder of {holder}"),
    }
}
