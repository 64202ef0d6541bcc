//! Entries: everything of a site that has a name and a place. The A–Z lists them, and
//! search finds them.

use std::collections::HashMap;

use lscb_wire::Target;

use crate::{
    Body, Document, Page, Person, Review, Site, Slug, Term, file_address,
    markdown::{BlockNode, Destination, Directive, Heading, InlineNode, words},
    record::ReviewStatus,
};

/// Something that a reader may look for by its name.
#[derive(Debug)]
pub struct Entry<'s> {
    /// What it is.
    pub kind: EntryKind<'s>,
    /// Its name.
    pub title: String,
    /// The page that it stands on.
    pub page: &'s Page,
    /// Where a link to it leads: its place on that page, or its file.
    pub target: Target,
}

/// What an [`Entry`] is.
#[derive(Clone, Copy, Debug)]
pub enum EntryKind<'s> {
    /// A page.
    Page,
    /// A heading on a page.
    Heading,
    /// A board or team that can be reached.
    Body(&'s Body),
    /// Somebody who holds a post.
    Person(&'s Person),
    /// A review that is shown.
    Review(&'s Review),
    /// A document that is not withdrawn, whether or not its file is here.
    Document(&'s Document),
    /// A term that is explained.
    Term(&'s Term),
}

/// The page that contacts are looked for on.
const CONTACT: &str = "/contact/";

impl Site {
    /// Everything that a reader may look for by its name: pages as the menus have them,
    /// each with its headings, then the records that stand on one. A record that stands
    /// on several pages is there once, and one that stands on none is not there.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        for page in self.pages_in_order() {
            entries.push(Entry {
                kind: EntryKind::Page,
                title: page.front.title.clone(),
                page,
                target: Target::Page(page.path.to_string()),
            });
            entries.extend(headings(page).filter_map(|heading| {
                let place = Place::at(page, heading.id.as_ref()?);
                Some(place.entry(EntryKind::Heading, words(&heading.text)))
            }));
        }
        let places = Places::of(self);
        let records = &self.records;
        entries.extend(records.bodies.iter().filter_map(|body| {
            let place = places.cards.get(&body.slug)?;
            Some(place.entry(EntryKind::Body(body), body.name.clone()))
        }));
        entries.extend(records.people.iter().filter_map(|person| {
            let place = places.people.get(&person.slug).cloned();
            let place = place.or_else(|| self.mention(&person.name))?;
            Some(place.entry(EntryKind::Person(person), person.name.clone()))
        }));
        entries.extend(self.review_list().into_iter().flat_map(|page| {
            let reviews = self.reviews(None).into_iter();
            let shown = reviews.filter(|(_, review)| review.status != ReviewStatus::Withdrawn);
            shown.map(|(anchor, review)| {
                Place::at(page, &anchor).entry(EntryKind::Review(review), review.title.clone())
            })
        }));
        entries.extend(self.documents(None).into_iter().filter_map(|document| {
            let place = places.documents.get(&document.slug)?;
            let mut entry = place.entry(EntryKind::Document(document), document.title.clone());
            if let Some(file) = &document.file {
                entry.target = Target::File(file_address(file));
            }
            Some(entry)
        }));
        entries.extend(places.terms.into_iter().flat_map(|page| {
            records.terms.iter().map(|term| {
                let title = match &term.acronym {
                    Some(acronym) => format!("{acronym} ({})", term.meaning),
                    None => term.meaning.clone(),
                };
                Place::at(page, &term.slug).entry(EntryKind::Term(term), title)
            })
        }));
        entries
    }

    /// The first heading that has a name in its words or, without one, in the text below.
    pub(super) fn mention(&self, name: &str) -> Option<Place<'_>> {
        let in_heading = self.pages.iter().find_map(|page| {
            let heading = headings(page).find(|heading| words(&heading.text).contains(name))?;
            Some(Place::at(page, heading.id.as_ref()?))
        });
        in_heading.or_else(|| {
            self.pages.iter().find_map(|page| {
                let mut above = None;
                page.body.iter().find_map(|node| {
                    if let BlockNode::Heading(heading) = node {
                        above = heading.id.as_ref();
                    }
                    let mut named = false;
                    each_text(node, &mut |text| named |= words(text).contains(name));
                    above.filter(|_| named).map(|id| Place::at(page, id))
                })
            })
        })
    }
}

/// An anchor on a page.
#[derive(Clone)]
pub(super) struct Place<'s> {
    page: &'s Page,
    anchor: String,
}

impl<'s> Place<'s> {
    fn at(page: &'s Page, anchor: &Slug) -> Self {
        Self {
            page,
            anchor: anchor.to_string(),
        }
    }

    fn entry(&self, kind: EntryKind<'s>, title: String) -> Entry<'s> {
        Entry {
            kind,
            title,
            page: self.page,
            target: Target::Page(format!("{}#{}", self.page.path, self.anchor)),
        }
    }
}

/// Where the records of a site stand.
#[derive(Default)]
struct Places<'s> {
    /// The cards of bodies.
    cards: HashMap<&'s Slug, Place<'s>>,
    /// The lines of people on those cards.
    people: HashMap<&'s Slug, Place<'s>>,
    documents: HashMap<&'s Slug, Place<'s>>,
    terms: Option<&'s Page>,
}

impl<'s> Places<'s> {
    fn of(site: &'s Site) -> Self {
        let mut places = Self::default();
        // Of several pages the first has a record, and the page of contacts theirs.
        let contact = site
            .pages
            .iter()
            .filter(|page| page.path.as_str() == CONTACT);
        for page in contact.chain(&site.pages) {
            for (directive, _) in page.directives() {
                places.add(site, page, directive);
            }
        }
        // A card of its own is better than a list, and both are better than a link.
        for page in &site.pages {
            for (directive, _) in page.directives() {
                if let Directive::Documents { state } = directive {
                    for document in site.documents(*state) {
                        let place = Place::at(page, &document.slug);
                        places.documents.entry(&document.slug).or_insert(place);
                    }
                }
            }
        }
        for page in &site.pages {
            places.add_links(page);
        }
        places
    }

    fn add(&mut self, site: &'s Site, page: &'s Page, directive: &'s Directive) {
        match directive {
            Directive::Contacts { body } => {
                self.cards.entry(body).or_insert(Place::at(page, body));
                for person in site.people_on_card(body) {
                    let place = Place::at(page, person);
                    self.people.entry(person).or_insert(place);
                }
            }
            Directive::Document { slug } => {
                for document in site.placed_documents(slug, page) {
                    let place = Place::at(page, &document.slug);
                    self.documents.entry(&document.slug).or_insert(place);
                }
            }
            Directive::Terms => {
                self.terms.get_or_insert(page);
            }
            _ => {}
        }
    }

    /// Documents that a page only links to stand under the heading above the link.
    fn add_links(&mut self, page: &'s Page) {
        let mut above = None;
        for node in &page.body {
            if let BlockNode::Heading(heading) = node {
                above = heading.id.as_ref();
            }
            let Some(above) = above else { continue };
            each_text(node, &mut |text| {
                each_document(text, &mut |slug| {
                    let place = || Place::at(page, above);
                    self.documents.entry(slug).or_insert_with(place);
                });
            });
        }
    }
}

fn headings(page: &Page) -> impl Iterator<Item = &Heading> {
    page.body.iter().filter_map(|node| match node {
        BlockNode::Heading(heading) => Some(heading),
        _ => None,
    })
}

/// Hands over every run of text in a block.
pub(super) fn each_text<'s>(node: &'s BlockNode, found: &mut impl FnMut(&'s [InlineNode])) {
    match node {
        BlockNode::Heading(heading) => found(&heading.text),
        BlockNode::Paragraph(text) => found(text),
        BlockNode::List { items, .. } => visit_each(items.iter().flatten(), found),
        BlockNode::Quote(nodes) => visit_each(nodes.iter(), found),
        BlockNode::Footnotes(notes) => {
            visit_each(notes.iter().flat_map(|note| &note.blocks), found);
        }
        BlockNode::Table { head, rows, .. } => {
            let cells = head.iter().chain(rows.iter().flatten());
            cells.for_each(|cell| found(cell));
        }
        BlockNode::Code(_) | BlockNode::Rule | BlockNode::Directive { .. } => {}
    }
}

fn visit_each<'s>(
    nodes: impl Iterator<Item = &'s BlockNode>,
    found: &mut impl FnMut(&'s [InlineNode]),
) {
    for node in nodes {
        each_text(node, found);
    }
}

/// Hands over every document that some text links to.
pub(super) fn each_document<'s>(text: &'s [InlineNode], found: &mut impl FnMut(&'s Slug)) {
    for node in text {
        match node {
            InlineNode::Emphasis(text)
            | InlineNode::Strong(text)
            | InlineNode::Struck(text)
            | InlineNode::Passage(_, text) => each_document(text, found),
            InlineNode::Link(link) => {
                if let Destination::Document(slug) = &link.to {
                    found(slug);
                }
                each_document(&link.text, found);
            }
            InlineNode::Text(_)
            | InlineNode::Code(_)
            | InlineNode::Break
            | InlineNode::Task(_)
            | InlineNode::FootnoteReference { .. } => {}
        }
    }
}
