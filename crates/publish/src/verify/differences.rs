//! The differences, as sentences. One that applies to several files is printed once.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many files are named beside a sentence.
const MAX_NAMED: usize = 3;

/// The differences found so far, from several threads.
#[derive(Default)]
pub(super) struct Differences(Mutex<BTreeMap<String, BTreeSet<String>>>);

impl Differences {
    /// Adds what is wrong with a file.
    pub(super) fn add(&self, file: &str, sentence: impl Into<String>) {
        let mut all = self.all();
        all.entry(sentence.into()).or_default().insert(file.into());
    }

    /// Whether nothing differs.
    pub(super) fn is_empty(&self) -> bool {
        self.all().is_empty()
    }

    /// How many there are, in words.
    pub(super) fn count(&self) -> String {
        match self.all().values().map(BTreeSet::len).sum() {
            1 => "1 difference".into(),
            many => format!("{many} differences"),
        }
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<String, BTreeSet<String>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Display for Differences {
    /// A line for each sentence, in the order of the files that it applies to.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.all();
        let mut lines: Vec<_> = all
            .iter()
            .map(|(sentence, files)| (files, sentence))
            .collect();
        lines.sort();
        for (files, sentence) in lines {
            let named: Vec<&str> = files.iter().take(MAX_NAMED).map(String::as_str).collect();
            let more = match files.len().saturating_sub(MAX_NAMED) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            writeln!(f, "{}{more}: {sentence}", named.join(", "))?;
        }
        Ok(())
    }
}
