//! Evaluation of search: ranks a test collection with the index and settings of a site.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use lscb_search::indexer::{Index, build_index};
use lscb_search::{
    Document, Passage, SearchQuery, SearchResults, Searcher, Step, Thesaurus, nfkd_lower,
};
use rayon::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::compress::{deflate, zopfli};

/// A document of a collection.
#[derive(Deserialize)]
struct Entry {
    id: String,
    #[serde(default)]
    title: String,
    text: String,
}

/// A question of a collection.
#[derive(Deserialize)]
struct Question {
    id: String,
    text: String,
}

/// Indexes the documents with the code and the settings of a site, asks every question of
/// a searcher that has nothing but the manifest, and prints
/// `question<TAB>document<TAB>rank<TAB>score`, equal scores by id. The last line is
/// `#bench` with, for each question, the bytes of the index that it takes (manifest, postings
/// and spelling, compressed as on a host; not the titles and texts of what is shown) and the milliseconds
/// from question to ranked titles, and the milliseconds that the index took to make.
///
/// # Errors
/// When a file cannot be read, or lines of it are no such objects: all of them.
pub fn evaluate(documents: &Path, questions: &Path, k: usize) -> Result<()> {
    let entries: Vec<Entry> = lines(documents)?;
    let questions: Vec<Question> = lines(questions)?;
    let documents = documents_of(entries)?;
    let started = Instant::now();
    let index = build_index(&documents, &Thesaurus::default());
    let build = started.elapsed().as_secs_f64() * 1000.0;
    let index_files = IndexFiles::of(&index)?;
    let mut out = String::new();
    let (mut bytes, mut times) = (Vec::new(), Vec::new());
    for question in &questions {
        let mut searcher = Searcher::open(&index.manifest, nfkd_lower)?;
        let mut query = SearchQuery {
            // A question that is sent has been typed to its end.
            text: question.text.clone(),
            titles_only: true,
            ..SearchQuery::default()
        };
        let (_, fetched) = index_files.ask(&mut searcher, &query)?;
        bytes.push(fetched + index_files.manifest_size);
        query.limit = k;
        index_files.ask(&mut searcher, &query)?;
        let started = Instant::now();
        let (results, _) = index_files.ask(&mut searcher, &query)?;
        times.push(started.elapsed().as_secs_f64() * 1000.0);
        ranking(&mut out, &question.id, results);
    }
    let figures = serde_json::json!({
        "bytes_per_query": bytes,
        "latency_ms": times,
        "build_ms": build,
    });
    println!("{out}#bench {figures}");
    Ok(())
}

/// The files of an index with their sizes, compressed as on a host.
pub struct IndexFiles<'a> {
    /// The size of the manifest, in bytes.
    pub manifest_size: usize,
    files: HashMap<&'a str, (&'a [u8], usize)>,
}

impl<'a> IndexFiles<'a> {
    /// Compresses the files of an index to measure them.
    ///
    /// # Errors
    /// When one cannot be compressed.
    pub fn of(index: &'a Index) -> Result<Self> {
        let files = index.files.par_iter().map(|file| {
            let size = deflate(&file.bytes)?.len();
            Ok((file.name.as_str(), (file.bytes.as_slice(), size)))
        });
        Ok(Self {
            manifest_size: zopfli(&index.manifest)?.len(),
            files: files.collect::<Result<_>>()?,
        })
    }

    /// The size of all files, in bytes.
    pub fn compressed_size(&self) -> usize {
        self.manifest_size + self.files.values().map(|file| file.1).sum::<usize>()
    }

    /// The answer and the bytes that were fetched for it.
    ///
    /// # Errors
    /// If the searcher belongs to another index.
    pub fn ask(
        &self,
        searcher: &mut Searcher,
        query: &SearchQuery,
    ) -> Result<(SearchResults, usize)> {
        let mut fetched = 0;
        loop {
            match searcher.search(query) {
                Step::Done(results) => return Ok((results, fetched)),
                Step::Fetch(names) => {
                    for name in names {
                        let (bytes, size) = self.files.get(name.as_str()).context("no file")?;
                        if searcher.insert(&name, bytes).is_err() {
                            bail!("{name} is not what the index says");
                        }
                        fetched += size;
                    }
                }
            }
        }
    }
}

fn ranking(out: &mut String, question: &str, results: SearchResults) {
    let mut hits = results.hits;
    hits.sort_by(|one, two| {
        let score = two.score.total_cmp(&one.score);
        score.then_with(|| one.address.cmp(&two.address))
    });
    for (place, hit) in hits.iter().enumerate() {
        let rank = place + 1;
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{question}\t{}\t{rank}\t{}", hit.address, hit.score);
    }
}

fn documents_of(entries: Vec<Entry>) -> Result<Vec<Document>> {
    let mut ids = HashSet::new();
    for entry in &entries {
        if !ids.insert(entry.id.clone()) {
            bail!(
                "two documents have the id {:?}: give each its own",
                entry.id
            );
        }
    }
    Ok(entries.into_iter().map(document).collect())
}

fn document(entry: Entry) -> Document {
    Document {
        address: entry.id,
        title: entry.title,
        passages: vec![Passage {
            heading: None,
            text: entry.text,
        }],
        ..Document::default()
    }
}

/// The objects of a file of JSON lines. Empty lines are passed over.
fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let text = fs::read_to_string(path)
        .with_context(|| format!("{}: cannot be read as text", path.display()))?;
    let (mut objects, mut problems) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str(line) {
            Ok(object) => objects.push(object),
            Err(error) => problems.push(format!("{}:{}: {error}", path.display(), number + 1)),
        }
    }
    if problems.is_empty() {
        Ok(objects)
    } else {
        bail!(problems.join("\n"))
    }
}
