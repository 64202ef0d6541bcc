//! Document expansion: a term weighs more in a document when similar documents have it too.
//!
//! Documents are similar whose own words are: by the cosine of their tf-idf vectors (Salton,
//! Wong, Yang: *A vector space model for automatic indexing*, CACM 1975). Each impact grows by
//! a part of its mean over the most similar documents (Tao, Wang, Mei, Zhai: *Language model
//! information retrieval with document expansion*, NAACL 2006). All of it happens before the
//! index is written: the searcher has no part in it.
//!
//! A latent semantic space in place of the words themselves ranks no better here, and every
//! document has a part in its axes: one changed sentence would change every file of the index.

mod neighbours;
#[cfg(test)]
mod tests;

use rayon::prelude::*;

use super::weighting::TermWeight;
use neighbours::{Neighbour, nearest};

/// With fewer documents than this there is too little evidence of which words go together.
const MIN_DOCUMENTS: usize = 300;
/// How many nearest neighbours each document is smoothed with.
const NEIGHBOURS: usize = 8;
/// The weight of their mean.
const SHARE: f32 = 0.9;
/// How many terms a document gains that it does not have itself.
const NEW_TERMS: usize = 25;
/// Documents that are nearer than this count no more: they would become one.
const MAX_COSINE: f32 = 0.5;
/// Cosines, inverse document frequencies and the gains of impacts in so many steps for each whole:
/// what changes a little in one document then hardly ever changes another.
const COSINE_STEPS: f32 = 16.0;
const IDF_STEPS: f32 = 2.0;
const MEAN_STEPS: f32 = 4.0;

/// The rows with smoothed impacts. `terms`: how many there are in all.
pub(super) fn smooth(rows: Vec<Vec<TermWeight>>, terms: usize) -> Vec<Vec<TermWeight>> {
    if rows.len() < MIN_DOCUMENTS {
        return rows;
    }
    let idf = idf(&rows, terms);
    let vector = |row: &Vec<TermWeight>| {
        let weights = row.iter();
        weights
            .map(|weight| (weight.term, weight.impact * idf[weight.term as usize]))
            .collect()
    };
    let neighbours = nearest(rows.iter().map(vector).collect(), terms, NEIGHBOURS);
    rows.par_iter()
        .zip(&neighbours)
        .map(|(row, neighbours)| smoothed(row, neighbours, &rows, &idf))
        .collect()
}

/// The inverse document frequency of each term.
fn idf(rows: &[Vec<TermWeight>], terms: usize) -> Vec<f32> {
    let mut documents = vec![0usize; terms];
    for weight in rows.iter().flatten() {
        documents[weight.term as usize] += 1;
    }
    let all = rows.len() as f32;
    let idf = |documents| (IDF_STEPS * (all / documents as f32).ln_1p()).round() / IDF_STEPS;
    documents.into_iter().map(idf).collect()
}

fn smoothed(
    row: &[TermWeight],
    neighbours: &[Neighbour],
    rows: &[Vec<TermWeight>],
    idf: &[f32],
) -> Vec<TermWeight> {
    let all: f32 = neighbours.iter().map(weight).sum();
    let mut means: Vec<(u32, f32)> = neighbours
        .iter()
        .flat_map(|near| {
            let part = SHARE * weight(near) / all;
            let row = rows[near.document as usize].iter();
            row.map(move |of| (of.term, of.impact * part))
        })
        .collect();
    means.sort_by_key(|mean| mean.0);
    means.dedup_by(|next, mean| {
        let same = next.0 == mean.0;
        if same {
            mean.1 += next.1;
        }
        same
    });
    for (_, mean) in &mut means {
        *mean = (MEAN_STEPS * *mean).floor() / MEAN_STEPS;
    }
    means.retain(|&(_, mean)| mean > 0.0);
    let mut smoothed = row.to_vec();
    let mut new = Vec::new();
    for (term, mean) in means {
        match smoothed.binary_search_by_key(&term, |weight| weight.term) {
            Ok(place) => smoothed[place].impact += mean,
            Err(_) => new.push((term, mean)),
        }
    }
    let gain = |&(term, mean): &(u32, f32)| mean * idf[term as usize];
    new.sort_by(|one, two| gain(two).total_cmp(&gain(one)).then(one.0.cmp(&two.0)));
    smoothed.extend(
        new.into_iter()
            .take(NEW_TERMS)
            .map(|(term, impact)| TermWeight {
                term,
                impact,
                in_title: false,
            }),
    );
    smoothed.sort_unstable_by_key(|weight| weight.term);
    smoothed
}

/// How much a neighbour counts, beside the others.
fn weight(near: &Neighbour) -> f32 {
    let cosine = near.cosine.min(MAX_COSINE);
    let step = (COSINE_STEPS * cosine).round().max(1.0);
    step.powi(4)
}
