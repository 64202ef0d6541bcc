//! Requests of which only the latest counts.

use std::cell::Cell;

/// Numbers requests: a later one supersedes all before it, and what they bring is dropped.
#[derive(Default)]
pub(super) struct Generation(Cell<u32>);

impl Generation {
    /// The number of a new request, which supersedes the ones before it.
    pub(super) fn next(&self) -> u32 {
        self.0.set(self.0.get() + 1);
        self.0.get()
    }

    /// Whether no later request has come.
    pub(super) fn is_current(&self, number: u32) -> bool {
        self.0.get() == number
    }
}
