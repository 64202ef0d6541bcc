//! The thesaurus: sets of phrases with their synonyms. A phrase is its stems with a space between
//! them; a synonym has no stop words.
//!
//! 1. phrases that are each other's synonyms: list of lists
//! 2. the other sets: list of (list of phrases, list of synonyms)

use super::bytes::Reader;
#[cfg(feature = "indexer")]
use super::bytes::Write;

/// Phrases that have the same synonyms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SynonymSet {
    pub(crate) phrases: Vec<String>,
    /// Where the phrases are each other's synonyms, all of them.
    pub(crate) synonyms: Vec<String>,
}

pub(crate) fn read(from: &mut Reader<'_>) -> Option<Vec<SynonymSet>> {
    let mut sets = from.list(|from| {
        let phrases = phrases(from)?;
        Some(SynonymSet {
            synonyms: phrases.clone(),
            phrases,
        })
    })?;
    sets.extend(from.list(|from| {
        Some(SynonymSet {
            phrases: phrases(from)?,
            synonyms: phrases(from)?,
        })
    })?);
    Some(sets)
}

fn phrases(from: &mut Reader<'_>) -> Option<Vec<String>> {
    from.list(|from| from.text().map(String::from))
}

#[cfg(feature = "indexer")]
pub(crate) fn write(sets: &[SynonymSet], to: &mut Vec<u8>) {
    let write_phrases = |phrases: &[String], to: &mut Vec<u8>| {
        to.number(phrases.len());
        for phrase in phrases {
            to.text(phrase);
        }
    };
    let (mutual, others): (Vec<&SynonymSet>, Vec<&SynonymSet>) =
        sets.iter().partition(|set| set.phrases == set.synonyms);
    to.number(mutual.len());
    for set in mutual {
        write_phrases(&set.phrases, to);
    }
    to.number(others.len());
    for set in others {
        write_phrases(&set.phrases, to);
        write_phrases(&set.synonyms, to);
    }
}
