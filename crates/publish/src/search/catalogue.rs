//! The searchable documents of a site.

use std::collections::HashMap;
use std::path::Path;

use lscb_content::{Body, ContactPoint, Document as DocumentRecord, Entry, Page, Person, Review};
use lscb_content::{EntryKind, Post, ReviewKind, Site, Slug, Term};
use lscb_search::{Document, Kind, Passage, Phone};
use lscb_wire::{Block, Review as RenderedReview};
use rayon::prelude::*;

use super::{file_text, help, passages};

/// The searchable documents of a site whose files are in `content`: pages as the menus
/// have them, then records. Withdrawn reviews have no entry, and neither do their documents.
pub(super) fn documents(site: &Site, content: &Path) -> Vec<Document> {
    let entries = site.entries();
    let catalogue = Catalogue {
        site,
        content,
        reviews: reviews(site, &entries),
        document_pages: site.document_pages(),
    };
    let found = entries.par_iter().map(|entry| catalogue.of(entry));
    let mut documents: Vec<Document> = found.flatten_iter().collect();
    documents.extend(help::document(site));
    documents
}

struct Catalogue<'s> {
    site: &'s Site,
    content: &'s Path,
    /// As the page that lists them shows them, by anchor.
    reviews: HashMap<String, RenderedReview>,
    /// The pages that offer documents.
    document_pages: HashMap<&'s Slug, &'s Page>,
}

/// The reviews of the page that they are listed on.
fn reviews(site: &Site, entries: &[Entry<'_>]) -> HashMap<String, RenderedReview> {
    let mut listed = entries
        .iter()
        .filter(|entry| matches!(entry.kind, EntryKind::Review(_)));
    let list = listed.next().and_then(|entry| site.view(&entry.page.path));
    let blocks = list.into_iter().flat_map(|page| page.blocks);
    let reviews = blocks.filter_map(|block| match block {
        Block::Reviews(reviews) => Some(reviews),
        _ => None,
    });
    reviews
        .flatten()
        .map(|review| (review.id.clone(), review))
        .collect()
}

impl Catalogue<'_> {
    /// The search documents of an entry: itself, and the pages of its file.
    fn of(&self, entry: &Entry<'_>) -> Vec<Document> {
        let document = match entry.kind {
            EntryKind::Page => return self.page(entry).into_iter().collect(),
            // Headings are found as parts of their pages.
            EntryKind::Heading => return Vec::new(),
            EntryKind::Body(body) => self.body(entry, body),
            EntryKind::Person(person) => self.person(entry, person),
            EntryKind::Review(review) => self.review(entry, review),
            EntryKind::Document(document) => return self.document(entry, document),
            EntryKind::Term(term) => self.term(entry, term),
        };
        vec![document]
    }

    fn blank(&self, kind: Kind, entry: &Entry<'_>) -> Document {
        Document {
            address: entry.target.relative().into(),
            kind,
            section: self.site.section(entry.page).into(),
            title: entry.title.clone(),
            ..Document::default()
        }
    }

    /// A page. One with an A–Z has the words of all others and would be found by every one.
    fn page(&self, entry: &Entry<'_>) -> Option<Document> {
        let mut view = self.site.view(&entry.page.path)?;
        // The fact sheet for administrators of other sites is found by the title of its page.
        let sheet = &self.site.embedding.sheet;
        view.blocks
            .retain(|block| !self.lists_corrections(block) && !sheet.contains(block));
        let lists = |block: &Block| matches!(block, Block::Index(_));
        if view.blocks.iter().any(lists) {
            return None;
        }
        Some(Document {
            passages: passages::of(&view),
            keywords: self.keywords(entry.page),
            ..self.blank(Kind::Page, entry)
        })
    }

    /// Whether a block lists corrections: it quotes sentences of other pages, and corrects them.
    fn lists_corrections(&self, block: &Block) -> bool {
        let Block::Definitions(definitions) = block else {
            return false;
        };
        let corrections = || self.site.records.corrections.iter();
        let mut ids = definitions.iter().map(|definition| &definition.id);
        ids.any(|id| corrections().any(|correction| correction.slug.as_str() == id))
    }

    /// Words that a page is found by but does not contain: those of its front matter, its old
    /// addresses, and the corrected words of its misspellings.
    fn keywords(&self, page: &Page) -> Vec<String> {
        let title = words(&page.front.title);
        let mut keywords = page.front.keywords.clone();
        for alias in &page.front.aliases {
            let name = alias.as_str().rsplit('/').next().unwrap_or_default();
            keywords.extend(new_words(&name.replace('-', " "), &title));
        }
        let corrections = self.site.records.corrections.iter();
        for correction in corrections.filter(|correction| correction.page == page.path) {
            keywords.extend(new_words(
                &correction.corrected,
                &words(&correction.published),
            ));
        }
        keywords.dedup();
        keywords
    }

    fn body(&self, entry: &Entry<'_>, body: &Body) -> Document {
        let records = &self.site.records;
        let posts = || {
            let posts = records.posts.iter();
            posts.filter(|post| post.body == body.slug)
        };
        let own: Vec<Phone> = self.phone(&body.phone).into_iter().collect();
        let mut keywords = body.aliases.clone();
        keywords.extend(body.acronym.clone());
        keywords.extend(posts().filter_map(|post| {
            let holder = records.people.get(post.person.as_ref()?)?;
            Some(holder.name.clone())
        }));
        let address = body.address.as_ref();
        let address = address.and_then(|slug| records.addresses.get(slug));
        let lines = address.map(|address| address.lines.join(", "));
        let mut reached: Vec<String> = lines.into_iter().collect();
        reached.extend(self.online(&body.online));
        Document {
            passages: passage(reached.join(", ")),
            keywords,
            // A team without a number is reached through its people.
            phones: match own.is_empty() {
                true => posts().filter_map(|post| self.phone(&post.phone)).collect(),
                false => own,
            },
            ..self.blank(Kind::Contact, entry)
        }
    }

    fn person(&self, entry: &Entry<'_>, person: &Person) -> Document {
        let records = &self.site.records;
        let posts: Vec<&Post> = records
            .posts
            .iter()
            .filter(|post| post.person.as_ref() == Some(&person.slug))
            .collect();
        let mut words: Vec<String> = posts.iter().map(|post| post.title.clone()).collect();
        words.extend(posts.iter().flat_map(|post| self.online(&post.online)));
        let mut phones: Vec<Phone> = Vec::new();
        for phone in posts.iter().filter_map(|post| self.phone(&post.phone)) {
            if !phones.contains(&phone) {
                phones.push(phone);
            }
        }
        Document {
            passages: passage(words.join(", ")),
            phones,
            ..self.blank(Kind::Person, entry)
        }
    }

    fn review(&self, entry: &Entry<'_>, review: &Review) -> Document {
        let shown = self.reviews.get(review.slug.as_str());
        let text = shown.map(|shown| passages::text(&shown.body));
        let text = text.unwrap_or_default();
        let mut keywords = review.themes.clone();
        keywords.extend(names_of(review.kind).iter().map(ToString::to_string));
        keywords.extend(review.pseudonyms.clone());
        Document {
            year: Some(review.date.year()),
            passages: passage(format!("{}. {text}", review.date.words())),
            keywords,
            ..self.blank(Kind::Review, entry)
        }
    }

    /// A document and, if its file is here and has text, each of its pages that has some.
    fn document(&self, entry: &Entry<'_>, document: &DocumentRecord) -> Vec<Document> {
        let date = document.date.or(document.published_on);
        let state = self.site.state_in_words(document);
        // A list of all documents is in no section of theirs.
        let page = self.document_pages.get(&document.slug).copied();
        let whole = Document {
            section: self.site.section(page.unwrap_or(entry.page)).into(),
            year: date.map(|date| date.year()),
            passages: passage(capitalised(&state)),
            keywords: document.audience.clone(),
            is_absent: document.file.is_none() && document.url.is_none(),
            ..self.blank(Kind::Document, entry)
        };
        let file = document.file.as_ref();
        let file = file.map(|file| self.content.join(self.site.source_of(file)));
        let pages = file.map(|file| file_text::pages(&file)).unwrap_or_default();
        let pages = pages.into_iter().map(|(number, text)| Document {
            address: format!("{}#page={number}", whole.address),
            parent: Some(whole.address.clone()),
            kind: Kind::DocumentPage,
            // Its document's title is shown beside it.
            title: format!("Page {number}"),
            passages: passage(text),
            keywords: vec![whole.title.clone()],
            ..whole.clone()
        });
        let mut documents: Vec<Document> = pages.collect();
        documents.insert(0, whole);
        documents
    }

    fn term(&self, entry: &Entry<'_>, term: &Term) -> Document {
        Document {
            keywords: term.synonyms.clone(),
            ..self.blank(Kind::Term, entry)
        }
    }

    /// Mailboxes and websites as readers see them.
    fn online(&self, slugs: &[Slug]) -> Vec<String> {
        let points = &self.site.records.contact_points;
        let points = slugs.iter().filter_map(|slug| points.get(slug)?.online());
        points.map(|address| address.words().to_owned()).collect()
    }

    fn phone(&self, slug: &Option<Slug>) -> Option<Phone> {
        let point: &ContactPoint = self.site.records.contact_points.get(slug.as_ref()?)?;
        let number = point.number.as_ref()?;
        Some(Phone {
            printed: number.printed().into(),
            number: number.dial().into(),
        })
    }
}

/// The long and the short name of a kind of review.
fn names_of(kind: ReviewKind) -> &'static [&'static str] {
    match kind {
        ReviewKind::SeriousCaseReview => &["serious case review", "case review"],
        ReviewKind::ChildSafeguardingPracticeReview => {
            &["child safeguarding practice review", "practice review"]
        }
        ReviewKind::LearningReview => &["learning review"],
    }
}

fn passage(text: String) -> Vec<Passage> {
    match text.is_empty() {
        true => Vec::new(),
        false => vec![Passage {
            heading: None,
            text,
        }],
    }
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

/// The words of `text` that are not among `known`, as one keyword.
fn new_words(text: &str, known: &[String]) -> Option<String> {
    let new = |word: &&str| !known.contains(&word.to_lowercase());
    let words: Vec<&str> = text.split_whitespace().filter(new).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
