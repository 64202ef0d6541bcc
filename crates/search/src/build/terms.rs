//! Rows of documents turned into postings of terms, their impacts in 5 bits.

use super::rows::{Cell, Vocable};
use crate::format::LEVELS;
use crate::format::shard::Posting;

/// The most postings of a term that are kept besides those in titles. Beyond them the
/// impacts are small, and so is what a word that common says.
const MOST: usize = 4096;

/// A term as a shard has it.
pub(super) struct Term {
    pub(super) stem: String,
    /// The commonest first.
    pub(super) forms: Vec<(String, usize)>,
    pub(super) documents: usize,
    pub(super) postings: Vec<Posting>,
}

/// The impact of one level, and the terms in the order of their stems.
pub(super) fn terms(rows: Vec<Vec<Cell>>, vocabulary: &mut Vec<Vocable>) -> (f32, Vec<Term>) {
    let most = rows.iter().flatten().map(|cell| cell.impact);
    let step = most.fold(f32::MIN_POSITIVE, f32::max) / LEVELS as f32;
    let mut postings: Vec<Vec<Posting>> = vec![Vec::new(); vocabulary.len()];
    for (document, row) in rows.into_iter().enumerate() {
        for cell in row {
            postings[cell.term as usize].push(Posting {
                // No index has more than `MOST_DOCUMENTS`.
                document: document as u32,
                level: (cell.impact / step).round().clamp(1.0, LEVELS as f32) as u8,
                in_title: cell.in_title,
            });
        }
    }
    let mut terms: Vec<Term> = vocabulary
        .drain(..)
        .zip(postings)
        .map(|(vocable, postings)| term(vocable, postings))
        .collect();
    terms.sort_unstable_by(|one, other| one.stem.cmp(&other.stem));
    (step, terms)
}

fn term(vocable: Vocable, mut postings: Vec<Posting>) -> Term {
    let documents = postings.len();
    if documents > MOST {
        postings.sort_by_key(|posting| std::cmp::Reverse(posting.level));
        let mut kept = 0;
        postings.retain(|posting| {
            kept += 1;
            kept <= MOST || posting.in_title
        });
        postings.sort_unstable_by_key(|posting| posting.document);
    }
    let mut forms: Vec<(String, usize)> = vocable.forms.into_iter().collect();
    forms.sort_by_key(|&(_, documents)| std::cmp::Reverse(documents));
    Term {
        stem: vocable.stem,
        forms,
        documents,
        postings,
    }
}
