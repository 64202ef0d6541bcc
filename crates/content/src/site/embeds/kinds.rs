//! The kinds of embeds, and the list of each.

use lscb_wire::{self as wire, Block, HELP_TITLE, Inline, List, Target};

use super::{EmbedKind, Embeddable, pages};
use crate::{
    Page, Site,
    site::{Entry, EntryKind, lists::text, view},
};

/// Everything that can be embedded. Another kind is one more line here.
pub const EMBED_KINDS: &[EmbedKind] = &[
    EmbedKind {
        name: "help",
        heading: "Help numbers",
        list: help,
    },
    EmbedKind {
        name: "contacts",
        heading: "All contacts",
        list: contacts,
    },
    EmbedKind {
        name: "contact",
        heading: "One contact",
        list: contact,
    },
    EmbedKind {
        name: "search",
        heading: "Search",
        list: search,
    },
    EmbedKind {
        name: "reviews",
        heading: "All reviews",
        list: reviews,
    },
    EmbedKind {
        name: "review",
        heading: "One review",
        list: review,
    },
    EmbedKind {
        name: "section",
        heading: "A section, with its menu",
        list: pages::sections,
    },
    EmbedKind {
        name: "page",
        heading: "One page",
        list: pages::pages,
    },
    EmbedKind {
        name: "document",
        heading: "One document",
        list: documents,
    },
    EmbedKind {
        name: "term",
        heading: "One term",
        list: terms,
    },
];

fn contact<'s>(site: &'s Site, entries: &[Entry<'s>]) -> Vec<Embeddable<'s>> {
    let bodies = entries.iter().filter_map(|entry| match entry.kind {
        EntryKind::Body(body) => {
            let blocks = site.contacts(&[&body.slug]);
            Some(Embeddable::of(
                &body.slug,
                &entry.title,
                entry.target.clone(),
                blocks,
            ))
        }
        _ => None,
    });
    bodies.collect()
}

fn contacts<'s>(site: &'s Site, entries: &[Entry<'s>]) -> Vec<Embeddable<'s>> {
    let mut bodies = entries
        .iter()
        .filter_map(|entry| match entry.kind {
            EntryKind::Body(body) => Some((body, entry.page)),
            _ => None,
        })
        .peekable();
    let Some((_, page)) = bodies.peek().copied() else {
        return Vec::new();
    };
    let mut blocks = Vec::new();
    let mut note = None;
    for (body, _) in bodies {
        let heading = Block::Heading {
            level: wire::HeadingLevel::H2,
            id: format!("about-{}", body.slug),
            text: vec![text(&body.name)],
        };
        let mut drawn = site.contacts(&[&body.slug]);
        blocks.push(heading);
        blocks.push(drawn.remove(0));
        // One note for all of them.
        note = drawn.pop().or(note);
    }
    blocks.extend(note);
    let full = Target::Page(page.path.to_string());
    vec![Embeddable::of("", "Contacts", full, blocks)]
}

fn help<'s>(site: &'s Site, _: &[Entry<'s>]) -> Vec<Embeddable<'s>> {
    let item = |line: wire::HelpLine| {
        let number = Inline::Link {
            to: Target::Url(format!("tel:{}", line.phone.dial)),
            text: vec![Inline::Strong(vec![text(line.phone.printed)])],
            note: String::new(),
        };
        vec![Block::Paragraph(vec![
            number,
            text(format!(" {}", line.text)),
        ])]
    };
    let list = List {
        ordered: false,
        start: String::new(),
        items: site.shell().help.into_iter().map(item).collect(),
    };
    let full = Target::Page("/#help".into());
    vec![Embeddable::of(
        "",
        HELP_TITLE,
        full,
        vec![Block::List(list)],
    )]
}

fn search<'s>(site: &'s Site, _: &[Entry<'s>]) -> Vec<Embeddable<'s>> {
    let embeddable = |page: String| {
        let title = format!("Search {}", site.settings.short_title);
        Embeddable::of("", title, Target::Page(page), vec![Block::Search])
    };
    site.shell().search.into_iter().map(embeddable).collect()
}

fn reviews<'s>(site: &'s Site, _: &[Entry<'s>]) -> Vec<Embeddable<'s>> {
    let embeddable = |page: &Page| {
        let full = Target::Page(page.path.to_string());
        let blocks = vec![Block::Reviews(shown(site))];
        Embeddable::of("", page.front.title.clone(), full, blocks)
    };
    site.review_list().into_iter().map(embeddable).collect()
}

fn review<'s>(site: &'s Site, entries: &[Entry<'s>]) -> Vec<Embeddable<'s>> {
    let all = shown(site);
    let embeddables = entries.iter().filter_map(|entry| match entry.kind {
        EntryKind::Review(review) => {
            let id = review.slug.to_string();
            let review = all.iter().find(|shown| shown.id == id)?;
            // The title stands above already.
            let review = wire::Review {
                title: String::new(),
                ..review.clone()
            };
            let blocks = vec![Block::Reviews(vec![review])];
            Some(Embeddable::of(
                id,
                &entry.title,
                entry.target.clone(),
                blocks,
            ))
        }
        _ => None,
    });
    embeddables.collect()
}

/// The reviews as the page that lists them has them.
fn shown(site: &Site) -> Vec<wire::Review> {
    let blocks = site.review_list().map(|page| view::blocks(site, page));
    let reviews = blocks
        .into_iter()
        .flatten()
        .filter_map(|block| match block {
            Block::Reviews(reviews) => Some(reviews),
            _ => None,
        });
    reviews.flatten().collect()
}

fn documents<'s>(site: &'s Site, entries: &[Entry<'s>]) -> Vec<Embeddable<'s>> {
    let embeddables = entries.iter().filter_map(|entry| match entry.kind {
        EntryKind::Document(document) => {
            let card = Block::Documents(vec![site.card(document)]);
            let full = Target::Page(entry.page.path.to_string());
            Some(Embeddable::of(
                &document.slug,
                &entry.title,
                full,
                vec![card],
            ))
        }
        _ => None,
    });
    embeddables.collect()
}

fn terms<'s>(_: &'s Site, entries: &[Entry<'s>]) -> Vec<Embeddable<'s>> {
    let embeddables = entries.iter().filter_map(|entry| match entry.kind {
        EntryKind::Term(term) => {
            let short = term.acronym.as_ref().unwrap_or(&term.meaning);
            let meaning = match &term.acronym {
                Some(_) => term.meaning.clone(),
                None => term.also(),
            };
            let blocks = vec![Block::Paragraph(vec![text(meaning)])];
            Some(Embeddable::of(
                &term.slug,
                short,
                entry.target.clone(),
                blocks,
            ))
        }
        _ => None,
    });
    embeddables.collect()
}
