//! Document expansion: a term weighs more in a document when similar documents have it too.
//!
//! Similarity comes from the site's own text: it is nearness in its latent semantic space (Deerwester et al., *Indexing by latent semantic analysis*,
//! JASIS 1990). Each impact grows by a part of its mean over the nearest documents (Tao,
//! Wang, Mei, Zhai: *Language model information retrieval with document expansion*, NAACL
//! 2006). All of it happens before the index is written: the searcher has no part in it.

mod matrix;
mod neighbours;
#[cfg(test)]
mod tests;

use rayon::prelude::*;

use super::weighting::TermWeight;
use matrix::Matrix;
use neighbours::{Neighbour, nearest};

/// With fewer documents than this there is too little evidence of which words go together.
const MIN_DOCUMENTS: usize = 300;
/// The dimensions of the space.
const DIMENSIONS: usize = 128;
/// How many nearest neighbours each document is smoothed with.
const NEIGHBOURS: usize = 8;
/// The weight of their mean.
const SHARE: f32 = 0.7;
/// How many terms a document gains that it does not have itself.
const NEW_TERMS: usize = 20;

/// The rows with smoothed impacts. `terms`: how many there are in all.
pub(super) fn smooth(rows: Vec<Vec<TermWeight>>, terms: usize) -> Vec<Vec<TermWeight>> {
    if rows.len() < MIN_DOCUMENTS {
        return rows;
    }
    let idf = idf(&rows, terms);
    let weigh = |row: &Vec<TermWeight>| {
        let weights = row.iter().map(|weight| {
            let term = weight.term as usize;
            (term, weight.impact * idf[term])
        });
        weights.collect()
    };
    let space = Matrix::of(rows.iter().map(weigh).collect(), terms).project(DIMENSIONS);
    let neighbours = nearest(&space, NEIGHBOURS);
    rows.par_iter()
        .zip(&neighbours)
        .map(|(row, neighbours)| smoothed(row, neighbours, &rows, &idf))
        .collect()
}

fn idf(rows: &[Vec<TermWeight>], terms: usize) -> Vec<f32> {
    let mut documents = vec![0usize; terms];
    for weight in rows.iter().flatten() {
        documents[weight.term as usize] += 1;
    }
    let all = rows.len() as f32;
    let idf = |documents| (all / documents as f32).ln_1p();
    documents.into_iter().map(idf).collect()
}

fn smoothed(
    row: &[TermWeight],
    neighbours: &[Neighbour],
    rows: &[Vec<TermWeight>],
    idf: &[f32],
) -> Vec<TermWeight> {
    let all: f32 = neighbours.iter().map(|near| near.weight).sum();
    if all <= 0.0 {
        return row.to_vec();
    }
    let mut means: Vec<(u32, f32)> = neighbours
        .iter()
        .flat_map(|near| {
            let part = SHARE * near.weight / all;
            let row = rows[near.document].iter();
            row.map(move |weight| (weight.term, weight.impact * part))
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
