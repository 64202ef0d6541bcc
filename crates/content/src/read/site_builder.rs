//! Builds the site from its files, one after another.

use std::collections::{BTreeMap, HashMap};

use super::{
    front_matter::{self, Parts},
    home::home_of,
    records::read_records,
    symbol_table::SymbolTable,
};
use crate::{
    Attachment, ContentFolder, Date, Diagnostic, FrontMatter, MAX_SOURCE_BYTES, Page, PagePath,
    Site, Slug, SourceFile,
    characters::{check_source, composed, one_line},
    data::{Fields, FromFields, SyntaxError, Table, Value, read_toml},
    diagnostics::Diagnostics,
    lines::newlines,
    markdown::{BlockNode, read_markdown},
    nearest::nearest,
    record::{Kind, Records, ReviewFacts, Settings},
    reference::Reference,
};

pub(super) struct SiteBuilder {
    folder: ContentFolder,
    pub(super) site: Site,
    pub(super) symbols: SymbolTable,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) references: Vec<Reference>,
    pub(super) lines: FieldLines,
    pages: BTreeMap<PagePath, Page>,
    settings: Option<Option<Settings>>,
}

/// The lines of those fields of front matter that are checked against other pages.
#[derive(Default)]
pub(super) struct FieldLines(HashMap<PagePath, Vec<(&'static str, u32)>>);

impl FieldLines {
    const NAMES: [&'static str; 3] = ["title", "parent", "aliases"];

    /// The line of a field of a page; the first if it has no such field.
    pub(super) fn line(&self, path: &PagePath, field: &str) -> u32 {
        let lines = self.0.get(path).map(Vec::as_slice).unwrap_or_default();
        lines
            .iter()
            .find(|(name, _)| *name == field)
            .map_or(1, |(_, line)| *line)
    }
}

impl SiteBuilder {
    /// A builder without any files yet.
    pub(super) fn new(folder: &ContentFolder) -> Self {
        Self {
            folder: folder.clone(),
            site: Site::default(),
            symbols: SymbolTable::default(),
            diagnostics: Vec::new(),
            references: Vec::new(),
            lines: FieldLines::default(),
            pages: BTreeMap::new(),
            settings: None,
        }
    }

    /// Reads one file.
    pub(super) fn add(&mut self, file: &SourceFile) {
        let mut diagnostics = Diagnostics::new(&self.folder.file(&file.path));
        if let Some(home) = home_of(&file.path) {
            diagnostics.report(
                0,
                "This file is no page and no part of the site where it is.",
                format!("Move it to {}, or take it out.", self.folder.file(&home)),
            );
            self.keep(diagnostics);
            return;
        }
        // Whatever else it is, no advice on its letters would help.
        let is_text = [".md", ".toml"].iter().any(|it| file.path.ends_with(it));
        let text = is_text.then(|| text(file, &mut diagnostics)).flatten();
        match file.path.as_str() {
            "site.toml" => self.add_settings(text, &mut diagnostics),
            path if path.starts_with("records/") => self.add_records(path, text, &mut diagnostics),
            path => match path.strip_suffix(".md") {
                Some(path) => self.add_markdown(path, text, &mut diagnostics),
                None => diagnostics.report(
                    0,
                    "This file is no page and no part of the site.",
                    format!(
                        "Name pages something.md, put documents under {} and pictures under {}, or \
                         take it out.",
                        self.folder.file("documents/"),
                        self.folder.file("images/")
                    ),
                ),
            },
        }
        self.keep(diagnostics);
    }

    fn keep(&mut self, diagnostics: Diagnostics) {
        self.diagnostics.extend(diagnostics.items);
        self.references.extend(diagnostics.references);
    }

    fn add_settings(&mut self, text: Option<&str>, diagnostics: &mut Diagnostics) {
        let Some(table) = text.and_then(|text| toml(text, diagnostics)) else {
            self.symbols.mark_unread(Kind::Area);
            self.settings = Some(None);
            return;
        };
        if let Some(Value::List(areas)) = table.get("area").map(|node| &node.value) {
            for node in areas {
                if let Value::Table(area) = &node.value {
                    self.symbols
                        .define(Kind::Area, area, node.line, diagnostics);
                }
            }
        }
        self.settings = Some(Fields::read(&table, 1, diagnostics));
    }

    fn add_records(&mut self, path: &str, text: Option<&str>, diagnostics: &mut Diagnostics) {
        let table = text.and_then(|text| toml(text, diagnostics));
        let kinds = Kind::of_file(path);
        if kinds.is_empty() {
            let help = match nearest(path, Records::files()) {
                Some(meant) => format!("Did you mean {}?", self.folder.file(meant)),
                None => "Take it out, or give its records to the file of their kind.".into(),
            };
            diagnostics.report(0, "This is not the name of a file of records.", help);
        } else if let Some(table) = table {
            let symbols = &mut self.symbols;
            read_records(&table, &kinds, &mut self.site.records, symbols, diagnostics);
        } else {
            for kind in kinds {
                self.symbols.mark_unread(kind);
            }
        }
    }

    fn add_markdown(&mut self, path: &str, text: Option<&str>, diagnostics: &mut Diagnostics) {
        for part in path.split('/') {
            if let Err(error) = part.parse::<Slug>() {
                diagnostics.report(
                    0,
                    format!("The file or folder name `{part}` cannot be part of an address."),
                    error.help,
                );
                return;
            }
        }
        match path.strip_prefix("reviews/").map(str::parse::<Slug>) {
            Some(Ok(slug)) => self.add_review(slug, text, diagnostics),
            Some(Err(_)) => diagnostics.report(
                0,
                format!("Reviews stand right in {}.", self.folder.file("reviews/")),
                "Move this file up, or name the folder of pages something else.",
            ),
            None => self.add_page(path, text, diagnostics),
        }
    }

    fn add_review(&mut self, slug: Slug, text: Option<&str>, diagnostics: &mut Diagnostics) {
        self.symbols
            .define_slug(Kind::Review, slug.clone(), diagnostics);
        let (facts, body, _) = read_parts::<ReviewFacts>(text, None, diagnostics);
        if let Some(facts) = facts {
            self.site
                .records
                .reviews
                .push(slug.clone(), facts.with(slug, body));
        }
    }

    fn add_page(&mut self, path: &str, text: Option<&str>, diagnostics: &mut Diagnostics) {
        let path = match PagePath::from_source(path) {
            Ok(path) => path,
            Err(error) => {
                diagnostics.report_error(0, error);
                return;
            }
        };
        if let Some(first) = self.pages.get(&path) {
            diagnostics.report(
                0,
                format!(
                    "Two files are the page {path}; the other is {}.",
                    first.file
                ),
                "Keep one of them.",
            );
            return;
        }
        let (front, body, lines) = read_parts::<FrontMatter>(text, Some(&path), diagnostics);
        if !lines.is_empty() {
            self.lines.0.insert(path.clone(), lines);
        }
        let page = Page {
            path: path.clone(),
            file: diagnostics.file().clone(),
            front: front.unwrap_or_default(),
            body,
            parent: None,
            children: Vec::new(),
        };
        self.pages.insert(path, page);
    }

    /// Completes the site once all files have been added.
    pub(super) fn complete(mut self, attachments: &[Attachment], today: Option<Date>) -> Self {
        let folder = &self.folder;
        let mut missing = |file: &str, message: &str, help: &str| {
            let file = folder.file(file);
            self.diagnostics
                .push(Diagnostic::new(&file, 0, message, help));
        };
        match self.settings.take() {
            Some(Some(settings)) => {
                if is_over(&settings, today) {
                    missing(
                        "site.toml",
                        "`expires` in the table `security` is over.",
                        "Check that the contact is right, and write a day within a year.",
                    );
                }
                self.site.settings = settings;
            }
            Some(None) => {}
            None => {
                self.symbols.mark_unread(Kind::Area);
                missing(
                    "site.toml",
                    "There is no site.toml.",
                    "Add one with the site's title, board, help lines and navigation.",
                );
            }
        }
        if !self.pages.contains_key(&PagePath::home()) {
            missing(
                "index.md",
                "There is no first page.",
                &format!("Add {}.", folder.file("index.md")),
            );
        }
        self.site.pages = std::mem::take(&mut self.pages).into_values().collect();
        self.site.attachments = attachments
            .iter()
            .map(|attachment| (composed(&attachment.path).into_owned(), attachment.clone()))
            .collect();
        self.site.today = today;
        self
    }
}

/// Whether the day until which the security contact holds has passed (RFC 9116, 2.5.5).
fn is_over(settings: &Settings, today: Option<Date>) -> bool {
    let expires = settings.security.as_ref().map(|it| it.expires.last_day());
    today
        .zip(expires)
        .is_some_and(|(today, expires)| expires < today)
}

/// The text of a file, if it is text and not too long.
fn text<'a>(file: &'a SourceFile, diagnostics: &mut Diagnostics) -> Option<&'a str> {
    if file.bytes.len() as u64 > MAX_SOURCE_BYTES {
        diagnostics.report(
            0,
            format!(
                "This file is larger than {} MB.",
                MAX_SOURCE_BYTES / 1024 / 1024
            ),
            "Divide it into several.",
        );
        return None;
    }
    // UTF-16 of English text has a zero for every second byte, and is UTF-8 by chance.
    let zeros = file.bytes.iter().filter(|byte| **byte == 0).count();
    if zeros > file.bytes.len() / 4 {
        diagnostics.report(0, "This file is UTF-16, not UTF-8.", "Save it as UTF-8.");
        return None;
    }
    if file.bytes.contains(&b'\r') && !file.bytes.contains(&b'\n') {
        diagnostics.report(
            0,
            "The lines of this file end as on a Mac of before 2001.",
            "Save it with the line ends of Unix or Windows.",
        );
        return None;
    }
    match str::from_utf8(&file.bytes) {
        Ok(text) => check_source(text, diagnostics).then_some(text),
        Err(error) => {
            let good = error.valid_up_to();
            diagnostics.report(
                newlines(&file.bytes[..good]) + 1,
                format!(
                    "This line is not UTF-8: it has a byte {:#04x}.",
                    file.bytes[good]
                ),
                "Save the file as UTF-8.",
            );
            None
        }
    }
}

fn toml(text: &str, diagnostics: &mut Diagnostics) -> Option<Table> {
    keep(read_toml(&one_line(text), 1), diagnostics)
}

fn keep(read: Result<Table, SyntaxError>, diagnostics: &mut Diagnostics) -> Option<Table> {
    read.map_err(|error| diagnostics.report(error.line, error.message, error.help))
        .ok()
}

/// Reads the fields and the text of a page or review, and gives the lines of the fields
/// that are checked against other pages.
fn read_parts<T: FromFields>(
    file: Option<&str>,
    path: Option<&PagePath>,
    diagnostics: &mut Diagnostics,
) -> (Option<T>, Vec<BlockNode>, Vec<(&'static str, u32)>) {
    let Some(file) = file else {
        return (None, Vec::new(), Vec::new());
    };
    match front_matter::split(file) {
        Ok(Parts {
            fields,
            text,
            text_line,
        }) => {
            let table = keep(fields, diagnostics);
            let line = |name| Some((name, table.as_ref()?.get(name)?.line));
            let lines = FieldLines::NAMES.into_iter().filter_map(line).collect();
            let facts = table.and_then(|table| Fields::read(&table, 1, diagnostics));
            (
                facts,
                read_markdown(text, text_line, path, diagnostics),
                lines,
            )
        }
        Err(error) => {
            diagnostics.report_error(1, error);
            (None, Vec::new(), Vec::new())
        }
    }
}
