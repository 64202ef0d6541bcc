//! Lists of small records: terms, milestones, corrections, pictures.

use lscb_wire::{Block, Definition, Details, Inline, List, Note, NoteKind, Picture, Target};

use super::sentence::sentence;
use crate::{
    Correction, Date, Image, Milestone, Page, PagePath, Site, Slug, Term, collation::Collation,
    file_address, markdown::Directive,
};

impl Site {
    /// The anchors of what a directive on a page places, in the order that they stand in.
    pub(crate) fn anchors_of(&self, directive: &Directive, page: &Page) -> Vec<Slug> {
        let records = &self.records;
        match directive {
            Directive::Contacts { body } => {
                let people = self.people_on_card(body);
                std::iter::once(body).chain(people).cloned().collect()
            }
            Directive::Document { slug } => {
                let documents = self.placed_documents(slug, page);
                let others = documents.map(|document| &document.slug);
                let others = others.filter(|other| *other != slug);
                std::iter::once(slug).chain(others).cloned().collect()
            }
            Directive::Reviews { latest } => self
                .reviews(*latest)
                .into_iter()
                .map(|(anchor, _)| anchor)
                .collect(),
            Directive::Documents { state } => self
                .documents(*state)
                .iter()
                .map(|document| document.slug.clone())
                .collect(),
            Directive::Terms => records.terms.iter().map(|term| term.slug.clone()).collect(),
            Directive::Milestones => records
                .milestones
                .iter()
                .map(|milestone| milestone.slug.clone())
                .collect(),
            Directive::Corrections => records
                .corrections
                .iter()
                .map(|correction| correction.slug.clone())
                .collect(),
            Directive::AccessibilityChecks => records
                .checks
                .iter()
                .map(|check| check.slug.clone())
                .collect(),
            Directive::KnownIssues => records
                .known_issues
                .iter()
                .map(|issue| issue.slug.clone())
                .collect(),
            Directive::Pictures => records
                .images
                .iter()
                .map(|image| image.slug.clone())
                .collect(),
            Directive::LatestReviews
            | Directive::Embeds
            | Directive::EmbedSheet
            | Directive::Picture { .. }
            | Directive::Sections
            | Directive::Pages { .. }
            | Directive::Passage { .. }
            | Directive::PassageEnd
            | Directive::Search
            | Directive::Index
            | Directive::Offline
            | Directive::Release => Vec::new(),
        }
    }

    /// Short forms and words with their meanings, in the order of the alphabet.
    pub(super) fn terms(&self) -> Block {
        fn name(term: &Term) -> &str {
            term.acronym.as_ref().unwrap_or(&term.meaning).as_str()
        }
        let collation = Collation::of(&self.settings.language);
        let mut terms: Vec<&Term> = self.records.terms.iter().collect();
        terms.sort_by(|a, b| collation.compare(name(a), name(b)));
        let definition = |term: &&Term| match &term.acronym {
            Some(acronym) => define(&term.slug, acronym, vec![text(&term.meaning)]),
            None => define(&term.slug, &term.meaning, vec![text(term.also())]),
        };
        Block::Definitions(terms.iter().map(definition).collect())
    }

    /// Dates and what happened, oldest first.
    pub(super) fn milestones(&self) -> Block {
        let mut milestones: Vec<&Milestone> = self.records.milestones.iter().collect();
        milestones.sort_by_key(|milestone| milestone.date.last_day());
        let definition = |milestone: &&Milestone| {
            // The duty is a sentence more.
            let label = match &milestone.duty {
                Some(_) => text(sentence(&milestone.label)),
                None => text(&milestone.label),
            };
            let mut what = vec![match &milestone.page {
                Some(page) => self.page_link(page, label),
                None => label,
            }];
            if let Some(duty) = &milestone.duty {
                what.push(text(format!(" {}", sentence(duty))));
            }
            Definition {
                id: milestone.slug.to_string(),
                term: vec![date(milestone.date)],
                text: what,
            }
        };
        Block::Definitions(milestones.iter().map(definition).collect())
    }

    /// Slips in the published words and how they should read.
    pub(super) fn corrections(&self) -> Block {
        let definition = |correction: &Correction| {
            let reading = format!(
                "Should read {}. {} ",
                quoted(&correction.corrected),
                sentence(&correction.why)
            );
            let place = self.page_named(&correction.page);
            let what = vec![text(reading), text("On "), place, text(".")];
            define(&correction.slug, &quoted(&correction.published), what)
        };
        Block::Definitions(self.records.corrections.iter().map(definition).collect())
    }

    /// One note on all slips of a page. The list of slips needs none of its own.
    pub(super) fn correction_note(&self, page: &Page) -> Option<Block> {
        let lists = |page: &Page| page.has_directive(&Directive::Corrections);
        let records = self.records.corrections.iter();
        let slips: Vec<String> = records
            .filter(|correction| correction.page == page.path)
            .map(|slip| {
                format!(
                    "{} should read {}.",
                    quoted(&slip.published),
                    quoted(&slip.corrected)
                )
            })
            .collect();
        if slips.is_empty() || lists(page) {
            return None;
        }
        let remark = "This page keeps the words that were published, slips included.";
        let mut words = vec![text(remark)];
        if let Some(list) = self.pages.iter().find(|page| lists(page)) {
            words.push(text(" See "));
            words.push(self.page_named(&list.path));
            words.push(text(" for the reasons."));
        }
        let items = slips
            .into_iter()
            .map(|slip| vec![Block::Paragraph(vec![text(slip)])]);
        let list = List {
            ordered: false,
            start: String::new(),
            items: items.collect(),
        };
        Some(Block::Details(Details {
            title: "Slips in the published words".into(),
            blocks: vec![Block::Paragraph(words), Block::List(list)],
            open: false,
        }))
    }

    /// The pictures of the site in words.
    pub(super) fn pictures(&self) -> Block {
        let definition = |image: &Image| {
            let fate = match &image.file {
                Some(_) => ".",
                None => ". The picture is not in this copy of the site.",
            };
            let what = vec![text("Stood on "), self.page_named(&image.page), text(fate)];
            define(&image.slug, &image.published_alt, what)
        };
        Block::Definitions(self.records.images.iter().map(definition).collect())
    }

    /// A picture where it stood, or a note that it is not here, with a drawing in its place
    /// if there is one.
    pub(super) fn picture(&self, slug: &Slug) -> Option<Block> {
        let image = self.records.images.get(slug)?;
        let mut remark = String::from(
            "A picture that was published here is not available in this copy of the site.",
        );
        if image.stand_in.is_some() {
            remark.push_str(" The drawing is not the board’s.");
        }
        let note = image.file.is_none().then(|| Note {
            kind: NoteKind::Missing,
            text: vec![text(remark)],
        });
        let pixels = |size: Option<u32>| size.map(|size| size.to_string()).unwrap_or_default();
        match (image.shown(), note) {
            (Some(file), note) => Some(Block::Picture(Picture {
                file: file_address(file),
                alt: image
                    .file
                    .as_ref()
                    .and(image.alt.clone())
                    .unwrap_or_default(),
                width: pixels(image.width),
                height: pixels(image.height),
                credit: credit(image),
                note,
            })),
            (None, note) => note.map(Block::Note),
        }
    }

    pub(super) fn page_named(&self, path: &PagePath) -> Inline {
        let title = self
            .page(path)
            .map_or(path.as_str(), |page| &page.front.title);
        self.page_link(path, text(title))
    }

    fn page_link(&self, path: &PagePath, words: Inline) -> Inline {
        let to = Target::Page(path.to_string());
        Inline::Link {
            to,
            text: vec![words],
            note: String::new(),
        }
    }
}

/// Who made a picture that is here, and on what terms it may be used.
fn credit(image: &Image) -> String {
    let part = |name: &str, words: &Option<String>| {
        let words = image.file.as_ref().and(words.as_ref())?;
        Some(sentence(&format!("{name}: {words}")))
    };
    let parts = [
        part("Picture", &image.credit),
        part("Licence", &image.licence),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

pub(super) fn define(id: &Slug, term: &str, words: Vec<Inline>) -> Definition {
    Definition {
        id: id.to_string(),
        term: vec![text(term)],
        text: words,
    }
}

pub(super) fn text(words: impl Into<String>) -> Inline {
    Inline::Text(words.into())
}

/// A date in words that machines can read too.
pub(super) fn date(date: Date) -> Inline {
    Inline::Time {
        iso: date.to_string(),
        text: date.words(),
    }
}

/// Words in quotation marks; single ones if the words have double ones of their own.
fn quoted(words: &str) -> String {
    if words.contains('“') {
        format!("‘{words}’")
    } else {
        format!("“{words}”")
    }
}
