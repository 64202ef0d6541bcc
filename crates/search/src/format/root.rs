//! The root: `"ls"`, version (a byte), then
//!
//! 1. number of documents; the impact of one level (IEEE 754 single, little-endian)
//! 2. sections: list of text
//! 3. groups: list of (section, kind, year or 0, documents)
//! 4. thesaurus: list of (phrase, list of phrases), a phrase being a list of stems
//! 5. shards: list of (first stem, front-coded against the one before; name), ascending
//! 6. spelling by first letter, then by second: two lists of (letter, front-coded; name),
//!    ascending
//! 7. shelves: number of documents a card file, of card files a shelf, list of names
//! 8. files within: list of (length, bytes)

use super::bytes::Reader;
#[cfg(feature = "build")]
use super::bytes::Write;
use super::name::Name;
use super::{MAGIC, VERSION};
use crate::{Broken, Kind};

/// A run of document numbers of one section, kind and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) section: usize,
    pub(crate) kind: Kind,
    pub(crate) year: Option<u16>,
    pub(crate) documents: usize,
}

/// A phrase and what else it means, in stems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) phrase: Vec<String>,
    pub(crate) means: Vec<Vec<String>>,
}

/// What every question needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Root {
    pub(crate) documents: usize,
    /// The impact of one level.
    pub(crate) step: f32,
    pub(crate) sections: Vec<String>,
    pub(crate) groups: Vec<Group>,
    pub(crate) thesaurus: Vec<Entry>,
    pub(crate) shards: Vec<(String, Name)>,
    /// By first letter, by second letter.
    pub(crate) spelling: [Vec<(String, Name)>; 2],
    pub(crate) cards_a_file: usize,
    pub(crate) files_a_shelf: usize,
    pub(crate) shelves: Vec<Name>,
    pub(crate) within: Vec<Vec<u8>>,
}

/// The kinds in the order of their numbers in the file.
const KINDS: [Kind; 7] = [
    Kind::Page,
    Kind::Person,
    Kind::Contact,
    Kind::Review,
    Kind::Document,
    Kind::DocumentPage,
    Kind::Term,
];

/// The most documents that an index can have: what is counted for each fits a phone.
pub(crate) const MOST_DOCUMENTS: usize = 1 << 22;

impl Root {
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Broken> {
        let mut from = Reader::new(bytes);
        if from.bytes(2) != Some(&MAGIC) {
            return Err(Broken::Damaged);
        }
        if from.byte() != Some(VERSION) {
            return Err(Broken::Version);
        }
        Self::fields(&mut from).ok_or(Broken::Damaged)
    }

    fn fields(from: &mut Reader<'_>) -> Option<Self> {
        let documents = from.number().filter(|&all| all <= MOST_DOCUMENTS)?;
        let step = f32::from_le_bytes(from.bytes(4)?.try_into().ok()?);
        let sections = list(from, |from| from.text().map(String::from))?;
        let groups = list(from, |from| {
            Some(Group {
                section: from.number().filter(|&section| section < sections.len())?,
                kind: *KINDS.get(from.number()?)?,
                year: Some(u16::try_from(from.number()?).ok()?).filter(|&year| year > 0),
                documents: from.number()?,
            })
        })?;
        let counted = groups
            .iter()
            .try_fold(0usize, |sum, group| sum.checked_add(group.documents))?;
        let root = Self {
            documents,
            step,
            sections,
            groups,
            thesaurus: list(from, |from| {
                Some(Entry {
                    // Every question would begin with an empty phrase, without end.
                    phrase: phrase(from).filter(|phrase| !phrase.is_empty())?,
                    means: list(from, phrase)?,
                })
            })?,
            shards: entries(from)?,
            spelling: [entries(from)?, entries(from)?],
            cards_a_file: from.number().filter(|&cards| cards > 0)?,
            files_a_shelf: from.number().filter(|&files| files > 0)?,
            shelves: list(from, Name::read)?,
            within: list(from, |from| {
                let length = from.number()?;
                from.bytes(length).map(<[u8]>::to_vec)
            })?,
        };
        let sound = counted == documents && step.is_finite() && from.is_empty();
        sound.then_some(root)
    }

    #[cfg(feature = "build")]
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut to = [MAGIC.as_slice(), &[VERSION]].concat();
        to.number(self.documents);
        to.extend(self.step.to_le_bytes());
        to.number(self.sections.len());
        for section in &self.sections {
            to.text(section);
        }
        to.number(self.groups.len());
        for group in &self.groups {
            to.number(group.section);
            to.number(group.kind as usize);
            to.number(group.year.unwrap_or(0).into());
            to.number(group.documents);
        }
        to.number(self.thesaurus.len());
        for entry in &self.thesaurus {
            write_phrase(&mut to, &entry.phrase);
            to.number(entry.means.len());
            for phrase in &entry.means {
                write_phrase(&mut to, phrase);
            }
        }
        for entries in [&self.shards, &self.spelling[0], &self.spelling[1]] {
            to.number(entries.len());
            let mut before = "";
            for (first, name) in entries {
                to.successor(before, first);
                to.extend(name.0);
                before = first;
            }
        }
        to.number(self.cards_a_file);
        to.number(self.files_a_shelf);
        to.number(self.shelves.len());
        for name in &self.shelves {
            to.extend(name.0);
        }
        to.number(self.within.len());
        for file in &self.within {
            to.number(file.len());
            to.extend(file);
        }
        to
    }
}

pub(super) fn list<'a, T>(
    from: &mut Reader<'a>,
    mut one: impl FnMut(&mut Reader<'a>) -> Option<T>,
) -> Option<Vec<T>> {
    let count = from.count()?;
    // Grown as it is read: a false count takes no memory.
    let mut all = Vec::new();
    for _ in 0..count {
        all.push(one(from)?);
    }
    Some(all)
}

fn entries(from: &mut Reader<'_>) -> Option<Vec<(String, Name)>> {
    let mut first = String::new();
    list(from, |from| {
        from.successor(&mut first)?;
        Some((first.clone(), Name::read(from)?))
    })
}

fn phrase(from: &mut Reader<'_>) -> Option<Vec<String>> {
    list(from, |from| from.text().map(String::from))
}

#[cfg(feature = "build")]
fn write_phrase(to: &mut Vec<u8>, phrase: &[String]) {
    to.number(phrase.len());
    for stem in phrase {
        to.text(stem);
    }
}
