//! Documents: a link where there is a file, a note where there is none.

use std::{collections::BTreeSet, path::Path};

use lscb_wire::{Block, DocumentCard, DocumentState, Inline, Note, NoteKind, Target};

use crate::{
    Body, Document, Image, Page, PagePath, Site, Slug, file_address,
    markdown::{Directive, State},
    record::ReviewStatus,
};

impl Site {
    /// The documents to list. Those of a withdrawn review went with it.
    pub(super) fn documents(&self, state: Option<State>) -> Vec<&Document> {
        let wanted = |document: &&Document| {
            !self.is_withdrawn(document)
                && state.is_none_or(|state| state == self.state_of(document))
        };
        self.records.documents.iter().filter(wanted).collect()
    }

    /// A document that a page places, and its other forms, such as easy read, that the page does not
    /// place anyway.
    pub(super) fn placed_documents<'s>(
        &'s self,
        slug: &'s Slug,
        page: &'s Page,
    ) -> impl Iterator<Item = &'s Document> {
        let get = |slug| self.records.documents.get(slug);
        let alternatives = get(slug).map(|document| &document.alternatives[..]);
        let others = alternatives.unwrap_or_default().iter();
        let others = others
            .filter(|other| self.first_with_alternative(other, page) == Some(slug))
            .filter_map(get)
            .filter(|other| !self.is_withdrawn(other));
        get(slug).into_iter().chain(others)
    }

    /// The first of the documents that a page places with `other` as another form of it; none if the
    /// page places that one itself.
    fn first_with_alternative<'s>(&'s self, other: &Slug, page: &'s Page) -> Option<&'s Slug> {
        let mut first = None;
        for (directive, _) in page.directives() {
            match directive {
                Directive::Documents { .. } => return None,
                Directive::Document { slug } if slug == other => return None,
                Directive::Document { slug } => {
                    let document = self.records.documents.get(slug);
                    let names = document.is_some_and(|it| it.alternatives.contains(other));
                    first = first.or(names.then_some(slug));
                }
                _ => {}
            }
        }
        first
    }

    /// The files that pages link to, by their paths from the content folder. Others must
    /// not be published: they may belong to a review that was withdrawn.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let documents = self.records.documents.iter();
        let documents = documents
            .filter(|document| !self.is_withdrawn(document))
            .map(|document| &document.file);
        let images = self.records.images.iter().map(Image::shown);
        documents
            .map(Option::as_ref)
            .chain(images)
            .flatten()
            .map(String::as_str)
    }

    /// The files beside pages that no record names, in order, by their paths from the content folder:
    /// nobody gets them.
    pub fn unnamed_files(&self) -> Vec<&str> {
        let documents = self.records.documents.iter();
        let images = self.records.images.iter();
        let named: BTreeSet<&String> = documents
            .filter_map(|document| document.file.as_ref())
            .chain(images.flat_map(|image| image.file.iter().chain(&image.stand_in)))
            .collect();
        let mut unnamed: Vec<&str> = self
            .attachments
            .iter()
            .filter(|(file, _)| !named.contains(file))
            .map(|(_, attachment)| attachment.path.as_str())
            .collect();
        unnamed.sort_unstable();
        unnamed
    }

    /// Where a file of [`Self::files`] lies, from the content folder: a disk may have its name in
    /// another form.
    pub fn source_of<'s>(&'s self, file: &'s str) -> &'s str {
        let attachment = self.attachments.get(file);
        attachment.map_or(file, |attachment| &attachment.path)
    }

    /// Whether the document belongs to reviews that were all withdrawn.
    pub(super) fn is_withdrawn(&self, document: &Document) -> bool {
        let mut reviews = self
            .records
            .reviews
            .iter()
            .filter(|review| {
                review
                    .attachments
                    .iter()
                    .any(|a| a.document == document.slug)
            })
            .map(|review| review.status == ReviewStatus::Withdrawn)
            .peekable();
        reviews.peek().is_some() && reviews.all(|withdrawn| withdrawn)
    }

    fn state_of(&self, document: &Document) -> State {
        match (&document.file, &document.url) {
            (Some(_), _) => State::Here,
            (None, Some(_)) => State::Elsewhere,
            (None, None) => State::Missing,
        }
    }

    pub(super) fn card(&self, document: &Document) -> DocumentCard {
        let state = match (&document.file, &document.url) {
            (Some(file), _) => DocumentState::File {
                address: file_address(file),
                note: self.file_note(document, file),
            },
            (None, Some(url)) => DocumentState::Elsewhere {
                url: url.to_string(),
                holder: document.holder.clone().unwrap_or_default(),
            },
            (None, None) => DocumentState::Missing {
                ask: self
                    .keeper_of(document)
                    .map(|body| body.name.clone())
                    .unwrap_or_default(),
            },
        };
        DocumentCard {
            id: document.slug.to_string(),
            title: document.title.clone(),
            state,
        }
    }

    /// Where a link to the document leads and what to say of it; none if it is missing.
    pub(super) fn document_target(&self, document: &Document) -> Option<(Target, String)> {
        match (&document.file, &document.url) {
            (Some(file), _) => Some((
                Target::File(file_address(file)),
                self.file_note(document, file),
            )),
            (None, Some(url)) => {
                let holder = document.holder.as_deref().unwrap_or_default();
                Some((Target::Url(url.to_string()), format!("from {holder}")))
            }
            (None, None) => None,
        }
    }

    /// Whether the reader can have it, in a few words.
    pub fn state_in_words(&self, document: &Document) -> String {
        match (&document.file, &document.holder) {
            (Some(file), _) => self.file_note(document, file),
            (None, Some(holder)) => format!("from {holder}"),
            (None, None) => "not in this copy of the site".into(),
        }
    }

    /// Type, size and pages in words, then whose it is and on what terms, if that is said:
    /// `PDF, 1.2 MB, 48 pages; rights: Example Trust; licence: CC BY 4.0`.
    fn file_note(&self, document: &Document, file: &str) -> String {
        let kind = Path::new(file)
            .extension()
            .and_then(|extension| extension.to_str());
        let mut note = kind.map_or_else(|| "file".into(), str::to_uppercase);
        let attachment = self.attachments.get(file);
        if let Some(attachment) = attachment {
            note.push_str(", ");
            note.push_str(&size(attachment.bytes));
        }
        let counted = attachment.and_then(|attachment| attachment.pages);
        match document.pages.or(counted) {
            Some(1) => note.push_str(", 1 page"),
            Some(pages) => note.push_str(&format!(", {pages} pages")),
            None => {}
        }
        let terms = [
            ("; rights: ", &document.rights_holder),
            ("; licence: ", &document.licence),
        ];
        for (name, words) in terms {
            if let Some(words) = words {
                note.push_str(name);
                note.push_str(words);
            }
        }
        note
    }

    fn keeper_of(&self, document: &Document) -> Option<&Body> {
        let slug = document.ask.as_ref().unwrap_or(&self.settings.ask);
        self.records.bodies.get(slug)
    }

    /// Whom to ask for documents that are not here: said once a page, since each is marked where it
    /// is named ([`Inline::Absent`]).
    pub(super) fn missing_note(&self, documents: &[&Document], page: &Page) -> Option<Block> {
        let mut keepers: Vec<(&Body, Vec<&str>)> = Vec::new();
        for document in documents {
            let Some(body) = self.keeper_of(document) else {
                continue;
            };
            match keepers
                .iter_mut()
                .find(|(other, _)| other.slug == body.slug)
            {
                Some((_, titles)) => titles.push(&document.title),
                None => keepers.push((body, vec![&document.title])),
            }
        }
        let mut words = Vec::new();
        for (body, titles) in &keepers {
            let start = if words.is_empty() {
                "Ask the "
            } else {
                " Ask the "
            };
            words.push(Inline::Text(start.into()));
            words.push(self.body_link(body, page));
            words.push(Inline::Text(if keepers.len() == 1 {
                " for what is marked so.".into()
            } else {
                format!(" for “{}”.", titles.join("”, “"))
            }));
        }
        let note = Note {
            kind: NoteKind::Missing,
            text: words,
        };
        (!keepers.is_empty()).then_some(Block::Note(note))
    }

    /// The name of a body, as a link to its card if the contact page has one.
    fn body_link(&self, body: &Body, page: &Page) -> Inline {
        let name = Inline::Text(body.name.clone());
        let contact = "/contact/"
            .parse()
            .ok()
            .and_then(|path: PagePath| self.page(&path));
        let Some(contact) = contact.filter(|contact| places(contact, body)) else {
            return name;
        };
        let place = if contact.path == page.path {
            ""
        } else {
            contact.path.as_str()
        };
        Inline::Link {
            to: Target::Page(format!("{place}#{}", body.slug)),
            text: vec![name],
            note: String::new(),
        }
    }
}

fn places(page: &Page, card_of: &Body) -> bool {
    let body = card_of.slug.clone();
    page.has_directive(&Directive::Contacts { body })
}

/// A size in words, in decimal units as file managers show it: `812 kB`, `1.2 MB`.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..999_500 => format!("{} kB", (bytes + 500) / 1_000),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}
