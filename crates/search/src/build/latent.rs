//! Smoothing: a word says more of a document when documents of the same matter have it too.
//!
//! What is "of the same matter" comes from the site's own text: documents near each other
//! in its latent semantic space (Deerwester et al., *Indexing by latent semantic analysis*,
//! JASIS 1990). Each impact grows by a part of its mean over the nearest documents (Tao,
//! Wang, Mei, Zhai: *Language model information retrieval with document expansion*, NAACL
//! 2006). All of it happens before the index is written: nothing is shipped for it.

mod matrix;
mod neighbours;
#[cfg(test)]
mod tests;

use rayon::prelude::*;

use super::rows::Cell;
use matrix::Matrix;
use neighbours::{Neighbour, nearest};

/// Fewer documents say too little of which words go together.
const FEWEST: usize = 300;
/// The dimensions of the space.
const DIMENSIONS: usize = 128;
/// How many neighbours speak for a document.
const NEIGHBOURS: usize = 8;
/// How much their mean counts.
const SHARE: f32 = 0.7;
/// How many words a document takes over that all but stand in it.
const NEW: usize = 20;

/// The rows with smoothed impacts. `terms`: how many there are in all.
pub(super) fn smooth(rows: Vec<Vec<Cell>>, terms: usize) -> Vec<Vec<Cell>> {
    if rows.len() < FEWEST {
        return rows;
    }
    let rarity = rarity(&rows, terms);
    let weigh = |row: &Vec<Cell>| {
        let weights = row.iter().map(|cell| {
            let term = cell.term as usize;
            (term, cell.impact * rarity[term])
        });
        weights.collect()
    };
    let space = Matrix::of(rows.iter().map(weigh).collect(), terms).project(DIMENSIONS);
    let neighbours = nearest(&space, NEIGHBOURS);
    rows.par_iter()
        .zip(&neighbours)
        .map(|(row, neighbours)| smoothed(row, neighbours, &rows, &rarity))
        .collect()
}

fn rarity(rows: &[Vec<Cell>], terms: usize) -> Vec<f32> {
    let mut documents = vec![0usize; terms];
    for cell in rows.iter().flatten() {
        documents[cell.term as usize] += 1;
    }
    let all = rows.len() as f32;
    let rarity = |documents| (all / documents as f32).ln_1p();
    documents.into_iter().map(rarity).collect()
}

fn smoothed(
    row: &[Cell],
    neighbours: &[Neighbour],
    rows: &[Vec<Cell>],
    rarity: &[f32],
) -> Vec<Cell> {
    let all: f32 = neighbours.iter().map(|near| near.weight).sum();
    if all <= 0.0 {
        return row.to_vec();
    }
    let mut means: Vec<(u32, f32)> = neighbours
        .iter()
        .flat_map(|near| {
            let part = SHARE * near.weight / all;
            let row = rows[near.document].iter();
            row.map(move |cell| (cell.term, cell.impact * part))
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
        match smoothed.binary_search_by_key(&term, |cell| cell.term) {
            Ok(place) => smoothed[place].impact += mean,
            Err(_) => new.push((term, mean)),
        }
    }
    let worth = |&(term, mean): &(u32, f32)| mean * rarity[term as usize];
    new.sort_by(|one, two| worth(two).total_cmp(&worth(one)).then(one.0.cmp(&two.0)));
    smoothed.extend(new.into_iter().take(NEW).map(|(term, impact)| Cell {
        term,
        impact,
        in_title: false,
    }));
    smoothed.sort_unstable_by_key(|cell| cell.term);
    smoothed
}
