//! What is shown of the documents that were found.

use super::files::Plan;
use super::values::Value;
use super::{Searcher, TITLES, facets};
use crate::analysis::words;
use crate::format::card::{self, Card};
use crate::format::{shelf, text};
use crate::marking::{Read, Wanted};
use crate::ranking;
use crate::{Hit, Marked, Part, Passage, Request};

/// The most headings that a hit names.
const PARTS: usize = 3;

/// The file of cards that has a document's, and its place there.
fn cards<'a>(
    searcher: &Searcher,
    document: usize,
    plan: &mut Plan<'a>,
) -> Option<(&'a [u8], usize)> {
    let root = &searcher.root;
    let file = document / root.cards_a_file;
    let shelf = plan.file(*root.shelves.get(file / root.files_a_shelf)?)?;
    let cards = plan.file(shelf::name(shelf, file % root.files_a_shelf)?)?;
    Some((cards, document % root.cards_a_file))
}

fn card(searcher: &Searcher, document: usize, plan: &mut Plan<'_>) -> Option<Card> {
    let (cards, place) = cards(searcher, document, plan)?;
    card::read(cards, place)
}

fn passages(searcher: &Searcher, document: usize, plan: &mut Plan<'_>) -> Option<Vec<Passage>> {
    let (cards, place) = cards(searcher, document, plan)?;
    let (name, place) = card::text(cards, place)?;
    text::read(plan.file(name)?, place)
}

/// The words of a document: of its title, its headings and its passages.
pub(super) fn words_of(
    searcher: &Searcher,
    document: usize,
    plan: &mut Plan<'_>,
) -> Option<Vec<Vec<String>>> {
    let forms = |text: &str| {
        let words = words(text, searcher.decompose).into_iter();
        let plain = words.filter(|word| !word.extra);
        plain.map(|word| word.form).collect()
    };
    let title = card(searcher, document, plan);
    let passages = passages(searcher, document, plan)?;
    let mut all = vec![forms(&title?.title)];
    for passage in &passages {
        all.extend(passage.heading.iter().map(|heading| forms(&heading.text)));
        all.push(forms(&passage.text));
    }
    Some(all)
}

/// Puts first of the best what is called as the question is. `None` when files are needed.
pub(super) fn title_first(
    searcher: &Searcher,
    best: &mut [Value],
    question: Vec<&str>,
    plan: &mut Plan<'_>,
) -> Option<()> {
    let is_it = |document: usize, plan: &mut Plan<'_>| {
        let title = card(searcher, document, plan).unwrap_or_default().title;
        let words = words(&title, searcher.decompose).into_iter();
        words
            .filter(|word| !word.extra)
            .map(|word| word.form)
            .eq(question.iter().copied())
    };
    let mut first = 0;
    for place in 0..best.len().min(TITLES) {
        if is_it(best[place].document, plan) {
            best[first..=place].rotate_right(1);
            first += 1;
        }
    }
    plan.is_complete().then_some(())
}

/// The hits for `shown`. `None` when files are needed.
pub(super) fn hits<'v>(
    searcher: &Searcher,
    shown: impl Iterator<Item = &'v Value>,
    request: &Request,
    wanted: &Wanted,
    plan: &mut Plan<'_>,
) -> Option<Vec<Hit>> {
    let mut hits = Vec::new();
    for value in shown {
        let group = facets::group(&searcher.root, value.document)?;
        let card = card(searcher, value.document, plan);
        let passages = if request.titles_only {
            None
        } else {
            passages(searcher, value.document, plan)
        };
        let Some(card) = card else {
            plan.miss();
            continue;
        };
        let (snippet, parts) = shown_of(searcher, &passages.unwrap_or_default(), wanted);
        hits.push(Hit {
            title: wanted.read(&card.title, searcher.decompose).whole(),
            parent: Some(card.parent).filter(|parent| !parent.is_empty()),
            address: card.address,
            kind: group.kind,
            section: searcher.root.sections[group.section].clone(),
            year: group.year,
            snippet,
            parts,
            phones: card.phones,
            score: value.score,
        });
    }
    plan.is_complete().then_some(hits)
}

/// The words around what was asked for, and the best headings that they stand under.
fn shown_of(searcher: &Searcher, passages: &[Passage], wanted: &Wanted) -> (Marked, Vec<Part>) {
    let read = passages.iter().map(|passage| {
        let read = |text| wanted.read(text, searcher.decompose);
        let text = read(&passage.text);
        let heading = passage.heading.as_ref();
        let heading = heading.map(|heading| (heading, read(&heading.text)));
        let named = heading.as_ref().map(|(_, read)| read.best(wanted).0);
        let worth = text.best(wanted).0;
        ((worth + named.unwrap_or(0.0), worth), heading, text)
    });
    let read: Vec<_> = read.collect();
    // Of equal ones the first.
    let mut shown: Option<(f32, &Read<'_>)> = None;
    let most = read.iter().map(|((worth, _), ..)| *worth);
    let most = most.fold(0.0, f32::max);
    let mut best = Vec::new();
    for (worth, heading, text) in &read {
        if !text.is_empty() && shown.is_none_or(|better| better.0 < worth.1) {
            shown = Some((worth.1, text));
        }
        if let Some(heading) = heading
            && worth.0 > 0.0
            && worth.0 * 2.0 >= most
        {
            let place = best.partition_point(|(better, ..): &(_, _, _)| *better >= worth);
            ranking::insert(&mut best, place, (worth, heading, text), PARTS);
        }
    }
    let parts = best.into_iter().map(|(_, (heading, read), text)| Part {
        id: heading.id.clone(),
        heading: read.whole(),
        snippet: text.snippet(wanted),
    });
    let snippet = shown.map(|(_, text)| text.snippet(wanted));
    (snippet.unwrap_or_default(), parts.collect())
}
