//! The thesaurus in stems.

use std::collections::BTreeMap;

use crate::analysis::{is_stop, words};
use crate::format::root::Entry;
use crate::{Thesaurus, nfkd_lower};

pub(super) fn entries(thesaurus: &Thesaurus) -> Vec<Entry> {
    let mut means: BTreeMap<Vec<String>, Vec<Vec<String>>> = BTreeMap::new();
    let mut add = |phrase: &str, other: &str| {
        let (phrase, other) = (stems(phrase), stems_of_weight(other));
        if phrase.is_empty() {
            return;
        }
        let is_same = phrase == other;
        let all = means.entry(phrase).or_default();
        if !other.is_empty() && !all.contains(&other) && !is_same {
            all.push(other);
        }
    };
    for alike in &thesaurus.alike {
        for one in alike {
            for other in alike {
                if one != other {
                    add(one, other);
                }
            }
        }
    }
    for (phrase, others) in &thesaurus.also {
        // Known even where it means nothing else.
        add(phrase, "");
        for other in others {
            add(phrase, other);
        }
    }
    means
        .into_iter()
        .map(|(phrase, means)| Entry { phrase, means })
        .collect()
}

/// The stems of the words that texts are searched for.
fn stems_of_weight(phrase: &str) -> Vec<String> {
    let words = words(phrase, nfkd_lower).into_iter();
    words
        .filter(|word| !word.extra && !is_stop(&word.form))
        .map(|word| word.stem)
        .collect()
}

fn stems(phrase: &str) -> Vec<String> {
    let words = words(phrase, nfkd_lower).into_iter();
    words
        .filter(|word| !word.extra)
        .map(|word| word.stem)
        .collect()
}
