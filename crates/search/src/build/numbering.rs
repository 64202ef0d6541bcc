//! The numbers of documents: those of one section, kind and year stand together.

use std::cmp::Reverse;

use crate::Document;
use crate::format::root::Group;

/// Which document has which number.
pub(super) struct Numbering {
    /// The places of the documents in the order of their numbers.
    pub(super) order: Vec<usize>,
    pub(super) sections: Vec<String>,
    pub(super) groups: Vec<Group>,
}

pub(super) fn number(documents: &[Document]) -> Numbering {
    let mut sections: Vec<String> = Vec::new();
    let mut keys = Vec::with_capacity(documents.len());
    for (place, document) in documents.iter().enumerate() {
        let known = sections.iter().position(|known| *known == document.section);
        let section = known.unwrap_or_else(|| {
            sections.push(document.section.clone());
            sections.len() - 1
        });
        let group = (section, document.kind, Reverse(document.year));
        keys.push((group, &document.address, place));
    }
    keys.sort_unstable();
    let groups = keys
        .chunk_by(|one, next| one.0 == next.0)
        .map(|group| {
            let (section, kind, Reverse(year)) = group[0].0;
            Group {
                section,
                kind,
                year,
                documents: group.len(),
            }
        })
        .collect();
    Numbering {
        order: keys.iter().map(|&(.., place)| place).collect(),
        sections,
        groups,
    }
}
