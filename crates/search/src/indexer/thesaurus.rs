//! The thesaurus, reduced to stems.

use std::collections::BTreeMap;

use crate::format::manifest::ThesaurusEntry;
use crate::text::{is_stop_word, tokenize};
use crate::{Thesaurus, nfkd_lower};

/// The entries of a thesaurus by phrase.
pub(super) fn entries(thesaurus: &Thesaurus) -> Vec<ThesaurusEntry> {
    let mut entries: BTreeMap<Vec<String>, Vec<Vec<String>>> = BTreeMap::new();
    let mut add = |phrase: &str, other: &str| {
        let (phrase, other) = (stems(phrase), content_stems(other));
        if phrase.is_empty() {
            return;
        }
        let is_same = phrase == other;
        let all = entries.entry(phrase).or_default();
        if !other.is_empty() && !all.contains(&other) && !is_same {
            all.push(other);
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
        .into_iter()
        .map(|(phrase, synonyms)| ThesaurusEntry { phrase, synonyms })
        .collect()
}

/// The stems of the words that are no stop words.
fn content_stems(phrase: &str) -> Vec<String> {
    let tokens = tokenize(phrase, nfkd_lower).into_iter();
    tokens
        .filter(|token| !token.is_variant && !is_stop_word(&token.form))
        .map(|token| token.stem)
        .collect()
}

fn stems(phrase: &str) -> Vec<String> {
    let tokens = tokenize(phrase, nfkd_lower).into_iter();
    tokens
        .filter(|token| !token.is_variant)
        .map(|token| token.stem)
        .collect()
}
