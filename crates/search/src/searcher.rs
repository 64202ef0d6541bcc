//! Asking an index.

use crate::{Found, Request};

/// An index that is being asked. It starts from the root file alone.
#[derive(Debug)]
pub struct Searcher {}

/// Where a question stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// These files of the index are needed first: names beside the root file. Hand each to
    /// [`Searcher::insert`] or give it up with [`Searcher::give_up`], then ask again.
    Fetch(Vec<String>),
    /// The answer.
    Found(Found),
}

/// Why bytes are no part of this index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// Made for another version of this software.
    Version,
    /// Not what the index says they are: damaged, cut short or of another release.
    Damaged,
}

impl Searcher {
    /// Reads the root file. `decompose` gives a text's Unicode NFKD: in the browser
    /// `String.prototype.normalize`, natively the crate unicode-normalization.
    ///
    /// # Errors
    /// [`Broken`] for any bytes that are not a root file of this version.
    pub fn open(root: &[u8], decompose: fn(&str) -> String) -> Result<Self, Broken> {
        let _ = (root, decompose);
        Err(Broken::Damaged)
    }

    /// Takes in a file that [`Step::Fetch`] asked for, after checking its hash.
    ///
    /// # Errors
    /// [`Broken`], and the searcher is as it was.
    pub fn insert(&mut self, name: &str, bytes: &[u8]) -> Result<(), Broken> {
        let _ = (name, bytes);
        Err(Broken::Damaged)
    }

    /// Goes on without a file that cannot be had; answers that miss it say so.
    pub fn give_up(&mut self, name: &str) {
        let _ = name;
    }

    /// Takes back every [`Searcher::give_up`], for another try.
    pub fn try_again(&mut self) {}

    /// Answers, or says what is needed to answer. Never asks for a file twice.
    pub fn search(&self, request: &Request) -> Step {
        let _ = request;
        Step::Found(Found::default())
    }
}
