//! The thesaurus: sets of phrases with their synonyms. A phrase is the forms of its words with a space
//! between them, so that slips of it can be corrected; a synonym is the stems of its words without
//! stop words.
//!
//! 1. phrases that are each other's synonyms: list of lists
//! 2. the other sets: list of (list of phrases, list of synonyms)

use super::bytes::Reader;
#[cfg(feature = "indexer")]
use super::bytes::Write;
use crate::text::{is_stop_word, stem_of};

/// A word or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) forms: String,
    /// The stems of the forms, with a space between them.
    pub(crate) stems: String,
}

/// Phrases that have the same synonyms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SynonymSet {
    pub(crate) phrases: Vec<Phrase>,
    /// Where the phrases are each other's synonyms, all of them.
    pub(crate) synonyms: Vec<String>,
}

impl Phrase {
    pub(crate) fn of(forms: String) -> Self {
        let stems = stems(&forms, |_| true);
        Self { forms, stems }
    }

    /// Its stems as those of a synonym.
    pub(crate) fn as_synonym(&self) -> String {
        stems(&self.forms, |form| !is_stop_word(form))
    }
}

impl SynonymSet {
    /// Phrases that are each other's synonyms.
    pub(crate) fn mutual(phrases: Vec<Phrase>) -> Self {
        Self {
            synonyms: phrases.iter().map(Phrase::as_synonym).collect(),
            phrases,
        }
    }
}

/// The stems of the words that are wanted, with a space between them.
fn stems(forms: &str, is_wanted: fn(&str) -> bool) -> String {
    let mut stems = String::new();
    for form in forms.split(' ').filter(|form| is_wanted(form)) {
        if !stems.is_empty() {
            stems.push(' ');
        }
        stems.push_str(&stem_of(form));
    }
    stems
}

pub(crate) fn read(from: &mut Reader<'_>) -> Option<Vec<SynonymSet>> {
    let mut sets = from.list(|from| Some(SynonymSet::mutual(phrases(from)?)))?;
    sets.extend(from.list(|from| {
        Some(SynonymSet {
            phrases: phrases(from)?,
            synonyms: from.list(|from| from.text().map(String::from))?,
        })
    })?);
    Some(sets)
}

fn phrases(from: &mut Reader<'_>) -> Option<Vec<Phrase>> {
    from.list(|from| Some(Phrase::of(from.text()?.into())))
}

#[cfg(feature = "indexer")]
pub(crate) fn write(sets: &[SynonymSet], to: &mut Vec<u8>) {
    fn write_all<'t>(texts: impl ExactSizeIterator<Item = &'t String>, to: &mut Vec<u8>) {
        to.number(texts.len());
        texts.for_each(|text| to.text(text));
    }
    let is_mutual = |set: &&SynonymSet| SynonymSet::mutual(set.phrases.clone()) == **set;
    let (mutual, others): (Vec<_>, Vec<_>) = sets.iter().partition(is_mutual);
    to.number(mutual.len());
    for set in mutual {
        write_all(set.phrases.iter().map(|phrase| &phrase.forms), to);
    }
    to.number(others.len());
    for set in others {
        write_all(set.phrases.iter().map(|phrase| &phrase.forms), to);
        write_all(set.synonyms.iter(), to);
    }
}
