//! Ranking: the sum over the clauses of a query, and the boosts of titles.

use super::clause::Clause;
use super::lookup::Lookup;
use super::reader::IndexReader;
use super::scored::ScoredDoc;
use crate::text::{Normalizer, tokenize};
use crate::top_k;

/// The boost of a title that has the whole query, in times of the query's weight.
const TITLE_BOOST: f32 = 4.0;
/// Among how many of the best documents a title that equals the query is put first.
pub(super) const TITLE_CANDIDATES: usize = 10;

/// All documents that match any clause, by ascending number. The boost of a title grows with the
/// cube of the part of the query's weight that it has. Takes the documents out of the clauses.
#[inline(never)]
pub(super) fn rank(clauses: &mut [Clause<'_>], documents: usize) -> Vec<ScoredDoc> {
    let mut weight = 0.0;
    let mut counted: Vec<Vec<ScoredDoc>> = Vec::new();
    for clause in clauses.iter_mut().filter(|clause| !clause.is_stop_word) {
        weight += clause.weight;
        counted.push(std::mem::take(&mut clause.docs).0);
    }
    let mut all = if counted.len() == 1 {
        counted.swap_remove(0)
    } else {
        let mut sums = vec![ScoredDoc::default(); documents];
        for doc in counted.iter().flatten() {
            let sum = &mut sums[doc.document];
            *sum = doc.plus(*sum);
        }
        sums.retain(|sum| sum.score > 0.0);
        sums
    };
    for doc in &mut all {
        let covered = (doc.title_weight / weight).min(1.0);
        doc.score += TITLE_BOOST * weight * covered * covered * covered;
    }
    all
}

/// The best `count` in their order, of equal ones those with the lower numbers first. `docs` are
/// by ascending number.
pub(super) fn best(docs: &[ScoredDoc], count: usize) -> Vec<ScoredDoc> {
    let mut best: Vec<ScoredDoc> = Vec::new();
    for doc in docs {
        // Most are worse than all of these.
        let full = best.len() == count;
        if full && best.last().is_none_or(|last| last.score >= doc.score) {
            continue;
        }
        let place = best.partition_point(|better| better.score >= doc.score);
        top_k::insert(&mut best, place, *doc, count);
    }
    best
}

/// Puts those of the best first whose title is the query, as `forms`, and then those that have a
/// heading that is. `None` when files are pending.
#[inline(never)]
pub(super) fn exact_matches_first(
    best: &mut [ScoredDoc],
    forms: &[&str],
    reader: &mut IndexReader<'_>,
    normalizer: Normalizer,
) -> Option<()> {
    let is_query = |text: &str| {
        let tokens = tokenize(text, normalizer).into_iter();
        let plain = tokens.filter(|token| !token.is_variant);
        plain.map(|token| token.form).eq(forms.iter().copied())
    };
    // Elsewhere the headings would be files to fetch.
    let has_headings = reader.manifest.has_inlined_terms() && forms.len() > 1;
    let mut first = 0;
    for of_heading in [false, has_headings] {
        let others = first..best.len().min(TITLE_CANDIDATES);
        for place in others {
            let document = best[place].document;
            let is_exact = if of_heading {
                let passages = reader.passages(document).ready().unwrap_or_default();
                let headings = passages
                    .iter()
                    .filter_map(|passage| passage.heading.as_ref());
                headings.into_iter().any(|heading| is_query(&heading.text))
            } else {
                let doc = reader.stored_doc(document).ready();
                doc.is_some_and(|doc| is_query(&doc.title))
            };
            if is_exact {
                best[first..=place].rotate_right(1);
                first += 1;
            }
        }
    }
    (reader.state() != Lookup::Pending).then_some(())
}
