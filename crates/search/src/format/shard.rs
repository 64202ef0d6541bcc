//! A shard: the terms of a range of stems, ascending. Each is
//!
//! 1. the stem, front-coded
//! 2. forms: list of (form, front-coded against the stem; documents that have it)
//! 3. the number of documents that have the stem
//! 4. the length of the postings in bytes, so that a reader can skip them
//! 5. the postings in runs of falling impact: (levels below the run before, from 31;
//!    documents in the run; for each the distance from the one before, doubled, plus 1
//!    where the title has the stem)
//!
//! The postings may be fewer than the documents of 3: of the commonest stems only those of
//! most impact and those in titles are kept.

use super::LEVELS;
use super::bytes::Reader;
#[cfg(feature = "build")]
use super::bytes::Write;

/// A stem of the index.
#[derive(Clone, Debug)]
pub(crate) struct Term<'a> {
    pub(crate) stem: String,
    /// Number of documents that have it.
    pub(crate) documents: usize,
    forms: Reader<'a>,
    count: usize,
    postings: Reader<'a>,
}

/// A document that has a stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Posting {
    pub(crate) document: usize,
    /// 1 to [`LEVELS`].
    pub(crate) level: usize,
    pub(crate) in_title: bool,
}

/// The terms of a shard, until its bytes end or say nothing.
pub(crate) fn terms(bytes: &[u8]) -> impl Iterator<Item = Term<'_>> {
    let mut from = Reader::new(bytes);
    let mut stem = String::new();
    std::iter::from_fn(move || {
        from.successor(&mut stem)?;
        let count = from.count()?;
        let forms = from.clone();
        for _ in 0..count {
            from.number()?;
            from.text()?;
            from.number()?;
        }
        let documents = from.number()?;
        let length = from.number()?;
        Some(Term {
            stem: stem.clone(),
            documents,
            forms,
            count,
            postings: Reader::new(from.bytes(length)?),
        })
    })
}

impl<'a> Term<'a> {
    /// The forms of the stem and how many documents have each.
    pub(crate) fn forms(&self) -> impl Iterator<Item = (String, usize)> + use<'a> {
        let mut from = self.forms.clone();
        let stem = self.stem.clone();
        (0..self.count).map_while(move |_| {
            let mut form = stem.clone();
            from.successor(&mut form)?;
            Some((form, from.number()?))
        })
    }

    /// The documents, those of the greatest impact first.
    pub(crate) fn postings(&self) -> impl Iterator<Item = Posting> + use<'a> {
        let mut from = self.postings.clone();
        let (mut level, mut left, mut document) = (LEVELS, 0, 0usize);
        std::iter::from_fn(move || {
            while left == 0 {
                level = level
                    .checked_sub(from.number()?)
                    .filter(|&level| level > 0)?;
                left = from.number()?;
                document = 0;
            }
            left -= 1;
            let step = from.number()?;
            document = document.checked_add(step >> 1)?;
            Some(Posting {
                document,
                level,
                in_title: step & 1 == 1,
            })
        })
    }
}

/// Adds a term to a shard. `postings` are by falling level, then ascending.
#[cfg(feature = "build")]
pub(crate) fn write(
    to: &mut Vec<u8>,
    before: &str,
    stem: &str,
    forms: &[(String, usize)],
    documents: usize,
    postings: &[Posting],
) {
    to.successor(before, stem);
    to.number(forms.len());
    for (form, documents) in forms {
        to.successor(stem, form);
        to.number(*documents);
    }
    to.number(documents);
    let mut runs = Vec::new();
    let mut level = LEVELS;
    for run in postings.chunk_by(|one, next| one.level == next.level) {
        runs.number(level - run[0].level);
        runs.number(run.len());
        level = run[0].level;
        let mut last = 0;
        for posting in run {
            runs.number((posting.document - last) << 1 | usize::from(posting.in_title));
            last = posting.document;
        }
    }
    to.number(runs.len());
    to.extend(runs);
}
