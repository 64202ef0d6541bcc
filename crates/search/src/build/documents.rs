//! What hits show: cards on shelves, and texts.

use super::layout::{Files, Layout};
use crate::Document;
use crate::format::card::{self, Card};
use crate::format::text;

/// The shelves of `documents`, which are in the order of their numbers.
pub(super) fn shelves(documents: &[&Document], layout: &Layout, files: &mut Files) -> Vec<Vec<u8>> {
    // Parents by address: a part of a file shows the title of the whole.
    let mut titles: Vec<(&str, &str)> = documents
        .iter()
        .map(|document| (document.address.as_str(), document.title.as_str()))
        .collect();
    titles.sort_unstable();
    let parent = |document: &Document| {
        let address = document.parent.as_deref()?;
        let place = titles
            .binary_search_by_key(&address, |title| title.0)
            .ok()?;
        Some(titles[place].1.to_string())
    };
    let cards: Vec<_> = documents
        .chunks(layout.cards_a_file)
        .map(|documents| {
            let texts = texts(documents, layout.text, files);
            let cards: Vec<Card> = documents
                .iter()
                .map(|document| Card {
                    address: document.address.clone(),
                    title: document.title.clone(),
                    parent: parent(document).unwrap_or_default(),
                    phones: document.phones.clone(),
                })
                .collect();
            files.add(card::write(&texts, &cards))
        })
        .collect();
    cards
        .chunks(layout.files_a_shelf)
        .map(|names| names.iter().flat_map(|name| name.0).collect())
        .collect()
}

/// The text files of some documents: how many each holds, and its name.
fn texts(
    documents: &[&Document],
    size: usize,
    files: &mut Files,
) -> Vec<(usize, crate::format::name::Name)> {
    let mut texts = Vec::new();
    let (mut held, mut bytes) = (0, Vec::new());
    for (place, document) in documents.iter().enumerate() {
        text::write(&mut bytes, &document.passages);
        held += 1;
        if bytes.len() >= size || place + 1 == documents.len() {
            texts.push((held, files.add(std::mem::take(&mut bytes))));
            held = 0;
        }
    }
    texts
}
