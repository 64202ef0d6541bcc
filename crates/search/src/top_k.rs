//! The best *k* items, kept in a short list by insertion: a sort of the standard library is half
//! a kilobyte more for every type that is sorted.

/// Inserts `item` at its `place` in a list of at most `k`, and drops what no longer fits.
pub(crate) fn insert<T>(list: &mut Vec<T>, place: usize, item: T, k: usize) {
    if place < k {
        list.truncate(k - 1);
        list.insert(place, item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_stay_and_equal_ones_keep_their_order() {
        let mut best = Vec::new();
        for (number, score) in [3, 1, 4, 1, 5, 9, 2, 5].into_iter().enumerate() {
            let place = best.partition_point(|better: &(i32, usize)| better.0 >= score);
            insert(&mut best, place, (score, number), 4);
        }
        assert_eq!(best, [(9, 5), (5, 4), (5, 7), (4, 2)]);
        insert(&mut best, 0, (99, 99), 0);
        assert_eq!(best.len(), 4);
    }
}
