//! Inversion: the weighted terms of documents to the postings of terms, with their impacts
//! quantized to 5 bits.

use super::small_float;
use super::weighting::{TermEntry, TermWeight};
use crate::format::LEVELS;
use crate::format::term_block::Posting;

/// The most postings of a term that are kept besides those in titles. Beyond them the
/// impacts are small, and so is what so common a term contributes to a score.
const MAX_POSTINGS: usize = 4096;

/// A term as a term block has it.
pub(super) struct Term {
    pub(super) stem: String,
    /// The commonest first.
    pub(super) forms: Vec<(String, usize)>,
    pub(super) documents: usize,
    pub(super) postings: Vec<Posting>,
}

impl Term {
    /// About how many bytes it takes in a term block: ten bits or so for a posting.
    pub(super) fn size(&self) -> usize {
        8 + self.postings.len() * 5 / 4
    }
}

/// The quantum, which is the impact of one level, and the terms in the order of their stems.
pub(super) fn invert(
    rows: Vec<Vec<TermWeight>>,
    vocabulary: &mut Vec<TermEntry>,
) -> (f32, Vec<Term>) {
    let most = rows.iter().flatten().map(|weight| weight.impact);
    let quantum = small_float::at_least(most.fold(f32::MIN_POSITIVE, f32::max)) / LEVELS as f32;
    let mut postings: Vec<Vec<Posting>> = vec![Vec::new(); vocabulary.len()];
    for (document, row) in rows.into_iter().enumerate() {
        for weight in row {
            postings[weight.term as usize].push(Posting {
                // No index has more than `MAX_DOCUMENTS`.
                document: document as u32,
                level: (weight.impact / quantum).round().clamp(1.0, LEVELS as f32) as u8,
                in_title: weight.in_title,
            });
        }
    }
    let mut terms: Vec<Term> = vocabulary
        .drain(..)
        .zip(postings)
        .map(|(entry, postings)| term(entry, postings))
        .collect();
    terms.sort_unstable_by(|one, other| one.stem.cmp(&other.stem));
    (quantum, terms)
}

fn term(entry: TermEntry, mut postings: Vec<Posting>) -> Term {
    let documents = postings.len();
    if documents > MAX_POSTINGS {
        postings.sort_by_key(|posting| std::cmp::Reverse(posting.level));
        let mut kept = 0;
        postings.retain(|posting| {
            kept += 1;
            kept <= MAX_POSTINGS || posting.in_title
        });
        postings.sort_unstable_by_key(|posting| posting.document);
    }
    let mut forms: Vec<(String, usize)> = entry.forms.into_iter().collect();
    forms.sort_by_key(|&(_, documents)| std::cmp::Reverse(documents));
    Term {
        stem: entry.stem,
        forms,
        documents,
        postings,
    }
}
