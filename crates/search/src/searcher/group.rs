//! The words of a question as groups: each is worth what its best reading is worth.

use super::files::Plan;
use super::meaning::{self, Choice};
use super::values::Values;
use crate::format::root::{Entry, Root};
use crate::marking::Wanted;
use crate::query::{Asked, Query};

/// What a reading by the thesaurus counts beside the words themselves.
const ALIKE: f32 = 0.9;

/// One word of the question, or a phrase that the thesaurus knows.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) values: Values,
    /// The worth of its rarest reading.
    pub(super) worth: f32,
    pub(super) idle: bool,
    typed: Vec<Unit>,
    /// Stems of readings that are not typed.
    others: Vec<String>,
}

/// A word as typed and the stems that stand for it.
#[derive(Debug)]
struct Unit {
    asked: Asked,
    choices: Vec<Choice>,
    /// Whether the choices are not what was typed.
    corrected: bool,
}

/// The groups of a question.
pub(super) fn groups(query: &Query, root: &Root, plan: &mut Plan<'_>) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut rest = query.words.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let known = root.thesaurus.iter().filter(|entry| begins(rest, entry));
        if let Some(entry) = known.max_by_key(|entry| entry.phrase.len()) {
            let (phrase, after) = rest.split_at(entry.phrase.len());
            groups.push(group(phrase, &entry.means, root, plan));
            rest = after;
        } else {
            groups.push(group(std::slice::from_ref(first), &[], root, plan));
            rest = after;
        }
    }
    groups
}

fn begins(words: &[Asked], entry: &Entry) -> bool {
    let mut pairs = words.iter().zip(&entry.phrase);
    words.len() >= entry.phrase.len() && pairs.all(|(word, stem)| word.stem == *stem)
}

fn group(words: &[Asked], means: &[Vec<String>], root: &Root, plan: &mut Plan<'_>) -> Group {
    let mut group = Group {
        idle: means.is_empty() && words.iter().all(|word| word.idle),
        ..Group::default()
    };
    if group.idle {
        return group;
    }
    for word in words.iter().filter(|word| words.len() == 1 || !word.idle) {
        let unit = unit(word, !means.is_empty(), root, plan);
        let mut values = Values::default();
        let mut worth = 0.0f32;
        for choice in &unit.choices {
            meaning::exact(root, &choice.stem, plan, |term| {
                let rarity = rarity(root, term.documents) * choice.weight;
                worth = worth.max(rarity);
                let these = Values::of(term, rarity * root.step, rarity);
                values = std::mem::take(&mut values).best_of(these);
            });
        }
        group.values = std::mem::take(&mut group.values).sum(values);
        group.worth += worth;
        group.typed.push(unit);
    }
    for phrase in means {
        let mut values: Option<Values> = None;
        let mut worth = 0.0;
        for stem in phrase {
            let mut these = Values::default();
            meaning::exact(root, stem, plan, |term| {
                let rarity = rarity(root, term.documents) * ALIKE;
                worth += rarity;
                these = Values::of(term, rarity * root.step, rarity);
            });
            values = Some(match values {
                Some(values) => values.both(these),
                None => these,
            });
            group.others.push(stem.clone());
        }
        let values = values.unwrap_or_default();
        if !values.is_empty() {
            group.worth = group.worth.max(worth);
            group.values = std::mem::take(&mut group.values).best_of(values);
        }
    }
    group
}

/// What a word stands for. Words that the thesaurus knows are not bent.
fn unit(word: &Asked, known: bool, root: &Root, plan: &mut Plan<'_>) -> Unit {
    let mut choices: Vec<Choice> = Vec::new();
    let joined = word.joined.iter();
    for stem in std::iter::once(&word.stem).chain(joined) {
        meaning::exact(root, stem, plan, |_| {
            choices.push(Choice {
                stem: stem.clone(),
                weight: 1.0,
                form: word.form.clone(),
            });
        });
    }
    if word.half_typed {
        for completion in meaning::completions(root, &word.form, plan) {
            if !choices.iter().any(|choice| choice.stem == completion.stem) {
                choices.push(completion);
            }
        }
    }
    let mut corrected = false;
    if choices.is_empty() && !known && plan.is_whole() {
        choices = meaning::corrections(root, &word.form, word.half_typed, plan);
        corrected = true;
    }
    Unit {
        asked: word.clone(),
        choices,
        corrected,
    }
}

/// How much a word says that so many documents have (Robertson, Zaragoza: *The
/// probabilistic relevance framework: BM25 and beyond*, 2009, with 1 added as in Lucene).
fn rarity(root: &Root, documents: usize) -> f32 {
    let (all, documents) = (root.documents as f32, documents as f32);
    ((all - documents + 0.5) / (documents + 0.5))
        .max(0.0)
        .ln_1p()
}

/// The words that nothing matches.
pub(super) fn missing(groups: &[Group]) -> Vec<String> {
    let missed = groups
        .iter()
        .filter(|group| !group.idle && group.values.is_empty());
    let units = missed.flat_map(|group| &group.typed);
    units.map(|unit| unit.asked.typed.clone()).collect()
}

/// The words that were bent, and to what.
pub(super) fn corrected(groups: &[Group]) -> Vec<(String, String)> {
    bent(groups)
        .map(|(asked, form)| (asked.typed.clone(), form.into()))
        .collect()
}

fn bent(groups: &[Group]) -> impl Iterator<Item = (&Asked, &str)> {
    let units = groups.iter().flat_map(|group| &group.typed);
    units
        .filter(|unit| unit.corrected)
        .filter_map(|unit| Some((&unit.asked, unit.choices.first()?.form.as_str())))
}

/// The question with its bent words as they were meant.
pub(super) fn suggestion(text: &str, groups: &[Group]) -> Option<String> {
    let mut mended = String::new();
    let mut at = 0;
    for (asked, form) in bent(groups) {
        mended.push_str(text.get(at..asked.at.start)?);
        mended.push_str(form);
        at = asked.at.end;
    }
    (at > 0).then(|| mended + &text[at..])
}

/// The words to mark in what is found.
pub(super) fn wanted(groups: &[Group]) -> Wanted {
    let mut wanted = Wanted::default();
    for group in groups.iter().filter(|group| !group.idle) {
        for unit in &group.typed {
            for choice in &unit.choices {
                wanted
                    .stems
                    .push((choice.stem.clone(), group.worth * choice.weight));
            }
            if unit.asked.half_typed && !unit.corrected {
                wanted.beginning = Some(unit.asked.form.clone());
            }
        }
        for stem in &group.others {
            wanted.stems.push((stem.clone(), group.worth * ALIKE));
        }
    }
    wanted
}
