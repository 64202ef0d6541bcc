//! The thesaurus, reduced to phrases with the same synonyms.

use std::collections::{BTreeMap, BTreeSet};

use crate::format::thesaurus::{Phrase, SynonymSet};
use crate::text::tokenize;
use crate::{Thesaurus, nfkd_lower};

/// The sets of a thesaurus. Phrases with the same synonyms are in one set.
pub(super) fn synonym_sets(thesaurus: &Thesaurus) -> Vec<SynonymSet> {
    // All that a phrase stands for, itself too where the others stand for it: so those of a set whose
    // phrases stand for each other are the same.
    let mut by_synonyms: BTreeMap<Vec<String>, Vec<Phrase>> = BTreeMap::new();
    let entries = entries(thesaurus);
    let with_itself = |entry: &Entry| {
        let mut all = entry.synonyms.clone();
        all.insert(entry.phrase.stems.clone());
        all
    };
    let mut mutual: BTreeMap<BTreeSet<String>, usize> = BTreeMap::new();
    for entry in entries.values() {
        *mutual.entry(with_itself(entry)).or_default() += 1;
    }
    mutual.retain(|set, phrases| set.len() > 1 && set.len() == *phrases);
    for entry in entries.values() {
        let all = with_itself(entry);
        let synonyms = if mutual.contains_key(&all) {
            &all
        } else {
            &entry.synonyms
        };
        let synonyms = synonyms.iter().cloned().collect();
        let phrases = by_synonyms.entry(synonyms).or_default();
        phrases.push(entry.phrase.clone());
    }
    by_synonyms
        .into_iter()
        .map(|(synonyms, phrases)| SynonymSet { phrases, synonyms })
        .collect()
}

/// A phrase, in the forms that it was first given in, and its synonyms.
struct Entry {
    phrase: Phrase,
    synonyms: BTreeSet<String>,
}

/// The phrases, by their stems.
fn entries(thesaurus: &Thesaurus) -> BTreeMap<String, Entry> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    let mut add = |phrase: &str, other: &str| {
        let phrase = Phrase::of(forms(phrase));
        let other = Phrase::of(forms(other));
        if phrase.stems.is_empty() {
            return;
        }
        let is_same = phrase.stems == other.stems;
        let entry = entries.entry(phrase.stems.clone());
        let entry = entry.or_insert_with(|| Entry {
            phrase,
            synonyms: BTreeSet::new(),
        });
        let synonym = other.as_synonym();
        if !synonym.is_empty() && !is_same {
            entry.synonyms.insert(synonym);
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

/// The forms of the words of `phrase`, with a space between them.
fn forms(phrase: &str) -> String {
    let tokens = tokenize(phrase, nfkd_lower).into_iter();
    let forms: Vec<String> = tokens
        .filter(|token| !token.is_variant)
        .map(|token| token.form)
        .collect();
    forms.join(" ")
}
