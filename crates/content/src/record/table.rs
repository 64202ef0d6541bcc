//! Tables of records: the records of one kind.

use std::{collections::HashMap, ops::Deref};

use super::Kind;
use crate::{Slug, data::FromFields};

/// A record that stands in a file of its kind (`kinds.rs`).
pub(crate) trait Record: FromFields {
    const KIND: Kind;

    fn slug(&self) -> &Slug;
}

/// The records of one kind in the order of their file, and by slug. It derefs to the
/// slice of them.
#[derive(Debug)]
pub struct RecordTable<T> {
    records: Vec<T>,
    by_slug: HashMap<Slug, usize>,
}

impl<T> RecordTable<T> {
    /// The record with this slug.
    pub fn get(&self, slug: &Slug) -> Option<&T> {
        self.by_slug.get(slug).map(|index| &self.records[*index])
    }

    /// Adds a record. Of two with the same slug the first is found.
    pub(crate) fn push(&mut self, slug: Slug, record: T) {
        self.by_slug.entry(slug).or_insert(self.records.len());
        self.records.push(record);
    }
}

impl<T> Default for RecordTable<T> {
    fn default() -> Self {
        Self {
            records: Vec::new(),
            by_slug: HashMap::new(),
        }
    }
}

impl<T> Deref for RecordTable<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.records
    }
}
