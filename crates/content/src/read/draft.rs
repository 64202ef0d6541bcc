//! The site while its files are being read.

use std::collections::{BTreeMap, HashMap};

use super::{
    front_matter::{Parts, take_apart},
    records::{read_records, refuse_others},
    register::Register,
};
use crate::{
    Attachment, Date, FrontMatter, MAX_SOURCE_BYTES, Page, PagePath, Problem, Site, Slug,
    SourceFile,
    characters::{check_source, composed, one_line},
    data::{Fields, FromFields, SyntaxFault, Table, Value, read_toml},
    findings::{Findings, Reference},
    lines::newlines,
    nearest::nearest,
    prose::{Block, read_prose},
    record::{Kind, ReviewFacts, Settings},
};

#[derive(Default)]
pub(super) struct Draft {
    pub(super) site: Site,
    pub(super) register: Register,
    pub(super) problems: Vec<Problem>,
    pub(super) references: Vec<Reference>,
    pub(super) lines: FieldLines,
    pages: BTreeMap<PagePath, Page>,
    settings: Option<Option<Settings>>,
}

/// Where those fields of front matter stand that are held against other pages.
#[derive(Default)]
pub(super) struct FieldLines(HashMap<PagePath, Vec<(&'static str, u32)>>);

impl FieldLines {
    const NAMES: [&'static str; 2] = ["parent", "aliases"];

    /// The line of a field of a page; the first if it has no such field.
    pub(super) fn line(&self, path: &PagePath, field: &str) -> u32 {
        let lines = self.0.get(path).map(Vec::as_slice).unwrap_or_default();
        lines
            .iter()
            .find(|(name, _)| *name == field)
            .map_or(1, |(_, line)| *line)
    }
}

const RECORD_FILES: [&str; 12] = [
    "records/accessibility.toml",
    "records/addresses.toml",
    "records/bodies.toml",
    "records/contact-points.toml",
    "records/corrections.toml",
    "records/documents.toml",
    "records/images.toml",
    "records/milestones.toml",
    "records/people.toml",
    "records/posts.toml",
    "records/synonyms.toml",
    "records/terms.toml",
];

impl Draft {
    /// Reads one file.
    pub(super) fn add(&mut self, file: &SourceFile) {
        let mut findings = Findings::new(&file.path);
        let text = text(file, &mut findings);
        match file.path.as_str() {
            "site.toml" => self.add_settings(text, &mut findings),
            path if path.starts_with("records/") => self.add_records(path, text, &mut findings),
            path => match path.strip_suffix(".md") {
                Some(path) => self.add_markdown(path, text, &mut findings),
                None => findings.problem(
                    0,
                    "This file is no page and no part of the site.",
                    "Name pages something.md, put documents under content/documents/, or take \
                     it out.",
                ),
            },
        }
        self.keep(findings);
    }

    fn keep(&mut self, findings: Findings) {
        self.problems.extend(findings.problems);
        self.references.extend(findings.references);
    }

    fn add_settings(&mut self, text: Option<&str>, findings: &mut Findings) {
        let Some(table) = text.and_then(|text| toml(text, findings)) else {
            self.register.unread(Kind::Area);
            self.settings = Some(None);
            return;
        };
        if let Some(Value::List(areas)) = table.get("area").map(|node| &node.value) {
            for node in areas {
                if let Value::Table(area) = &node.value {
                    self.register.enter(Kind::Area, area, node.line, findings);
                }
            }
        }
        self.settings = Some(Fields::read(&table, 1, findings));
    }

    fn add_records(&mut self, path: &str, text: Option<&str>, findings: &mut Findings) {
        let table = text.and_then(|text| toml(text, findings));
        let (register, records) = (&mut self.register, &mut self.site.records);
        macro_rules! add {
            ($($shelf:ident, $kind:ident);+) => {
                match &table {
                    Some(table) => {
                        $(records.$shelf = read_records(table, register, findings);)+
                        refuse_others(table, &[$(Kind::$kind),+], findings);
                    }
                    None => {
                        $(register.unread(Kind::$kind);)+
                    }
                }
            };
        }
        match path {
            "records/accessibility.toml" => add!(checks, Check; known_issues, KnownIssue),
            "records/addresses.toml" => add!(addresses, Address),
            "records/bodies.toml" => add!(bodies, Body),
            "records/contact-points.toml" => add!(contact_points, ContactPoint),
            "records/corrections.toml" => add!(corrections, Correction),
            "records/documents.toml" => add!(documents, Document),
            "records/images.toml" => add!(images, Image),
            "records/milestones.toml" => add!(milestones, Milestone),
            "records/people.toml" => add!(people, Person),
            "records/posts.toml" => add!(posts, Post),
            "records/synonyms.toml" => add!(synonyms, Synonym),
            "records/terms.toml" => add!(terms, Term),
            _ => {
                let remedy = match nearest(path, RECORD_FILES) {
                    Some(meant) => format!("Did you mean content/{meant}?"),
                    None => "Take it out, or give its records to the file of their kind.".into(),
                };
                findings.problem(0, "This is not the name of a file of records.", remedy);
            }
        }
    }

    fn add_markdown(&mut self, path: &str, text: Option<&str>, findings: &mut Findings) {
        for part in path.split('/') {
            if let Err(fault) = part.parse::<Slug>() {
                findings.problem(
                    0,
                    format!("The file or folder name `{part}` cannot be part of an address."),
                    fault.remedy,
                );
                return;
            }
        }
        match path.strip_prefix("reviews/").map(str::parse::<Slug>) {
            Some(Ok(slug)) => self.add_review(slug, text, findings),
            Some(Err(_)) => findings.problem(
                0,
                "Reviews stand right in content/reviews/.",
                "Move this file up, or name the folder of pages something else.",
            ),
            None => self.add_page(path, text, findings),
        }
    }

    fn add_review(&mut self, slug: Slug, text: Option<&str>, findings: &mut Findings) {
        self.register
            .enter_slug(Kind::Review, slug.clone(), 1, findings);
        let (facts, body, _) = read_parts::<ReviewFacts>(text, None, findings);
        if let Some(facts) = facts {
            self.site
                .records
                .reviews
                .push(slug.clone(), facts.with(slug, body));
        }
    }

    fn add_page(&mut self, path: &str, text: Option<&str>, findings: &mut Findings) {
        let place = path
            .strip_suffix("index")
            .filter(|rest| rest.is_empty() || rest.ends_with('/'));
        let written = format!("/{}/", place.unwrap_or(path).trim_end_matches('/'));
        let path = match written.replace("//", "/").parse::<PagePath>() {
            Ok(path) => path,
            Err(fault) => {
                findings.fault(0, fault);
                return;
            }
        };
        if let Some(first) = self.pages.get(&path) {
            findings.problem(
                0,
                format!(
                    "Two files are the page {path}; the other is content/{}.",
                    first.file
                ),
                "Keep one of them.",
            );
            return;
        }
        let (front, body, lines) = read_parts::<FrontMatter>(text, Some(&path), findings);
        if !lines.is_empty() {
            self.lines.0.insert(path.clone(), lines);
        }
        let page = Page {
            path: path.clone(),
            file: findings.file().to_string(),
            front: front.unwrap_or_default(),
            body,
            parent: None,
            children: Vec::new(),
        };
        self.pages.insert(path, page);
    }

    /// Ends the reading of files.
    pub(super) fn complete(mut self, attachments: &[Attachment], today: Option<Date>) -> Self {
        let mut missing = |file: &str, message: &str, remedy: &str| {
            let mut findings = Findings::new(file);
            findings.problem(0, message, remedy);
            self.problems.extend(findings.problems);
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
                self.register.unread(Kind::Area);
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
                "Add content/index.md.",
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
fn text<'a>(file: &'a SourceFile, findings: &mut Findings) -> Option<&'a str> {
    if file.bytes.len() as u64 > MAX_SOURCE_BYTES {
        findings.problem(
            0,
            format!(
                "This file is larger than {} MB.",
                MAX_SOURCE_BYTES / 1024 / 1024
            ),
            "Divide it into several.",
        );
        return None;
    }
    match str::from_utf8(&file.bytes) {
        Ok(text) => check_source(text, findings).then_some(text),
        Err(error) => {
            let good = error.valid_up_to();
            findings.problem(
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

fn toml(text: &str, findings: &mut Findings) -> Option<Table> {
    keep(read_toml(&one_line(text), 1), findings)
}

fn keep(read: Result<Table, SyntaxFault>, findings: &mut Findings) -> Option<Table> {
    read.map_err(|fault| findings.problem(fault.line, fault.message, fault.remedy))
        .ok()
}

/// Reads the fields and the text of a page or review, and gives the lines of the fields
/// that are held against other pages.
fn read_parts<T: FromFields>(
    file: Option<&str>,
    path: Option<&PagePath>,
    findings: &mut Findings,
) -> (Option<T>, Vec<Block>, Vec<(&'static str, u32)>) {
    let Some(file) = file else {
        return (None, Vec::new(), Vec::new());
    };
    match take_apart(file) {
        Ok(Parts {
            fields,
            text,
            text_line,
        }) => {
            let table = keep(fields, findings);
            let line = |name| Some((name, table.as_ref()?.get(name)?.line));
            let lines = FieldLines::NAMES.into_iter().filter_map(line).collect();
            let facts = table.and_then(|table| Fields::read(&table, 1, findings));
            (facts, read_prose(text, text_line, path, findings), lines)
        }
        Err(fault) => {
            findings.fault(1, fault);
            (None, Vec::new(), Vec::new())
        }
    }
}
