//! The searcher: parses a query, expands its words to terms of the index, ranks the documents
//! that have them, and reads what is shown of the best.
//!
//! Each stage that is called from one place has `inline(never)`: as one function of 28 kB they were
//! too much for a browser's baseline compiler of WebAssembly (WebKitGTK 2.50.6 mixed up its
//! variables now and then), and no engine compiles one function on two cores. It costs 0.15 to 0.3 kB.

mod clause;
mod expand;
mod files;
mod filter;
pub(crate) mod fuzzy;
mod highlight;
mod hits;
mod idf;
mod lookup;
mod parse;
mod phrase;
mod rank;
mod reader;
mod respace;
mod scored;

use crate::format::manifest::Manifest;
use crate::text::Normalizer;
use crate::{IndexError, SearchQuery, SearchResults};
use files::Files;
use lookup::Lookup;
use reader::IndexReader;
use scored::ScoredDocs;

/// Searches an index. It starts from the manifest alone and asks for other files as queries
/// need them.
#[derive(Debug)]
pub struct Searcher {
    manifest: Manifest,
    files: Files,
    normalizer: Normalizer,
}

/// How far a search has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// These files of the index are needed first: names beside the manifest. Hand each to
    /// [`Searcher::insert`] or pass it to [`Searcher::mark_unavailable`], then search again.
    Fetch(Vec<String>),
    /// The search is done.
    Done(SearchResults),
}

impl Searcher {
    /// Opens an index by its manifest. `normalizer` gives a text's Unicode NFKD in lower case:
    /// in the browser `normalize` and `toLowerCase`, natively `nfkd_lower`.
    ///
    /// # Errors
    /// [`IndexError`] for any bytes that are not a manifest of this version.
    pub fn open(manifest: &[u8], normalizer: fn(&str) -> String) -> Result<Self, IndexError> {
        let mut manifest = Manifest::read(manifest)?;
        let files = Files::from_inlined(std::mem::take(&mut manifest.inlined));
        Ok(Self {
            manifest,
            files,
            normalizer,
        })
    }

    /// Takes in a file that [`Step::Fetch`] asked for, after checking its hash.
    ///
    /// # Errors
    /// [`IndexError`] if the hash does not match; the searcher is unchanged.
    pub fn insert(&mut self, name: &str, bytes: &[u8]) -> Result<(), IndexError> {
        self.files.insert(name, bytes)
    }

    /// Searches go on without this file; results that lack it are
    /// [`incomplete`](SearchResults::incomplete).
    pub fn mark_unavailable(&mut self, name: &str) {
        self.files.mark_unavailable(name);
    }

    /// Undoes every [`Searcher::mark_unavailable`], for another try.
    pub fn retry_unavailable(&mut self) {
        self.files.retry_unavailable();
    }

    /// Answers a query, or says which files that takes. Never asks for a file that it has or
    /// that is unavailable.
    #[inline(never)]
    pub fn search(&self, query: &SearchQuery) -> Step {
        let mut reader = IndexReader::new(&self.manifest, &self.files);
        match self.execute(query, &mut reader) {
            Some(results) => Step::Done(results),
            None => Step::Fetch(reader.into_pending()),
        }
    }

    /// `None` when files are pending.
    fn execute(&self, query: &SearchQuery, reader: &mut IndexReader<'_>) -> Option<SearchResults> {
        let mut parsed = parse::parse(&query.text, self.normalizer);
        respace::respace(&mut parsed.tokens, reader);
        let mut clauses = clause::clauses(&parsed, reader);
        let excluded = excluded(&parsed.excluded, reader);
        if reader.state() == Lookup::Pending {
            return None;
        }
        let mut all = rank::rank(&mut clauses, self.manifest.documents);
        if !excluded.is_empty() {
            all.retain(|doc| !excluded.contains(doc.document));
        }
        let mut results = SearchResults::default();
        if !parsed.phrases.is_empty() {
            results.total_is_lower_bound = all.len() > phrase::MAX_VERIFIED;
            all = phrase::verify(&all, &parsed.phrases, reader, self.normalizer)?;
        }
        // Only if everything could be read is a word that was not found unknown.
        if reader.state() == Lookup::Ready(()) {
            results.missing = clause::missing(&clauses);
        }
        results.corrected = clause::corrected(&clauses);
        results.suggestion = clause::suggestion(&query.text, &clauses);
        results.facets = filter::facets(&self.manifest, &query.filter, &all);
        filter::retain(&self.manifest, &query.filter, &mut all);
        results.total = all.len();
        if query.limit > 0 {
            let highlighter = clause::highlighter(&clauses);
            let forms = parsed.tokens.iter().map(|token| token.form.as_str());
            let last = query.offset.saturating_add(query.limit);
            let mut best = rank::best(&all, last.max(rank::TITLE_CANDIDATES));
            rank::exact_matches_first(
                &mut best,
                &forms.collect::<Vec<_>>(),
                reader,
                self.normalizer,
            )?;
            let shown = best.iter().skip(query.offset).take(query.limit);
            let texts = hits::Texts {
                highlighter,
                normalizer: self.normalizer,
                titles_only: query.titles_only,
            };
            results.hits = hits::hits(shown, &texts, reader)?;
        }
        results.incomplete = reader.state() == Lookup::Unavailable;
        Some(results)
    }
}

/// The documents that have any of `stems`.
fn excluded(stems: &[String], reader: &mut IndexReader<'_>) -> ScoredDocs {
    let mut excluded = ScoredDocs::default();
    for stem in stems {
        if let Lookup::Ready(Some(term)) = reader.term(stem) {
            let docs = ScoredDocs::of_term(&term, reader.manifest, 1.0);
            excluded = excluded.union_max(docs);
        }
    }
    excluded
}

#[cfg(all(test, feature = "indexer"))]
mod tests;
