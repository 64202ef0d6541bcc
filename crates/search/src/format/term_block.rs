//! A term block: the dictionary and postings of a range of stems, in columns.
//!
//! 1. length in bytes of 2, then of 3
//! 2. the stems, ascending, each front-coded against the one before
//! 3. for each stem: documents that have it in the title, doubled, plus 1 if some of its
//!    documents are left out; the other documents that have it; if some are left out, how
//!    many; the length of its postings in bits
//! 4. length in bytes of 5
//! 5. for each stem its forms: their number, and for each how many bytes of the stem it
//!    drops, what it has instead (text), and unless it is the only one the integer part of
//!    the binary logarithm of the number of documents that have it (a byte). The commonest
//!    is the first.
//! 6. the postings, one stem's after another's, as bits: the least impact, less 1 (5 bits);
//!    the width of impacts above it (3 bits); then the documents that have the stem in the
//!    title and after them the others, each as the distance from the one before, less 1
//!    (a Rice number; the first from -1), and its impact less the least (of that width)
//!
//! The low bits of a Rice number are as many as suit documents spread evenly: see [`rice_parameter`].
//! Of the commonest stems only the postings of most impact and those in titles are kept.

use super::LEVELS;
use super::bits::BitReader;
use super::bytes::Reader;

/// A term block with its columns apart.
#[derive(Clone, Debug)]
pub(crate) struct TermBlock<'a> {
    stems: Reader<'a>,
    counts: Reader<'a>,
    forms: Reader<'a>,
    postings: &'a [u8],
}

/// A term of the index with its postings.
#[derive(Clone, Debug)]
pub(crate) struct Term<'a> {
    /// Its document frequency.
    pub(crate) documents: usize,
    titles: usize,
    others: usize,
    bits: BitReader<'a>,
}

/// A document that has a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Posting {
    pub(crate) document: u32,
    /// The quantized impact, 1 to [`LEVELS`].
    pub(crate) level: u8,
    pub(crate) in_title: bool,
}

impl<'a> TermBlock<'a> {
    /// Empty where the bytes are no term block.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let mut from = Reader::new(bytes);
        let column = |from: &mut Reader<'a>, length: Option<usize>| {
            Reader::new(
                length
                    .and_then(|length| from.bytes(length))
                    .unwrap_or_default(),
            )
        };
        let (stems, counts) = (from.number(), from.number());
        let stems = column(&mut from, stems);
        let counts = column(&mut from, counts);
        let forms = from.number();
        let forms = column(&mut from, forms);
        Self {
            stems,
            counts,
            forms,
            postings: from.rest(),
        }
    }

    /// Calls `each` with every stem, until it returns false.
    fn stems(&self, mut each: impl FnMut(&str) -> bool) {
        let mut from = self.stems.clone();
        let mut stem = String::new();
        while from.front_coded(&mut stem).is_some() && each(&stem) {}
    }

    /// The terms in the order of their stems.
    fn terms(&self) -> impl Iterator<Item = Term<'a>> + use<'a> {
        let mut from = self.counts.clone();
        let postings = self.postings;
        let mut start = 0usize;
        std::iter::from_fn(move || {
            let titles = from.number()?;
            let others = from.number()?;
            let left_out = if titles & 1 == 1 { from.number()? } else { 0 };
            let length = from.number()?;
            let bits = BitReader::new(postings, start, length);
            start = start.saturating_add(length);
            let titles = titles >> 1;
            Some(Term {
                documents: titles.saturating_add(others).saturating_add(left_out),
                titles,
                others,
                bits,
            })
        })
    }

    /// The term of a stem.
    pub(crate) fn term(&self, wanted: &str) -> Option<Term<'a>> {
        let mut found = None;
        let mut place = 0;
        self.stems(|stem| {
            if stem == wanted {
                found = Some(place);
            }
            place += 1;
            stem < wanted
        });
        self.terms().nth(found?)
    }

    /// Calls `each` with every form, its stem, the stem's term and about how many documents
    /// have the form. Stems that are not `wanted` are skipped.
    pub(crate) fn for_each_form(
        &self,
        mut wanted: impl FnMut(&str) -> bool,
        mut each: impl FnMut(&str, &Term<'a>, &str, usize),
    ) {
        let mut from = self.forms.clone();
        let mut terms = self.terms();
        let mut form = String::new();
        self.stems(|stem| {
            let Some(term) = terms.next() else {
                return false;
            };
            let wanted = wanted(stem);
            let Some(count) = from.count() else {
                return false;
            };
            for _ in 0..count {
                let only = (count == 1).then_some(term.documents);
                let Some(documents) = read_form(&mut from, stem, only, wanted, &mut form) else {
                    return false;
                };
                if wanted {
                    each(stem, &term, &form, documents);
                }
            }
            true
        });
    }
}

/// Reads a form and about how many documents have it: `only` where it has no sisters.
fn read_form(
    from: &mut Reader<'_>,
    stem: &str,
    only: Option<usize>,
    wanted: bool,
    form: &mut String,
) -> Option<usize> {
    let dropped = from.number()?;
    let length = from.number()?;
    let rest = from.bytes(length)?;
    let documents = match only {
        Some(documents) => documents,
        None => 1usize.checked_shl(from.byte()?.into())?,
    };
    if wanted {
        form.clear();
        form.push_str(stem.get(..stem.len().checked_sub(dropped)?)?);
        form.push_str(std::str::from_utf8(rest).ok()?);
    }
    Some(documents)
}

impl Term<'_> {
    /// Calls `each` with its postings: those in titles ascending, then the others ascending.
    /// `documents`: how many the index has.
    pub(crate) fn postings(&self, documents: usize, each: impl FnMut(Posting)) {
        // They end where the bits say nothing.
        let _ = self.read(documents, each);
    }

    fn read(&self, documents: usize, mut each: impl FnMut(Posting)) -> Option<()> {
        let mut bits = self.bits.clone();
        let least = bits.number(5)? + 1;
        let width = bits.number(3)?;
        for (count, in_title) in [(self.titles, true), (self.others, false)] {
            let low = rice_parameter(documents, count);
            let mut next = 0usize;
            for _ in 0..count {
                let document = next.checked_add(bits.rice(low)?)?;
                let level = least + bits.number(width)?;
                if document >= documents || level > LEVELS {
                    return None;
                }
                next = document + 1;
                each(Posting {
                    document: document as u32,
                    level: level as u8,
                    in_title,
                });
            }
        }
        Some(())
    }

    /// An upper bound of the number of postings: no more than there are bits for.
    pub(crate) fn max_postings(&self) -> usize {
        self.titles.saturating_add(self.others).min(self.bits.len())
    }
}

/// How many low bits suit the distances between `count` of `documents`.
pub(super) fn rice_parameter(documents: usize, count: usize) -> usize {
    let distance = documents / count.saturating_add(1).max(1);
    distance.max(1).ilog2() as usize
}
