//! Asking an index.

mod facets;
mod files;
mod group;
mod hits;
mod meaning;
mod values;

use crate::analysis::Decompose;
use crate::format::root::Root;
use crate::query::parse;
use crate::{Found, Request};
use files::{Files, Plan};
use values::Values;

/// An index that is being asked. It starts from the root file alone.
#[derive(Debug)]
pub struct Searcher {
    root: Root,
    files: Files,
    decompose: Decompose,
}

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

/// How many of the best documents are read for a phrase.
const READ: usize = 20;
/// Among how many of them a title that is the question is put first.
const TITLES: usize = 10;

impl Searcher {
    /// Reads the root file. `decompose` gives a text's Unicode NFKD in lower case: in the
    /// browser `normalize` and `toLowerCase`, natively [`nfkd_lower`](crate::nfkd_lower).
    ///
    /// # Errors
    /// [`Broken`] for any bytes that are not a root file of this version.
    pub fn open(root: &[u8], decompose: fn(&str) -> String) -> Result<Self, Broken> {
        let mut root = Root::read(root)?;
        let files = Files::with(std::mem::take(&mut root.within));
        Ok(Self {
            root,
            files,
            decompose,
        })
    }

    /// Takes in a file that [`Step::Fetch`] asked for, after checking its hash.
    ///
    /// # Errors
    /// [`Broken`], and the searcher is as it was.
    pub fn insert(&mut self, name: &str, bytes: &[u8]) -> Result<(), Broken> {
        self.files.insert(name, bytes)
    }

    /// Goes on without a file that cannot be had; answers that miss it say so.
    pub fn give_up(&mut self, name: &str) {
        self.files.give_up(name);
    }

    /// Takes back every [`Searcher::give_up`], for another try.
    pub fn try_again(&mut self) {
        self.files.try_again();
    }

    /// Answers, or says what is needed to answer. Never asks for a file twice.
    pub fn search(&self, request: &Request) -> Step {
        let mut plan = Plan::new(&self.files);
        let found = self.find(request, &mut plan);
        match found {
            _ if !plan.is_complete() => Step::Fetch(plan.needed()),
            Some(found) => Step::Found(found),
            // Nothing more can be had: a file says what cannot be.
            None => Step::Found(Found {
                incomplete: true,
                ..Found::default()
            }),
        }
    }

    /// `None` when files are needed to go on.
    fn find(&self, request: &Request, plan: &mut Plan<'_>) -> Option<Found> {
        let query = parse(&request.text, self.decompose);
        let mut groups = group::groups(&query, &self.root, plan);
        let excluded = self.excluded(&query.excluded, plan);
        if !plan.is_complete() {
            return None;
        }
        let mut all = values::rank(&mut groups, self.root.documents);
        if !excluded.is_empty() {
            all.retain(|value| !excluded.contains(value.document));
        }
        let mut found = Found::default();
        if !query.phrases.is_empty() {
            found.at_least = all.len() > READ;
            all = self.with_phrases(all, &query.phrases, plan)?;
        }
        if plan.is_whole() {
            found.missing = group::missing(&groups);
        }
        found.corrected = group::corrected(&groups);
        found.suggestion = group::suggestion(&request.text, &groups);
        found.facets = facets::count(&self.root, &request.filter, &all);
        facets::retain(&self.root, &request.filter, &mut all);
        found.total = all.len();
        if request.limit == 0 {
            found.incomplete = plan.is_incomplete();
            return Some(found);
        }
        let wanted = group::wanted(&groups);
        let question = query.words.iter().map(|word| word.form.as_str()).collect();
        let last = request.offset.saturating_add(request.limit);
        let mut best = values::best(&all, last.max(TITLES));
        hits::title_first(self, &mut best, question, plan)?;
        let shown = best.iter().skip(request.offset).take(request.limit);
        found.hits = hits::hits(self, shown, request, &wanted, plan)?;
        found.incomplete = plan.is_incomplete();
        Some(found)
    }

    /// The documents that have any of `stems`.
    fn excluded(&self, stems: &[String], plan: &mut Plan<'_>) -> Values {
        let mut excluded = Values::default();
        for stem in stems {
            if let Some(term) = meaning::exact(&self.root, stem, plan) {
                excluded = excluded.best_of(Values::of(&term, &self.root, 1.0));
            }
        }
        excluded
    }

    /// Those of the best documents that have every phrase as it stands.
    fn with_phrases(
        &self,
        all: Vec<values::Value>,
        phrases: &[Vec<String>],
        plan: &mut Plan<'_>,
    ) -> Option<Vec<values::Value>> {
        let mut kept = Vec::new();
        for value in values::best(&all, READ) {
            let text = hits::words_of(self, value.document, plan);
            let has = |phrase: &Vec<String>| {
                let mut text = text.iter().flatten();
                text.any(|forms| forms.windows(phrase.len()).any(|words| words == phrase))
            };
            if phrases.iter().all(has) {
                let place =
                    kept.partition_point(|before: &values::Value| before.document < value.document);
                kept.insert(place, value);
            }
        }
        plan.is_complete().then_some(kept)
    }
}

#[cfg(all(test, feature = "build"))]
mod tests;
