//! Which words of the dictionary would be taken for slips: those that the searcher corrects when it
//! does not know them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use rayon::prelude::*;

use super::output::Index;
use super::postings::Term;
use crate::format::known_words::KnownWords;
use crate::format::manifest::Manifest;
use crate::searcher::fuzzy::{FuzzyMatcher, letters};
use crate::text::stem_of;
use crate::{IndexError, SearchQuery, Searcher, Step, nfkd_lower};

/// How many of the commonest words have slips that must not be taken for words of the dictionary.
const COMMONEST: usize = 200;
/// The fewest letters of a word that has slips.
const MIN_LETTERS: usize = 5;

/// The words of `dictionary` that `index` would correct, which has `terms` and whose manifest is
/// `manifest`.
pub(super) fn known_words(
    dictionary: &[String],
    terms: &[Term],
    manifest: &Manifest,
    index: &Index,
) -> KnownWords {
    if dictionary.is_empty() {
        return KnownWords::default();
    }
    let vocabulary = Vocabulary::of(terms, manifest);
    let searcher = searcher(manifest, index).expect("the index that was just written");
    let corrected = dictionary
        .par_iter()
        .filter(|word| vocabulary.may_correct(word) && is_corrected(&searcher, word))
        .map(|word| stem_of(word));
    KnownWords::of(&corrected.collect(), &likely_slips(terms))
}

/// The stems of likely slips of the commonest words: a letter left out, or two neighbours the wrong
/// way round.
fn likely_slips(terms: &[Term]) -> Vec<String> {
    let forms = terms.iter().flat_map(|term| &term.forms);
    let long = forms.filter(|(form, _)| form.chars().count() >= MIN_LETTERS);
    let mut commonest: Vec<_> = long
        .map(|(form, documents)| (Reverse(documents), form))
        .collect();
    commonest.sort_unstable();
    let forms = commonest.iter().take(COMMONEST).map(|(_, form)| form);
    let slips = forms.flat_map(|form| {
        let letters: Vec<char> = form.chars().collect();
        let without = |place: usize| [&letters[..place], &letters[place + 1..]].concat();
        let swapped = |place: usize| {
            let mut letters = letters.clone();
            letters.swap(place, place + 1);
            letters
        };
        let all = (0..letters.len()).map(without);
        let all = all.chain((0..letters.len() - 1).map(swapped));
        all.map(|letters| stem_of(&letters.iter().collect::<String>()))
            .collect::<Vec<_>>()
    });
    slips.collect()
}

/// The words of an index, as far as they tell quickly that it will not correct a word: most words.
struct Vocabulary<'t> {
    stems: HashSet<&'t str>,
    /// The forms by the letters that they have.
    forms: BTreeMap<u32, Vec<&'t str>>,
}

impl<'t> Vocabulary<'t> {
    fn of(terms: &'t [Term], manifest: &'t Manifest) -> Self {
        let mut forms: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        let of_terms = terms.iter().flat_map(|term| &term.forms);
        let of_terms = of_terms.map(|(form, _)| form.as_str());
        let of_phrases = manifest
            .phrases()
            .into_iter()
            .map(|phrase| phrase.forms.as_str());
        for form in of_terms.chain(of_phrases) {
            let letters = letters(&form.chars().collect::<Vec<_>>());
            forms.entry(letters).or_default().push(form);
        }
        let stems = terms.iter().map(|term| term.stem.as_str()).collect();
        Self { stems, forms }
    }

    /// Whether a form is near `word`, or `word` is two of the words.
    fn may_correct(&self, word: &str) -> bool {
        self.has_near(word) || self.has_parts(word)
    }

    fn has_near(&self, word: &str) -> bool {
        let Some(mut matcher) = FuzzyMatcher::new(word, true) else {
            return false;
        };
        for (letters, forms) in &self.forms {
            if matcher.may_be_near(*letters) {
                forms.iter().for_each(|form| matcher.consider(form, 1));
            }
        }
        !matcher.best().is_empty()
    }

    fn has_parts(&self, word: &str) -> bool {
        let mut places = word.char_indices().skip(1);
        places.any(|(place, _)| {
            let (one, other) = word.split_at(place);
            let parts = [stem_of(one), stem_of(other)];
            parts.iter().all(|part| self.stems.contains(part.as_str()))
        })
    }
}

/// A searcher with the files that correcting a word takes.
fn searcher(manifest: &Manifest, index: &Index) -> Result<Searcher, IndexError> {
    let mut searcher = Searcher::open(&index.manifest, nfkd_lower)?;
    let files = [
        &manifest.term_blocks,
        &manifest.spelling_by_first_letter,
        &manifest.spelling_by_second_letter,
    ];
    let names: BTreeSet<String> = files
        .into_iter()
        .flatten()
        .map(|file| file.hash.file_name())
        .collect();
    for file in index.files.iter().filter(|file| names.contains(&file.name)) {
        searcher.insert(&file.name, &file.bytes)?;
    }
    Ok(searcher)
}

/// Whether a word is corrected, at the end of what is typed or before another word.
fn is_corrected(searcher: &Searcher, word: &str) -> bool {
    [word.to_owned(), [word, " "].concat()]
        .into_iter()
        .any(|text| {
            let query = SearchQuery {
                text,
                ..SearchQuery::default()
            };
            match searcher.search(&query) {
                Step::Done(results) => !results.corrected.is_empty(),
                Step::Fetch(_) => false,
            }
        })
}
