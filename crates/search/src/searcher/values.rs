//! What documents are worth to a question: sparse, by ascending number.

use std::cmp::Ordering;

use super::group::Group;
use crate::format::shard::Term;

/// What a title that has the whole question counts, in times of what its words are worth.
const TITLE: f32 = 2.0;

/// What a document is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Value {
    pub(super) document: usize,
    pub(super) score: f32,
    /// The worth of the words that its title has.
    pub(super) title: f32,
}

/// Documents and what they are worth.
#[derive(Clone, Debug, Default)]
pub(super) struct Values(Vec<Value>);

impl Values {
    /// The documents of a term. `step`: the score of a level; `worth`: of the word itself.
    pub(super) fn of(term: &Term<'_>, step: f32, worth: f32) -> Self {
        let values = term.postings().map(|posting| Value {
            document: posting.document,
            score: posting.level as f32 * step,
            title: if posting.in_title { worth } else { 0.0 },
        });
        let mut values: Vec<Value> = values.collect();
        values.sort_unstable_by_key(|value| value.document);
        Self(values)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn contains(&self, document: usize) -> bool {
        let place = self
            .0
            .binary_search_by_key(&document, |value| value.document);
        place.is_ok()
    }

    /// Each document with the better of two values.
    pub(super) fn best_of(self, other: Self) -> Self {
        self.merge(other, true, |one, two| Value {
            score: one.score.max(two.score),
            title: one.title.max(two.title),
            ..one
        })
    }

    /// Each document with the sum of two values.
    pub(super) fn sum(self, other: Self) -> Self {
        self.merge(other, true, plus)
    }

    /// The documents of both with the sum of their values.
    pub(super) fn both(self, other: Self) -> Self {
        self.merge(other, false, plus)
    }

    fn merge(self, other: Self, either: bool, join: fn(Value, Value) -> Value) -> Self {
        if either && self.0.is_empty() {
            return other;
        }
        let mut merged = Vec::with_capacity(self.0.len().max(other.0.len()));
        let (mut ones, mut twos) = (
            self.0.into_iter().peekable(),
            other.0.into_iter().peekable(),
        );
        loop {
            let order = match (ones.peek(), twos.peek()) {
                (Some(one), Some(two)) => one.document.cmp(&two.document),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => break,
            };
            let one = if order.is_le() { ones.next() } else { None };
            let two = if order.is_ge() { twos.next() } else { None };
            match (one, two) {
                (Some(one), Some(two)) => merged.push(join(one, two)),
                (one, two) if either => merged.extend(one.or(two)),
                _ => {}
            }
        }
        Self(merged)
    }
}

fn plus(one: Value, two: Value) -> Value {
    Value {
        document: one.document,
        score: one.score + two.score,
        title: one.title + two.title,
    }
}

/// All documents that have any of the words, by ascending number. A title that has most of
/// the question's worth counts much more than one that has a part.
pub(super) fn rank(groups: &[Group]) -> Vec<Value> {
    let counted = || groups.iter().filter(|group| !group.idle);
    let worth: f32 = counted().map(|group| group.worth).sum();
    let all = counted()
        .map(|group| group.values.clone())
        .reduce(Values::sum);
    let mut all = all.unwrap_or_default().0;
    for value in &mut all {
        let covered = (value.title / worth).min(1.0);
        value.score += TITLE * worth * covered * covered * covered;
    }
    all
}

/// Best first; of equal ones those that the site has first.
pub(super) fn sort(values: &mut [Value]) {
    values.sort_unstable_by(|one, two| {
        let score = two.score.total_cmp(&one.score);
        score.then(one.document.cmp(&two.document))
    });
}
