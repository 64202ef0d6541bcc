//! The A–Z: everything that has a name, by its first letter.

use std::collections::BTreeMap;

use lscb_wire::{Block, IndexEntry, IndexSection};

use super::entries::{Entry, EntryKind};
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
        let mut sections: BTreeMap<Initial, Vec<(String, IndexEntry)>> = BTreeMap::new();
        for entry in self.entries() {
            let first = |character: char| !character.is_alphanumeric();
            let key = entry.title.trim_start_matches(first).to_lowercase();
            let entry = IndexEntry {
                note: self.note_of(&entry),
                language: match entry.kind {
                    EntryKind::Page | EntryKind::Heading => language(entry.page),
                    _ => String::new(),
                },
                title: entry.title,
                target: entry.target,
            };
            sections
                .entry(initial(&key))
                .or_default()
                .push((key, entry));
        }
        let collation = Collation::of(&self.settings.language);
        let section = |(initial, mut entries): (Initial, Vec<(String, IndexEntry)>)| {
            entries.sort_by(|(a, _), (b, _)| collation.compare(a, b));
            IndexSection {
                letter: match initial {
                    Initial::Letter(letter) => letter.to_uppercase().collect(),
                    Initial::Digit => "0–9".into(),
                    Initial::Other => "#".into(),
                },
                entries: entries.into_iter().map(|(_, entry)| entry).collect(),
            }
        };
        Block::Index(sections.into_iter().map(section).collect())
    }

    /// What an entry is, in a few words.
    fn note_of(&self, entry: &Entry<'_>) -> String {
        match entry.kind {
            EntryKind::Page => "Page".into(),
            EntryKind::Heading => format!("Part of {}", entry.page.front.title),
            EntryKind::Body(_) => "Contact".into(),
            EntryKind::Person(_) => "Person".into(),
            EntryKind::Review(review) => format!("Review, {}", review.date.words()),
            EntryKind::Document(document) => format!("Document, {}", self.state_in_words(document)),
            EntryKind::Term(_) => "Term".into(),
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
