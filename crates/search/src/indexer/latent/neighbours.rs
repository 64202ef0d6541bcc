//! The nearest neighbours of each document, by cosine.

use rayon::prelude::*;

use super::matrix::Dense;

/// The most documents among which neighbours are looked for: all pairs of more would take
/// too long, and near ones are in the same part of the space.
const MOST: usize = 8192;

/// A document near another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Neighbour {
    pub(super) document: usize,
    /// The square of the cosine between them.
    pub(super) weight: f32,
}

/// For each row of `space` up to `count` others at the sharpest angles to it.
pub(super) fn nearest(space: &Dense, count: usize) -> Vec<Vec<Neighbour>> {
    let height = space.values.len() / space.width.max(1);
    let mut units = Vec::with_capacity(space.values.len());
    for row in space.values.chunks_exact(space.width.max(1)) {
        let length = row.iter().map(|value| value * value).sum::<f32>().sqrt();
        units.extend(
            row.iter()
                .map(|value| value / length.max(f32::MIN_POSITIVE)),
        );
    }
    let units = Dense {
        width: space.width,
        values: units,
    };
    let mut parts = Vec::new();
    part(&units, (0..height).collect(), 0, &mut parts);
    let mut all: Vec<(usize, Vec<Neighbour>)> = parts
        .par_iter()
        .flat_map(|part| {
            let near = |&document: &usize| (document, among(&units, document, part, count));
            part.par_iter().map(near)
        })
        .collect();
    all.sort_unstable_by_key(|(document, _)| *document);
    all.into_iter().map(|(_, near)| near).collect()
}

/// Halves the documents, by one axis after another, until no part is too large.
fn part(units: &Dense, mut documents: Vec<usize>, axis: usize, parts: &mut Vec<Vec<usize>>) {
    if documents.len() <= MOST {
        parts.push(documents);
        return;
    }
    let at = |document: usize| units.row(document)[axis % units.width];
    documents.sort_by(|&one, &two| at(one).total_cmp(&at(two)));
    let other = documents.split_off(documents.len() / 2);
    part(units, documents, axis + 1, parts);
    part(units, other, axis + 1, parts);
}

fn among(units: &Dense, document: usize, part: &[usize], count: usize) -> Vec<Neighbour> {
    let own = units.row(document);
    let mut near: Vec<(f32, usize)> = Vec::with_capacity(count + 1);
    for &other in part.iter().filter(|&&other| other != document) {
        // Eight sums at a time, always in the same order: fast and repeatable.
        let mut sums = [0.0f32; 8];
        for (one, two) in own.chunks(8).zip(units.row(other).chunks(8)) {
            for (sum, (one, two)) in sums.iter_mut().zip(one.iter().zip(two)) {
                *sum += one * two;
            }
        }
        let cosine: f32 = sums.iter().sum();
        if cosine > 0.0 && (near.len() < count || near[count - 1].0 < cosine) {
            let place = near.partition_point(|&(nearer, _)| nearer >= cosine);
            near.insert(place, (cosine, other));
            near.truncate(count);
        }
    }
    let neighbour = |(cosine, document): (f32, usize)| Neighbour {
        document,
        weight: cosine * cosine,
    };
    near.into_iter().map(neighbour).collect()
}
