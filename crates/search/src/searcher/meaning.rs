//! What a word of the question may stand for in this index: itself, what it begins, or what
//! it was meant to be.

use super::files::Plan;
use crate::analysis::stem_of;
use crate::correction::Correction;
use crate::format::name::Name;
use crate::format::root::Root;
use crate::format::shard::{self, Term};
use crate::format::spelling;

/// How many ways to go on a half-typed word is read as.
const COMPLETIONS: usize = 8;
/// In how many shards they are looked for.
const SHARDS: usize = 2;

/// A stem that stands for a word of the question, and how surely: 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    pub(super) stem: String,
    pub(super) weight: f32,
    /// The commonest form of it that was meant.
    pub(super) form: String,
}

/// Hands the term of a stem to `each`, if the index has it.
pub(super) fn exact(root: &Root, stem: &str, plan: &mut Plan<'_>, mut each: impl FnMut(&Term<'_>)) {
    let Some(bytes) = shard(root, stem).and_then(|(_, name)| plan.file(*name)) else {
        return;
    };
    if let Some(term) = shard::terms(bytes).find(|term| term.stem == stem) {
        each(&term);
    }
}

/// The shard that has a stem if any has it.
fn shard<'a>(root: &'a Root, stem: &str) -> Option<&'a (String, Name)> {
    let after = root
        .shards
        .partition_point(|shard| shard.0.as_str() <= stem);
    root.shards.get(after.checked_sub(1)?)
}

/// The words that begin as `beginning` does, the commonest first.
pub(super) fn completions(root: &Root, beginning: &str, plan: &mut Plan<'_>) -> Vec<Choice> {
    let after = root
        .shards
        .partition_point(|shard| shard.0.as_str() <= beginning);
    let shards = root.shards.iter().skip(after.saturating_sub(1));
    let here = shards
        .enumerate()
        .take_while(|(place, shard)| *place == 0 || shard.0.starts_with(beginning));
    let mut found: Vec<(String, String, usize)> = Vec::new();
    for (_, (_, name)) in here.take(SHARDS) {
        for term in plan.file(*name).into_iter().flat_map(shard::terms) {
            let forms = term.forms().filter(|(form, _)| form.starts_with(beginning));
            let mut forms: Vec<_> = forms.collect();
            forms.sort_by_key(|&(_, documents)| std::cmp::Reverse(documents));
            let documents = forms.iter().map(|(_, documents)| documents).sum();
            if let Some((form, _)) = forms.into_iter().next() {
                found.push((term.stem, form, documents));
            }
        }
    }
    found.sort_by(|one, two| two.2.cmp(&one.2).then_with(|| one.0.cmp(&two.0)));
    found.truncate(COMPLETIONS);
    let all: usize = found.iter().map(|(.., documents)| documents).sum();
    let choice = |(stem, form, documents): (String, String, usize)| Choice {
        stem,
        form,
        weight: (documents as f32 / all.max(1) as f32).sqrt(),
    };
    found.into_iter().map(choice).collect()
}

/// The words of the site that an unknown word was meant to be.
pub(super) fn corrections(root: &Root, form: &str, half: bool, plan: &mut Plan<'_>) -> Vec<Choice> {
    let Some(mut correction) = Correction::of(form, half) else {
        return Vec::new();
    };
    if root.spelling.iter().all(Vec::is_empty) {
        // A small site: its words are all here.
        for (_, name) in &root.shards {
            for term in plan.file(*name).into_iter().flat_map(shard::terms) {
                for (form, documents) in term.forms() {
                    correction.consider(&form, documents);
                }
            }
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
            let words = bytes.map(|bytes| spelling::words(bytes, turned));
            for (word, documents) in words.into_iter().flatten() {
                correction.consider(&word, documents);
            }
            if correction.is_near() || !plan.is_complete() {
                break;
            }
        }
    }
    let mut choices: Vec<Choice> = Vec::new();
    for (form, weight) in correction.best() {
        let stem = stem_of(&form);
        match choices.iter_mut().find(|choice| choice.stem == stem) {
            Some(choice) => choice.weight = choice.weight.max(weight),
            None => choices.push(Choice { stem, weight, form }),
        }
    }
    choices
}
