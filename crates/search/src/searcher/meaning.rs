//! What a word of the question may stand for in this index: itself, what it begins, or what
//! it was meant to be.

use super::files::Plan;
use crate::analysis::stem_of;
use crate::correction::Correction;
use crate::format::name::Name;
use crate::format::root::Root;
use crate::format::shard::{Shard, Term};
use crate::format::spelling;
use crate::ranking;

/// How many ways to go on a half-typed word is read as.
const COMPLETIONS: usize = 8;
/// In how many shards they are looked for.
const SHARDS: usize = 2;

/// A stem that stands for a word of the question, and how surely: 0 to 1.
#[derive(Clone, Debug)]
pub(super) struct Choice<'a> {
    pub(super) stem: String,
    /// `None` when its shard cannot be had.
    pub(super) term: Option<Term<'a>>,
    pub(super) weight: f32,
    /// The commonest form of it that was meant.
    pub(super) form: String,
}

/// The term of a stem, if the index has it.
pub(super) fn exact<'a>(root: &Root, stem: &str, plan: &mut Plan<'a>) -> Option<Term<'a>> {
    let (_, name) = shard(root, stem)?;
    Shard::new(plan.file(*name)?).term(stem)
}

/// The shard that has a stem if any has it.
fn shard<'a>(root: &'a Root, stem: &str) -> Option<&'a (String, Name)> {
    let after = root
        .shards
        .partition_point(|shard| shard.0.as_str() <= stem);
    root.shards.get(after.checked_sub(1)?)
}

/// The words that begin as `beginning` does, the commonest first. `whole`: what it stands
/// for if it is typed to its end, beside which a rare completion counts little.
pub(super) fn completions<'a>(
    root: &Root,
    beginning: &str,
    whole: &[Choice<'a>],
    plan: &mut Plan<'a>,
) -> Vec<Choice<'a>> {
    let after = root
        .shards
        .partition_point(|shard| shard.0.as_str() <= beginning);
    let shards = root.shards.iter().skip(after.saturating_sub(1));
    let here = shards
        .enumerate()
        .take_while(|(place, shard)| *place == 0 || shard.0.starts_with(beginning));
    let mut found: Vec<(usize, Choice<'a>)> = Vec::new();
    for (_, (_, name)) in here.take(SHARDS) {
        let Some(bytes) = plan.file(*name) else {
            continue;
        };
        Shard::new(bytes).forms(
            |stem| begins_alike(stem, beginning),
            |stem, term, form, documents| {
                if !form.starts_with(beginning) {
                    return;
                }
                match found.last_mut() {
                    Some(last) if last.1.stem == stem => last.0 += documents,
                    _ => {
                        let choice = Choice {
                            stem: stem.into(),
                            term: Some(term.clone()),
                            form: form.into(),
                            weight: 1.0,
                        };
                        found.push((documents, choice));
                    }
                }
            },
        );
    }
    let mut best: Vec<(usize, Choice<'a>)> = Vec::new();
    for (documents, choice) in found {
        if !whole.iter().any(|known| known.stem == choice.stem) {
            // Stems ascend, and equal ones keep their order.
            let place = best.partition_point(|better| better.0 >= documents);
            ranking::insert(&mut best, place, (documents, choice), COMPLETIONS);
        }
    }
    let whole = whole.iter().filter_map(|choice| choice.term.as_ref());
    let whole = whole.map(|term| term.documents);
    let all: usize = best.iter().map(|best| best.0).chain(whole).sum();
    for (documents, choice) in &mut best {
        choice.weight = (*documents as f32 / all.max(1) as f32).sqrt();
    }
    best.into_iter().map(|(_, choice)| choice).collect()
}

/// Whether forms of `stem` may begin with `beginning`: stemming changes one or two letters
/// of what it leaves.
fn begins_alike(stem: &str, beginning: &str) -> bool {
    let alike = stem.len().saturating_sub(2).min(beginning.len());
    stem.as_bytes()[..alike] == beginning.as_bytes()[..alike]
}

/// The words of the site that an unknown word was meant to be.
pub(super) fn corrections<'a>(
    root: &Root,
    form: &str,
    half: bool,
    plan: &mut Plan<'a>,
) -> Vec<Choice<'a>> {
    let Some(mut correction) = Correction::of(form, half) else {
        return Vec::new();
    };
    if root.spelling.iter().all(Vec::is_empty) {
        // A small site: its words are all here.
        for (_, name) in &root.shards {
            let shard = Shard::new(plan.file(*name).unwrap_or_default());
            shard.forms(
                |_| true,
                |_, _, form, documents| correction.consider(form, documents),
            );
        }
    } else {
        let letters: Vec<char> = form.chars().take(2).collect();
        let (first, second) = (letters[0], letters[1]);
        // Then a slip in the first letter: another, one left out, one too many.
        for (turned, letter) in [
            (false, first),
            (true, second),
            (true, first),
            (false, second),
        ] {
            let mut buffer = [0; 4];
            let letter: &str = letter.encode_utf8(&mut buffer);
            let mut files = root.spelling[usize::from(turned)].iter();
            let file = files.find(|(key, _)| key == letter);
            let bytes = file.and_then(|(_, name)| plan.file(*name));
            spelling::words(bytes.unwrap_or_default(), turned, |word, documents| {
                correction.consider(word, documents);
            });
            if correction.is_near() || !plan.is_complete() {
                break;
            }
        }
    }
    let mut choices: Vec<Choice<'a>> = Vec::new();
    for (form, weight) in correction.best() {
        let stem = stem_of(&form);
        match choices.iter_mut().find(|choice| choice.stem == stem) {
            Some(choice) => choice.weight = choice.weight.max(weight),
            None => choices.push(Choice {
                term: exact(root, &stem, plan),
                stem,
                weight,
                form,
            }),
        }
    }
    choices
}
