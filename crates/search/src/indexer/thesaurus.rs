//! The thesaurus, reduced to stems.

use std::collections::{BTreeMap, BTreeSet};

use crate::format::thesaurus::SynonymSet;
use crate::text::{Token, is_stop_word, tokenize};
use crate::{Thesaurus, nfkd_lower};

/// The sets of a thesaurus. Phrases with the same synonyms are in one set.
pub(super) fn synonym_sets(thesaurus: &Thesaurus) -> Vec<SynonymSet> {
    // All that a phrase stands for, itself too where the others stand for it: so those of a set whose
    // phrases stand for each other are the same.
    let mut by_synonyms: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
    let entries = entries(thesaurus);
    let with_itself = |(phrase, synonyms): (&String, &BTreeSet<String>)| {
        let mut all = synonyms.clone();
        all.insert(phrase.clone());
        all
    };
    let mut mutual: BTreeMap<BTreeSet<String>, usize> = BTreeMap::new();
    for entry in &entries {
        *mutual.entry(with_itself(entry)).or_default() += 1;
    }
    mutual.retain(|set, phrases| set.len() > 1 && set.len() == *phrases);
    for entry in &entries {
        let all = with_itself(entry);
        let (phrase, synonyms) = entry;
        let synonyms = if mutual.contains_key(&all) {
            &all
        } else {
            synonyms
        };
        let synonyms = synonyms.iter().cloned().collect();
        by_synonyms
            .entry(synonyms)
            .or_default()
            .push(phrase.clone());
    }
    by_synonyms
        .into_iter()
        .map(|(synonyms, phrases)| SynonymSet { phrases, synonyms })
        .collect()
}

/// The synonyms of each phrase.
fn entries(thesaurus: &Thesaurus) -> BTreeMap<String, BTreeSet<String>> {
    let mut entries: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut add = |phrase: &str, other: &str| {
        let phrase = stems(phrase, |_| true);
        let other = stems(other, |token| !is_stop_word(&token.form));
        if phrase.is_empty() {
            return;
        }
        let is_same = phrase == other;
        let all = entries.entry(phrase).or_default();
        if !other.is_empty() && !is_same {
            all.insert(other);
        }
    };
    for set in &thesaurus.equivalent {
        for one in set {
            for other in set {
                if one != other {
                    add(one, other);
                }
            }
        }
    }
    for (phrase, others) in &thesaurus.one_way {
        // Known even where it has no synonym.
        add(phrase, "");
        for other in others {
            add(phrase, other);
        }
    }
    entries
}

/// The stems of the words of `phrase` that are wanted, with a space between them.
fn stems(phrase: &str, is_wanted: impl Fn(&Token) -> bool) -> String {
    let tokens = tokenize(phrase, nfkd_lower).into_iter();
    let stems: Vec<String> = tokens
        .filter(|token| !token.is_variant && is_wanted(token))
        .map(|token| token.stem)
        .collect();
    stems.join(" ")
}
