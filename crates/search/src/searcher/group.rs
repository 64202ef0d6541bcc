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
pub(super) struct Group<'a> {
    pub(super) values: Values,
    /// The worth of its rarest reading.
    pub(super) worth: f32,
    pub(super) idle: bool,
    /// Whether any document has it.
    found: bool,
    typed: Vec<Unit<'a>>,
    /// Stems of readings that are not typed.
    others: Vec<String>,
}

/// A word as typed and the stems that stand for it.
#[derive(Debug)]
struct Unit<'a> {
    asked: Asked,
    choices: Vec<Choice<'a>>,
    /// Whether the choices are not what was typed.
    corrected: bool,
}

/// The groups of a question.
pub(super) fn groups<'a>(query: &Query, root: &Root, plan: &mut Plan<'a>) -> Vec<Group<'a>> {
    let mut groups = Vec::new();
    let mut rest = query.words.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let known = root.thesaurus.iter().filter(|entry| begins(rest, entry));
        if let Some(entry) = known.max_by_key(|entry| entry.phrase.len()) {
            let (phrase, after) = rest.split_at(entry.phrase.len());
            groups.push(group(phrase, Some(&entry.means), root, plan));
            rest = after;
        } else {
            groups.push(group(std::slice::from_ref(first), None, root, plan));
            rest = after;
        }
    }
    groups
}

fn begins(words: &[Asked], entry: &Entry) -> bool {
    let mut pairs = words.iter().zip(&entry.phrase);
    words.len() >= entry.phrase.len() && pairs.all(|(word, stem)| word.stem == *stem)
}

/// `means`: what the thesaurus says of the words, if it knows them.
fn group<'a>(
    words: &[Asked],
    means: Option<&Vec<Vec<String>>>,
    root: &Root,
    plan: &mut Plan<'a>,
) -> Group<'a> {
    let mut group = Group {
        idle: means.is_none() && words.iter().all(|word| word.idle),
        ..Group::default()
    };
    if group.idle {
        return group;
    }
    // The documents that have all the words.
    let mut whole: Option<Values> = None;
    for word in words.iter().filter(|word| words.len() == 1 || !word.idle) {
        let unit = unit(word, means.is_some(), root, plan);
        let mut values = Values::default();
        let mut worth = 0.0f32;
        for choice in &unit.choices {
            if let Some(term) = &choice.term {
                let rarity = rarity(root, term.documents) * choice.weight;
                worth = worth.max(rarity);
                values = values.best_of(Values::of(term, root, rarity));
            }
        }
        if words.len() > 1 {
            whole = Some(match whole {
                Some(whole) => whole.both(values.clone()),
                None => values.clone(),
            });
        }
        group.values = std::mem::take(&mut group.values).sum(values);
        group.worth += worth;
        group.typed.push(unit);
    }
    let mut readings = Vec::new();
    for phrase in means.into_iter().flatten() {
        let mut values: Option<Values> = None;
        let mut worth = 0.0;
        for stem in phrase {
            let mut these = Values::default();
            if let Some(term) = meaning::exact(root, stem, plan) {
                let rarity = rarity(root, term.documents);
                worth += rarity;
                these = Values::of(&term, root, rarity);
            }
            values = Some(match values {
                Some(values) => values.both(these),
                None => these,
            });
            group.others.push(stem.clone());
        }
        let values = values.unwrap_or_default();
        if !values.is_empty() {
            readings.push((values, worth));
        }
    }
    // A phrase that means something means nothing by its parts, if it can be had whole.
    if let Some(whole) = whole
        && !(whole.is_empty() && readings.is_empty())
    {
        group.values = whole;
    }
    // A reading counts what the words count, however many words it takes to say.
    if group.values.is_empty() {
        let worths = readings.iter().map(|(_, worth)| *worth);
        group.worth = worths.fold(0.0, f32::max);
    }
    for (values, worth) in readings {
        let values = values.times(ALIKE * group.worth / worth);
        group.values = std::mem::take(&mut group.values).best_of(values);
    }
    group.found = !group.values.is_empty();
    group
}

/// What a word stands for. Words that the thesaurus knows are not bent.
fn unit<'a>(word: &Asked, known: bool, root: &Root, plan: &mut Plan<'a>) -> Unit<'a> {
    let mut choices: Vec<Choice<'a>> = Vec::new();
    let joined = word.joined.iter();
    for stem in std::iter::once(&word.stem).chain(joined) {
        if let Some(term) = meaning::exact(root, stem, plan) {
            choices.push(Choice {
                stem: stem.clone(),
                term: Some(term),
                weight: 1.0,
                form: word.form.clone(),
            });
        }
    }
    if word.half_typed {
        let mut more = meaning::completions(root, &word.form, &choices, plan);
        choices.append(&mut more);
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
pub(super) fn missing(groups: &[Group<'_>]) -> Vec<String> {
    let missed = groups.iter().filter(|group| !group.idle && !group.found);
    let units = missed.flat_map(|group| &group.typed);
    units.map(|unit| unit.asked.typed.clone()).collect()
}

/// The words that were bent, and to what.
pub(super) fn corrected(groups: &[Group<'_>]) -> Vec<(String, String)> {
    bent(groups)
        .map(|(asked, form)| (asked.typed.clone(), form.into()))
        .collect()
}

fn bent<'g>(groups: &'g [Group<'_>]) -> impl Iterator<Item = (&'g Asked, &'g str)> {
    let units = groups.iter().flat_map(|group| &group.typed);
    units
        .filter(|unit| unit.corrected)
        .filter_map(|unit| Some((&unit.asked, unit.choices.first()?.form.as_str())))
}

/// The question with its bent words as they were meant.
pub(super) fn suggestion(text: &str, groups: &[Group<'_>]) -> Option<String> {
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
pub(super) fn wanted(groups: &[Group<'_>]) -> Wanted {
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
