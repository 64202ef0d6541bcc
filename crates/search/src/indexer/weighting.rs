//! Term weights of documents: BM25F (Robertson, Zaragoza, Taylor: *Simple BM25 extension to
//! multiple weighted fields*, CIKM 2004) without the inverse document frequency, which is a
//! factor of the query.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::small_float;
use crate::text::{Token, is_stop_word, tokenize};
use crate::{Document, Kind, nfkd_lower};

/// Saturation of term frequency.
const K1: f32 = 1.2;
/// Length normalization.
const B: f32 = 0.75;
/// The weight of an occurrence in a title; one in the text weighs 1.
const TITLE: f32 = 2.0;
/// The weight of an occurrence in a heading.
const HEADING: f32 = 1.5;

/// In how many titles at most a word sets its documents apart.
const OWN_TITLES: usize = 2;

/// A term of a document and its weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TermWeight {
    /// Its place in the vocabulary.
    pub(super) term: u32,
    /// The weight, 0 to `K1 + 1`, or more once smoothed.
    pub(super) impact: f32,
    pub(super) in_title: bool,
}

/// A term of the vocabulary.
#[derive(Clone, Debug, Default)]
pub(super) struct TermEntry {
    pub(super) stem: String,
    /// Its forms and their document frequencies.
    pub(super) forms: BTreeMap<String, usize>,
}

/// The frequency of a term in a document, in occurrences as weighted by field.
#[derive(Default)]
struct TermFrequency {
    occurrences: f32,
    in_title: bool,
    forms: Vec<String>,
}

/// The term frequencies of one document.
#[derive(Default)]
struct DocTerms {
    stems: BTreeMap<String, TermFrequency>,
    /// In occurrences, as weighted.
    length: f32,
}

/// How many documents are counted at a time: all of a large site would take gigabytes.
const BATCH: usize = 2048;

/// For each document a row of weights, ordered by term; and the vocabulary.
pub(super) fn weigh(documents: &[&Document]) -> (Vec<Vec<TermWeight>>, Vec<TermEntry>) {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut vocabulary: Vec<TermEntry> = Vec::new();
    let mut rows: Vec<Vec<TermWeight>> = Vec::with_capacity(documents.len());
    let mut lengths = Vec::with_capacity(documents.len());
    for some in documents.chunks(BATCH) {
        let docs: Vec<DocTerms> = some
            .par_iter()
            .map(|document| DocTerms::of(document))
            .collect();
        for doc in docs {
            lengths.push(doc.length);
            rows.push(doc.row(&mut numbers, &mut vocabulary));
        }
    }
    // With lengths to the bit, one more word would change every impact.
    let mean = lengths.iter().sum::<f32>() / lengths.len().max(1) as f32;
    let mean = small_float::nearest(mean.max(1.0));
    for (row, length) in rows.iter_mut().zip(lengths) {
        let long = K1 * (1.0 - B + B * small_float::nearest(length) / mean);
        for weight in row {
            weight.impact *= (K1 + 1.0) / (weight.impact + long);
        }
    }
    unname_absent(documents, &mut rows, vocabulary.len());
    (rows, vocabulary)
}

/// What cannot be read answers nothing: words that it shares with other titles get no boost, so that
/// a page about them comes first. By a word of its own it is found as before.
fn unname_absent(documents: &[&Document], rows: &mut [Vec<TermWeight>], terms: usize) {
    let mut titles = vec![0usize; terms];
    for weight in rows.iter().flatten().filter(|weight| weight.in_title) {
        titles[weight.term as usize] += 1;
    }
    let absent = rows.iter_mut().zip(documents);
    for (row, _) in absent.filter(|(_, document)| document.is_absent) {
        for weight in row {
            weight.in_title &= titles[weight.term as usize] <= OWN_TITLES;
        }
    }
}

impl DocTerms {
    fn of(document: &Document) -> Self {
        let mut doc = Self::default();
        // A term is explained elsewhere too: its title gets no boost, so that the page comes first.
        let is_name = document.kind != Kind::Term;
        doc.add(&document.title, TITLE, is_name);
        for passage in &document.passages {
            if let Some(heading) = &passage.heading {
                doc.add(&heading.text, HEADING, false);
            }
            doc.add(&passage.text, 1.0, false);
        }
        for keyword in &document.keywords {
            doc.add(keyword, 1.0, false);
        }
        for phone in &document.phones {
            doc.add(&phone.printed, 1.0, false);
        }
        doc
    }

    /// The row with frequencies in place of impacts. Adds new terms to the vocabulary.
    fn row(
        self,
        numbers: &mut HashMap<String, u32>,
        vocabulary: &mut Vec<TermEntry>,
    ) -> Vec<TermWeight> {
        let mut row: Vec<TermWeight> = Vec::with_capacity(self.stems.len());
        for (stem, frequency) in self.stems {
            let term = *numbers.entry(stem).or_insert_with_key(|stem| {
                vocabulary.push(TermEntry {
                    stem: stem.clone(),
                    ..TermEntry::default()
                });
                vocabulary.len() as u32 - 1
            });
            for form in frequency.forms {
                *vocabulary[term as usize].forms.entry(form).or_default() += 1;
            }
            row.push(TermWeight {
                term,
                impact: frequency.occurrences,
                in_title: frequency.in_title,
            });
        }
        row.sort_unstable_by_key(|weight| weight.term);
        row
    }

    fn add(&mut self, text: &str, weight: f32, in_title: bool) {
        for Token {
            form,
            stem,
            is_variant,
            ..
        } in tokenize(text, nfkd_lower)
        {
            if is_stop_word(&form) && !in_title {
                continue;
            }
            if !is_variant {
                self.length += weight;
            }
            let frequency = self.stems.entry(stem).or_default();
            frequency.occurrences += weight;
            frequency.in_title |= in_title;
            if !frequency.forms.contains(&form) {
                frequency.forms.push(form);
            }
        }
    }
}
