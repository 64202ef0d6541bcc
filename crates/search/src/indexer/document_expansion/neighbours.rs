//! The nearest neighbours of each document, by cosine.

use rayon::prelude::*;

/// A document as (term, weight), ascending by term.
pub(super) type Vector = Vec<(u32, f32)>;

/// Terms that more documents have than this bring none nearer to another: they would take
/// most of the time and say least.
const MAX_DOCUMENTS: usize = 2048;

/// A document near another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Neighbour {
    pub(super) document: u32,
    pub(super) cosine: f32,
}

/// For each vector up to `count` others at the sharpest angles to it, the nearest first; of
/// equally near ones the first. `terms`: how many there are in all.
pub(super) fn nearest(mut vectors: Vec<Vector>, terms: usize, count: usize) -> Vec<Vec<Neighbour>> {
    let mut postings = vec![Vec::new(); terms];
    for (document, vector) in vectors.iter_mut().enumerate() {
        let squares = vector.iter().map(|(_, weight)| weight * weight);
        let length = squares.sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        for (term, weight) in vector {
            *weight /= length;
            postings[*term as usize].push((document as u32, *weight));
        }
    }
    for postings in &mut postings {
        if postings.len() > MAX_DOCUMENTS {
            *postings = Vec::new();
        }
    }
    let no_cosines = || vec![0.0f32; vectors.len()];
    vectors
        .par_iter()
        .enumerate()
        .map_init(no_cosines, |cosines, (document, vector)| {
            for (term, weight) in vector {
                for (other, other_weight) in &postings[*term as usize] {
                    cosines[*other as usize] += weight * other_weight;
                }
            }
            cosines[document] = 0.0;
            let nearest = greatest(cosines, count);
            cosines.fill(0.0);
            nearest
        })
        .collect()
}

/// The `count` documents of the greatest cosines above zero.
fn greatest(cosines: &[f32], count: usize) -> Vec<Neighbour> {
    let mut greatest: Vec<Neighbour> = Vec::with_capacity(count + 1);
    let mut least = 0.0;
    for (document, &cosine) in cosines.iter().enumerate() {
        if cosine > least {
            let place = greatest.partition_point(|nearer| nearer.cosine >= cosine);
            let document = document as u32;
            greatest.insert(place, Neighbour { document, cosine });
            greatest.truncate(count);
            if greatest.len() == count {
                least = greatest[count - 1].cosine;
            }
        }
    }
    greatest
}
