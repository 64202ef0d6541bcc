//! Document numbers: those of one section, kind and year are consecutive.

use std::cmp::Reverse;

use crate::format::manifest::Partition;
use crate::{Document, Kind};

/// The assignment of numbers to documents.
pub(super) struct DocIds {
    /// The places of the documents in the order of their numbers.
    pub(super) order: Vec<usize>,
    pub(super) sections: Vec<String>,
    pub(super) partitions: Vec<Partition>,
}

/// What a partition has in common, in the order of the partitions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    section: usize,
    kind: Kind,
    year: Reverse<Option<u16>>,
}

/// A document, in the order of the numbers.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Numbered<'a> {
    partition: Key,
    address: &'a str,
    place: usize,
}

/// Numbers the documents.
pub(super) fn assign(documents: &[Document]) -> DocIds {
    let mut sections: Vec<String> = Vec::new();
    let mut keys = Vec::with_capacity(documents.len());
    for (place, document) in documents.iter().enumerate() {
        let known = sections.iter().position(|known| *known == document.section);
        let section = known.unwrap_or_else(|| {
            sections.push(document.section.clone());
            sections.len() - 1
        });
        let partition = Key {
            section,
            kind: document.kind,
            year: Reverse(document.year),
        };
        keys.push(Numbered {
            partition,
            address: &document.address,
            place,
        });
    }
    keys.sort_unstable();
    let partitions = keys
        .chunk_by(|one, next| one.partition == next.partition)
        .map(|docs| {
            let key = docs[0].partition;
            Partition {
                section: key.section,
                kind: key.kind,
                year: key.year.0,
                documents: docs.len(),
            }
        })
        .collect();
    DocIds {
        order: keys.iter().map(|doc| doc.place).collect(),
        sections,
        partitions,
    }
}
