//! Term expansion: the terms of the index that a word of the query may stand for, as completions
//! of a prefix or as spelling corrections.

use super::fuzzy::FuzzyMatcher;
use super::lookup::Lookup;
use super::reader::IndexReader;
use crate::format::spelling;
use crate::format::term_block::Term;
use crate::text::stem_of;
use crate::top_k;

/// The most completions of a prefix.
const COMPLETIONS: usize = 8;
/// The most term blocks that are read for them.
const BLOCKS: usize = 2;

/// From how many letters a word of the thesaurus is what a slip may mean: shorter ones are near to
/// too many others.
const PHRASE: usize = 6;

/// A term that a word of the query may stand for.
#[derive(Clone, Debug)]
pub(super) struct TermExpansion<'a> {
    pub(super) stem: String,
    /// `None` for a correction whose term block could not be read, or that the thesaurus alone has.
    pub(super) term: Option<Term<'a>>,
    /// How surely the word stands for it, 0 to 1.
    pub(super) weight: f32,
    /// The form of the term that was matched.
    pub(super) form: String,
}

/// A completion and how many documents have its forms.
struct Completion<'a> {
    documents: usize,
    expansion: TermExpansion<'a>,
}

/// The terms with forms that begin with `prefix`, the commonest first. `exact`: the expansions
/// of the prefix as a whole word, beside which a rare completion weighs little.
#[inline(never)]
pub(super) fn completions<'a>(
    prefix: &str,
    exact: &[TermExpansion<'a>],
    reader: &mut IndexReader<'a>,
) -> Vec<TermExpansion<'a>> {
    let mut found: Vec<Completion<'a>> = Vec::new();
    for hash in reader.blocks_with_prefix(prefix, BLOCKS) {
        let Lookup::Ready(block) = reader.term_block(hash) else {
            continue;
        };
        block.for_each_form(
            |stem| may_begin_with(stem, prefix),
            |stem, term, form, documents| {
                if !form.starts_with(prefix) {
                    return;
                }
                match found.last_mut() {
                    Some(last) if last.expansion.stem == stem => last.documents += documents,
                    _ => found.push(Completion {
                        documents,
                        expansion: TermExpansion {
                            stem: stem.into(),
                            term: Some(term.clone()),
                            form: form.into(),
                            weight: 1.0,
                        },
                    }),
                }
            },
        );
    }
    let mut best: Vec<Completion<'a>> = Vec::new();
    for completion in found {
        let stem = &completion.expansion.stem;
        if !exact.iter().any(|known| known.stem == *stem) {
            // Stems ascend, and equal ones keep their order.
            let place = best.partition_point(|better| better.documents >= completion.documents);
            top_k::insert(&mut best, place, completion, COMPLETIONS);
        }
    }
    let exact = exact.iter().filter_map(|known| known.term.as_ref());
    let exact = exact.map(|term| term.documents);
    let all: usize = best.iter().map(|best| best.documents).chain(exact).sum();
    for completion in &mut best {
        let share = completion.documents as f32 / all.max(1) as f32;
        completion.expansion.weight = share.sqrt();
    }
    best.into_iter()
        .map(|completion| completion.expansion)
        .collect()
}

/// Whether forms of `stem` may begin with `prefix`: stemming changes one or two letters of what
/// it leaves.
fn may_begin_with(stem: &str, prefix: &str) -> bool {
    let common = stem.len().saturating_sub(2).min(prefix.len());
    stem.as_bytes()[..common] == prefix.as_bytes()[..common]
}

/// Spelling corrections of a word that the index does not have to words of the index and of the
/// thesaurus, the likeliest first. `is_prefix`: the word may go on.
#[inline(never)]
pub(super) fn corrections<'a>(
    form: &str,
    is_prefix: bool,
    reader: &mut IndexReader<'a>,
) -> Vec<TermExpansion<'a>> {
    let Some(mut matcher) = FuzzyMatcher::new(form, is_prefix) else {
        return Vec::new();
    };
    let manifest = reader.manifest;
    let before = reader.misses();
    if manifest.has_inlined_terms() {
        for block in &manifest.term_blocks {
            if let Lookup::Ready(block) = reader.term_block(block.hash) {
                block.for_each_form(
                    |_| true,
                    |_, _, form, documents| matcher.consider(form, documents),
                );
            }
        }
    } else {
        consider_spelling_files(form, &mut matcher, reader);
    }
    for phrase in manifest.phrases() {
        if phrase.forms.len() >= PHRASE && !phrase.forms.contains(' ') {
            matcher.consider(&phrase.forms, 1);
        }
    }
    let mut expansions: Vec<TermExpansion<'a>> = Vec::new();
    // As long as there is more to consider, the terms of these may not be needed.
    if reader.state_since(before) == Lookup::Pending {
        return expansions;
    }
    for (form, weight) in matcher.best() {
        let stem = stem_of(&form);
        match expansions.iter_mut().find(|known| known.stem == stem) {
            Some(known) => known.weight = known.weight.max(weight),
            None => expansions.push(TermExpansion {
                term: reader.term(&stem).ready().flatten(),
                stem,
                weight,
                form,
            }),
        }
    }
    expansions
}

/// Considers the forms with the same first letter, and then, as long as none is one edit away,
/// those for a typo in the first letter: another letter, one left out, one too many.
fn consider_spelling_files(form: &str, matcher: &mut FuzzyMatcher, reader: &mut IndexReader<'_>) {
    let mut letters = form.chars();
    let (Some(first), Some(second)) = (letters.next(), letters.next()) else {
        return;
    };
    let before = reader.misses();
    for (rotated, letter) in [
        (false, first),
        (true, second),
        (true, first),
        (false, second),
    ] {
        if let Some(Lookup::Ready(bytes)) = reader.spelling(letter, rotated) {
            spelling::for_each_form(bytes, rotated, |form, documents| {
                matcher.consider(form, documents);
            });
        }
        if matcher.has_one_edit() || reader.state_since(before) == Lookup::Pending {
            break;
        }
    }
}
