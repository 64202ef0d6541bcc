//! Documents as rows of weighted terms: BM25F (Robertson, Zaragoza, Taylor: *Simple BM25
//! extension to multiple weighted fields*, CIKM 2004) without the factor for how rare a
//! term is, which is the question's.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::analysis::{Word, is_stop, words};
use crate::{Document, Kind, nfkd_lower};

/// How soon more of the same word adds no more.
const K1: f32 = 1.2;
/// How much long documents are discounted.
const B: f32 = 0.75;
/// What an occurrence in a title counts, in occurrences in the text.
const TITLE: f32 = 2.0;
/// What an occurrence in a heading counts.
const HEADING: f32 = 1.5;

/// A term of a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    /// Its place in the vocabulary.
    pub(super) term: u32,
    /// The weight, 0 to `K1 + 1`, or more once smoothed.
    pub(super) impact: f32,
    pub(super) in_title: bool,
}

/// A term of the site.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocable {
    pub(super) stem: String,
    /// The forms and how many documents have each.
    pub(super) forms: BTreeMap<String, usize>,
}

/// A word of a document with its weight in occurrences.
#[derive(Default)]
struct Counted {
    occurrences: f32,
    in_title: bool,
    forms: Vec<String>,
}

/// What is counted of one document.
#[derive(Default)]
struct Count {
    stems: BTreeMap<String, Counted>,
    /// In occurrences, as weighted.
    length: f32,
}

/// How many documents are counted at a time: all of a large site would take gigabytes.
const AT_A_TIME: usize = 2048;

/// A row for each document, ordered by term, and the terms.
pub(super) fn rows(documents: &[&Document]) -> (Vec<Vec<Cell>>, Vec<Vocable>) {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut vocabulary: Vec<Vocable> = Vec::new();
    let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(documents.len());
    let mut lengths = Vec::with_capacity(documents.len());
    for some in documents.chunks(AT_A_TIME) {
        let counts: Vec<Count> = some
            .par_iter()
            .map(|document| Count::of(document))
            .collect();
        for count in counts {
            lengths.push(count.length);
            rows.push(count.row(&mut numbers, &mut vocabulary));
        }
    }
    let average = lengths.iter().sum::<f32>() / lengths.len().max(1) as f32;
    for (row, length) in rows.iter_mut().zip(lengths) {
        let long = K1 * (1.0 - B + B * length / average.max(1.0));
        for cell in row {
            cell.impact *= (K1 + 1.0) / (cell.impact + long);
        }
    }
    (rows, vocabulary)
}

impl Count {
    fn of(document: &Document) -> Self {
        let mut count = Self::default();
        // A title that has the question comes first, but not before what it explains.
        let is_name = document.kind != Kind::Term;
        count.add(&document.title, TITLE, is_name);
        for passage in &document.passages {
            if let Some(heading) = &passage.heading {
                count.add(&heading.text, HEADING, false);
            }
            count.add(&passage.text, 1.0, false);
        }
        for keyword in &document.keywords {
            count.add(keyword, 1.0, false);
        }
        for phone in &document.phones {
            count.add(&phone.printed, 1.0, false);
        }
        count
    }

    /// The row with occurrences in place of impacts. Makes terms of words that are new.
    fn row(self, numbers: &mut HashMap<String, u32>, vocabulary: &mut Vec<Vocable>) -> Vec<Cell> {
        let mut row: Vec<Cell> = Vec::with_capacity(self.stems.len());
        for (stem, counted) in self.stems {
            let term = *numbers.entry(stem).or_insert_with_key(|stem| {
                vocabulary.push(Vocable {
                    stem: stem.clone(),
                    ..Vocable::default()
                });
                vocabulary.len() as u32 - 1
            });
            for form in counted.forms {
                *vocabulary[term as usize].forms.entry(form).or_default() += 1;
            }
            row.push(Cell {
                term,
                impact: counted.occurrences,
                in_title: counted.in_title,
            });
        }
        row.sort_unstable_by_key(|cell| cell.term);
        row
    }

    fn add(&mut self, text: &str, weight: f32, in_title: bool) {
        for Word {
            form, stem, extra, ..
        } in words(text, nfkd_lower)
        {
            if is_stop(&form) && !in_title {
                continue;
            }
            if !extra {
                self.length += weight;
            }
            let counted = self.stems.entry(stem).or_default();
            counted.occurrences += weight;
            counted.in_title |= in_title;
            if !counted.forms.contains(&form) {
                counted.forms.push(form);
            }
        }
    }
}
