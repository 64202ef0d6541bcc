//! Passage files: for each document a list of passages, each the anchor and text of its heading
//! (both empty: none) and the text under it.

use super::bytes::Reader;
#[cfg(feature = "indexer")]
use super::bytes::Write;
use crate::{Heading, Passage};

/// The passages of the document at `place` of a file.
pub(crate) fn read(bytes: &[u8], place: usize) -> Option<Vec<Passage>> {
    let mut from = Reader::new(bytes);
    for _ in 0..place {
        for _ in 0..from.count()? * 3 {
            let length = from.number()?;
            from.bytes(length)?;
        }
    }
    passages(&mut from)
}

fn passages(from: &mut Reader<'_>) -> Option<Vec<Passage>> {
    from.list(|from| {
        let heading = Heading {
            id: from.text()?.into(),
            text: from.text()?.into(),
        };
        Some(Passage {
            heading: Some(heading).filter(|heading| !heading.text.is_empty()),
            text: from.text()?.into(),
        })
    })
}

/// Adds a document to a file.
#[cfg(feature = "indexer")]
pub(crate) fn write(to: &mut Vec<u8>, passages: &[Passage]) {
    to.number(passages.len());
    for passage in passages {
        let (id, text) = match &passage.heading {
            Some(heading) => (heading.id.as_str(), heading.text.as_str()),
            None => ("", ""),
        };
        to.text(id);
        to.text(text);
        to.text(&passage.text);
    }
}
