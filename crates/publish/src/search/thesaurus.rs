//! The synonyms of a site.

use lscb_content::{Correction, Site, Term};
use lscb_search::Thesaurus;

use super::dictionary::dictionary;

/// Acronyms, their meanings and synonyms; the everyday words of readers; and
/// misspellings of the published text, which are found by the correct word.
pub(super) fn thesaurus(site: &Site) -> Thesaurus {
    let names = |term: &Term| {
        let names = term.acronym.iter().chain([&term.meaning]);
        names.chain(&term.synonyms).cloned().collect()
    };
    let mut thesaurus = Thesaurus {
        equivalent: site.records.terms.iter().map(names).collect(),
        one_way: Vec::new(),
        dictionary: dictionary(site),
    };
    for synonym in site.records.synonyms.iter() {
        match &synonym.means {
            None => thesaurus.equivalent.push(synonym.words.clone()),
            Some(means) => {
                let words = synonym.words.iter();
                let one_way = words.map(|word| (word.clone(), means.clone()));
                thesaurus.one_way.extend(one_way);
            }
        }
    }
    thesaurus
        .one_way
        .extend(site.records.corrections.iter().flat_map(misspellings));
    thesaurus
}

/// The words of a correction that differ from the published ones by one letter. Other corrections
/// change the meaning, so that their words are not synonyms.
fn misspellings(correction: &Correction) -> Vec<(String, Vec<String>)> {
    let published = correction.published.split_whitespace();
    let pairs = correction.corrected.split_whitespace().zip(published);
    let misspellings = pairs.filter(|(meant, published)| {
        let letters = || meant.chars().zip(published.chars());
        meant.chars().count() == published.chars().count()
            && meant.chars().count() > 3
            && letters().filter(|(meant, other)| meant != other).count() == 1
    });
    misspellings
        .map(|(meant, published)| (meant.to_owned(), vec![published.to_owned()]))
        .collect()
}
