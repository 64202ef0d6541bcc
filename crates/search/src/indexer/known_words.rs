//! Which words of the dictionary would be taken for slips: those that the searcher corrects when it
//! does not know them.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::output::Index;
use crate::format::known_words::KnownWords;
use crate::format::manifest::Manifest;
use crate::text::stem_of;
use crate::{IndexError, SearchQuery, Searcher, Step, nfkd_lower};

/// The words of `dictionary` that `index`, whose manifest is `manifest`, would correct.
pub(super) fn known_words(manifest: &Manifest, index: &Index, dictionary: &[String]) -> KnownWords {
    if dictionary.is_empty() {
        return KnownWords::default();
    }
    let searcher = searcher(manifest, index).expect("the index that was just written");
    let corrected = dictionary
        .par_iter()
        .filter(|word| is_corrected(&searcher, word))
        .map(|word| stem_of(word));
    KnownWords::of(&corrected.collect::<BTreeSet<String>>())
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
