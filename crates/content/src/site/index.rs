//! The A–Z: everything that has a name, by its first letter.

use std::collections::BTreeMap;

use lscb_wire::{Block, IndexEntry, Letter};

use super::entries::{Entry, Thing};
use super::hierarchy::language;
use crate::{Site, Slug, collation::Collation};

/// Where an entry is listed. The order is that of the list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Initial {
    Letter(char),
    Digit,
    Other,
}

impl Site {
    /// Everything of the site that has a name, by its first letter.
    pub(super) fn index(&self) -> Block {
        let mut letters: BTreeMap<Initial, Vec<(String, IndexEntry)>> = BTreeMap::new();
        for entry in self.entries() {
            let first = |character: char| !character.is_alphanumeric();
            let key = entry.title.trim_start_matches(first).to_lowercase();
            let entry = IndexEntry {
                note: self.note_of(&entry),
                language: match entry.thing {
                    Thing::Page | Thing::Heading => language(entry.page),
                    _ => String::new(),
                },
                title: entry.title,
                target: entry.target,
            };
            letters.entry(initial(&key)).or_default().push((key, entry));
        }
        let collation = Collation::of(&self.settings.language);
        let letter = |(initial, mut entries): (Initial, Vec<(String, IndexEntry)>)| {
            entries.sort_by(|(a, _), (b, _)| collation.compare(a, b));
            Letter {
                letter: match initial {
                    Initial::Letter(letter) => letter.to_uppercase().collect(),
                    Initial::Digit => "0–9".into(),
                    Initial::Other => "#".into(),
                },
                entries: entries.into_iter().map(|(_, entry)| entry).collect(),
            }
        };
        Block::Index(letters.into_iter().map(letter).collect())
    }

    /// What an entry is, in a few words.
    fn note_of(&self, entry: &Entry<'_>) -> String {
        match entry.thing {
            Thing::Page => "Page".into(),
            Thing::Heading => format!("Part of {}", entry.page.front.title),
            Thing::Body(_) => "Contact".into(),
            Thing::Person(_) => "Person".into(),
            Thing::Review(review) => format!("Review, {}", review.date.words()),
            Thing::Document(document) => format!("Document, {}", self.state_in_words(document)),
            Thing::Term(_) => "Term".into(),
        }
    }
}

fn initial(key: &str) -> Initial {
    let first = key.chars().next();
    // Élan is among those with E.
    let folded = first.and_then(|first| Slug::from_words(first.encode_utf8(&mut [0; 4])));
    let folded = folded.and_then(|folded| folded.as_str().chars().next());
    match folded.or(first) {
        Some(first) if first.is_alphabetic() => Initial::Letter(first),
        Some(_) => Initial::Digit,
        None => Initial::Other,
    }
}
