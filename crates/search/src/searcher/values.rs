//! What documents are worth to a question: sparse, by ascending number.

use std::cmp::Ordering;

use super::group::Group;
use crate::format::root::Root;
use crate::format::shard::Term;
use crate::ranking;

/// What a title that has the whole question counts, in times of what its words are worth.
const TITLE: f32 = 4.0;

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
    /// The documents of a term. `worth`: of the word itself.
    pub(super) fn of(term: &Term<'_>, root: &Root, worth: f32) -> Self {
        let step = root.step * worth;
        let mut all = Vec::with_capacity(term.at_most());
        term.postings(root.documents, |posting| {
            all.push(Value {
                document: posting.document as usize,
                score: f32::from(posting.level) * step,
                title: if posting.in_title { worth } else { 0.0 },
            });
        });
        let titles = all.partition_point(|value: &Value| value.title > 0.0);
        let others = all.split_off(titles);
        Self(all).best_of(Self(others))
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

    /// The values multiplied by `factor`.
    pub(super) fn times(mut self, factor: f32) -> Self {
        for value in &mut self.0 {
            value.score *= factor;
            value.title *= factor;
        }
        self
    }

    /// The documents of both with the sum of their values.
    pub(super) fn both(self, other: Self) -> Self {
        self.merge(other, false, plus)
    }

    fn merge(self, other: Self, either: bool, join: fn(Value, Value) -> Value) -> Self {
        if either && self.0.is_empty() {
            return other;
        }
        if either && other.0.is_empty() {
            return self;
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
/// the question's worth counts much more than one that has a part. Takes the groups' values.
pub(super) fn rank(groups: &mut [Group<'_>], documents: usize) -> Vec<Value> {
    let mut worth = 0.0;
    let mut counted: Vec<Vec<Value>> = Vec::new();
    for group in groups.iter_mut().filter(|group| !group.idle) {
        worth += group.worth;
        counted.push(std::mem::take(&mut group.values).0);
    }
    let mut all = if counted.len() == 1 {
        counted.swap_remove(0)
    } else {
        let mut sums = vec![Value::default(); documents];
        for value in counted.iter().flatten() {
            let sum = &mut sums[value.document];
            *sum = plus(*value, *sum);
        }
        sums.retain(|sum| sum.score > 0.0);
        sums
    };
    for value in &mut all {
        let covered = (value.title / worth).min(1.0);
        value.score += TITLE * worth * covered * covered * covered;
    }
    all
}

/// The best `count` in their order, of equal ones those first that the site has first. The
/// values are by ascending number.
pub(super) fn best(values: &[Value], count: usize) -> Vec<Value> {
    let mut best: Vec<Value> = Vec::new();
    for value in values {
        // Most are worth less than all of these.
        let full = best.len() == count;
        if full && best.last().is_none_or(|last| last.score >= value.score) {
            continue;
        }
        let place = best.partition_point(|better| better.score >= value.score);
        ranking::insert(&mut best, place, *value, count);
    }
    best
}
