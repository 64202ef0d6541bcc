//! Scored documents: sparse lists by ascending document number, and their unions and
//! intersections.

use std::cmp::Ordering;

use crate::format::manifest::Manifest;
use crate::format::term_block::Term;

/// A document and its score.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct ScoredDoc {
    pub(super) document: usize,
    pub(super) score: f32,
    /// The weight of the terms that its title has.
    pub(super) title_weight: f32,
}

impl ScoredDoc {
    /// The same document with the scores of both.
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            document: self.document,
            score: self.score + other.score,
            title_weight: self.title_weight + other.title_weight,
        }
    }
}

/// Documents and their scores, by ascending number.
#[derive(Clone, Debug, Default)]
pub(super) struct ScoredDocs(pub(super) Vec<ScoredDoc>);

impl ScoredDocs {
    /// The documents of a term. `weight`: that of the term in the query.
    pub(super) fn of_term(term: &Term<'_>, manifest: &Manifest, weight: f32) -> Self {
        let quantum = manifest.quantum * weight;
        let mut all = Vec::with_capacity(term.max_postings());
        // Those in titles come first, and each of the two lists ascends.
        let mut titles = 0;
        term.postings(manifest.documents, |posting| {
            titles += usize::from(posting.in_title);
            all.push(ScoredDoc {
                document: posting.document as usize,
                score: f32::from(posting.level) * quantum,
                title_weight: if posting.in_title { weight } else { 0.0 },
            });
        });
        let others = all.split_off(titles);
        Self(all).union_max(Self(others))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn contains(&self, document: usize) -> bool {
        let place = self.0.binary_search_by_key(&document, |doc| doc.document);
        place.is_ok()
    }

    /// The documents of either, with the better of two scores.
    pub(super) fn union_max(self, other: Self) -> Self {
        self.merge(other, true, |one, two| ScoredDoc {
            score: one.score.max(two.score),
            title_weight: one.title_weight.max(two.title_weight),
            ..one
        })
    }

    /// The documents of either, with the sum of two scores.
    pub(super) fn union_sum(self, other: Self) -> Self {
        self.merge(other, true, ScoredDoc::plus)
    }

    /// The documents of both, with the sum of their scores.
    pub(super) fn intersect(self, other: Self) -> Self {
        self.merge(other, false, ScoredDoc::plus)
    }

    /// The scores multiplied by `factor`.
    pub(super) fn scale(mut self, factor: f32) -> Self {
        for doc in &mut self.0 {
            doc.score *= factor;
            doc.title_weight *= factor;
        }
        self
    }

    fn merge(self, other: Self, union: bool, join: fn(ScoredDoc, ScoredDoc) -> ScoredDoc) -> Self {
        if union && self.0.is_empty() {
            return other;
        }
        if union && other.0.is_empty() {
            return self;
        }
        let mut merged = Vec::with_capacity(self.0.len().max(other.0.len()));
        let (mut ones, mut twos) = (
            self.0.into_iter().peekable(),
            other.0.into_iter().peekable(),
        );
        loop {
            let order = match (ones.peek(), twos.peek()) {
                (Some(one), Some(two)) => one.document.cmp(&two.document),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => break,
            };
            let one = if order.is_le() { ones.next() } else { None };
            let two = if order.is_ge() { twos.next() } else { None };
            match (one, two) {
                (Some(one), Some(two)) => merged.push(join(one, two)),
                (one, two) if union => merged.extend(one.or(two)),
                _ => {}
            }
        }
        Self(merged)
    }
}

#[cfg(all(test, feature = "indexer"))]
mod tests {
    use super::*;
    use crate::format::term_block::{Posting, TermBlock};
    use crate::format::term_block_writer::TermBlockWriter;

    #[test]
    fn documents_ascend_even_if_the_term_weighs_nothing() {
        let posting = |document, in_title| Posting {
            document,
            level: 1,
            in_title,
        };
        let postings = [posting(1, false), posting(2, true), posting(3, false)];
        let mut block = TermBlockWriter::default();
        block.add("ann", &[("ann".into(), 3)], 3, &postings, 9);
        let block = block.finish();
        let term = TermBlock::new(&block).term("ann").expect("a term");
        let manifest = Manifest {
            documents: 9,
            ..Manifest::default()
        };
        for weight in [0.0, 1.0] {
            let docs = ScoredDocs::of_term(&term, &manifest, weight).0;
            let numbers: Vec<usize> = docs.iter().map(|doc| doc.document).collect();
            assert_eq!(numbers, [1, 2, 3]);
        }
    }
}
