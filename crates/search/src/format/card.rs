//! Cards: a list of the text files that belong to these documents (documents in it, name),
//! then for each document its address (front-coded against the one before), its title, the
//! title of its parent (empty: none) and its telephone numbers: list of (printed, number).

use super::bytes::Reader;
#[cfg(feature = "build")]
use super::bytes::Write;
use super::name::Name;
use super::root::list;
use crate::Phone;

/// What a hit shows of a document without its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Card {
    pub(crate) address: String,
    pub(crate) title: String,
    pub(crate) parent: String,
    pub(crate) phones: Vec<Phone>,
}

/// The card at `place` of a file.
pub(crate) fn read(bytes: &[u8], place: usize) -> Option<Card> {
    let mut from = Reader::new(bytes);
    files(&mut from)?;
    let mut card = Card::default();
    for next in 0..=place {
        from.successor(&mut card.address)?;
        let (title, parent) = (from.text()?, from.text()?);
        if next == place {
            card.title = title.into();
            card.parent = parent.into();
        }
        card.phones = list(&mut from, |from| {
            Some(Phone {
                printed: from.text()?.into(),
                number: from.text()?.into(),
            })
        })?;
    }
    Some(card)
}

/// The file with the text of the document at `place`, and its place there.
pub(crate) fn text(bytes: &[u8], mut place: usize) -> Option<(Name, usize)> {
    for (documents, name) in files(&mut Reader::new(bytes))? {
        if place < documents {
            return Some((name, place));
        }
        place -= documents;
    }
    None
}

fn files(from: &mut Reader<'_>) -> Option<Vec<(usize, Name)>> {
    list(from, |from| Some((from.number()?, Name::read(from)?)))
}

/// A file of `cards`.
#[cfg(feature = "build")]
pub(crate) fn write(files: &[(usize, Name)], cards: &[Card]) -> Vec<u8> {
    let mut to = Vec::new();
    to.number(files.len());
    for (documents, name) in files {
        to.number(*documents);
        to.extend(name.0);
    }
    let mut before = "";
    for card in cards {
        to.successor(before, &card.address);
        to.text(&card.title);
        to.text(&card.parent);
        to.number(card.phones.len());
        for phone in &card.phones {
            to.text(&phone.printed);
            to.text(&phone.number);
        }
        before = &card.address;
    }
    to
}
