//! The thesaurus in stems.

use std::collections::BTreeMap;

use crate::analysis::words;
use crate::format::root::Entry;
use crate::{Thesaurus, nfkd};

pub(super) fn entries(thesaurus: &Thesaurus) -> Vec<Entry> {
    let mut means: BTreeMap<Vec<String>, Vec<Vec<String>>> = BTreeMap::new();
    let mut add = |phrase: &str, other: &str| {
        let (phrase, other) = (stems(phrase), stems(other));
        if phrase.is_empty() || other.is_empty() || phrase == other {
            return;
        }
        let all = means.entry(phrase).or_default();
        if !all.contains(&other) {
            all.push(other);
        }
    };
    for alike in &thesaurus.alike {
        for one in alike {
            for other in alike {
                add(one, other);
            }
        }
    }
    for (phrase, others) in &thesaurus.also {
        for other in others {
            add(phrase, other);
        }
    }
    means
        .into_iter()
        .map(|(phrase, means)| Entry { phrase, means })
        .collect()
}

fn stems(phrase: &str) -> Vec<String> {
    let words = words(phrase, nfkd).into_iter();
    words
        .filter(|word| !word.extra)
        .map(|word| word.stem)
        .collect()
}
