//! The files that are there, those that cannot be had, and those that a question needs.

use crate::Broken;
use crate::format::name::Name;

/// The files that have been handed over.
#[derive(Clone, Debug, Default)]
pub(super) struct Files {
    /// In the order of their names.
    held: Vec<(Name, Vec<u8>)>,
    given_up: Vec<Name>,
}

impl Files {
    pub(super) fn with(within: Vec<Vec<u8>>) -> Self {
        let mut files = Self::default();
        for bytes in within {
            files.hold(Name::of(&bytes), bytes);
        }
        files
    }

    fn hold(&mut self, name: Name, bytes: Vec<u8>) {
        if let Err(place) = self.held.binary_search_by_key(&name, |held| held.0) {
            self.held.insert(place, (name, bytes));
        }
    }

    pub(super) fn insert(&mut self, name: &str, bytes: &[u8]) -> Result<(), Broken> {
        let true_name = Name::of(bytes);
        if true_name.file() != name {
            return Err(Broken::Damaged);
        }
        self.hold(true_name, bytes.to_vec());
        self.given_up.retain(|given_up| *given_up != true_name);
        Ok(())
    }

    /// Holds bytes under a name that is not theirs.
    #[cfg(test)]
    pub(super) fn replace(&mut self, name: Name, bytes: Vec<u8>) {
        self.held.retain(|held| held.0 != name);
        self.hold(name, bytes);
    }

    pub(super) fn give_up(&mut self, name: &str) {
        self.given_up.extend(Name::parse(name));
    }

    pub(super) fn try_again(&mut self) {
        self.given_up.clear();
    }
}

/// What one question needs of the files.
pub(super) struct Plan<'a> {
    files: &'a Files,
    needed: Vec<Name>,
    incomplete: bool,
}

impl<'a> Plan<'a> {
    pub(super) fn new(files: &'a Files) -> Self {
        Self {
            files,
            needed: Vec::new(),
            incomplete: false,
        }
    }

    /// A file, if it is there; otherwise notes that it is needed, or that it is missed.
    pub(super) fn file(&mut self, name: Name) -> Option<&'a [u8]> {
        if let Ok(place) = self.files.held.binary_search_by_key(&name, |held| held.0) {
            return Some(&self.files.held[place].1);
        }
        if self.files.given_up.contains(&name) {
            self.incomplete = true;
        } else if !self.needed.contains(&name) {
            self.needed.push(name);
        }
        None
    }

    /// Notes that a file does not say what it should.
    pub(super) fn miss(&mut self) {
        self.incomplete = true;
    }

    pub(super) fn is_complete(&self) -> bool {
        self.needed.is_empty()
    }

    /// Whether nothing has been missed or is still needed: only then is a word unknown.
    pub(super) fn is_whole(&self) -> bool {
        self.needed.is_empty() && !self.incomplete
    }

    pub(super) fn is_incomplete(&self) -> bool {
        self.incomplete
    }

    pub(super) fn needed(self) -> Vec<String> {
        self.needed.into_iter().map(Name::file).collect()
    }
}
