//! Known-item search on synthetic sites: the query is words of a title, and that page is relevant.

use std::fmt;
use std::time::Instant;

use anyhow::Result;
use lscb_publish::search_eval::IndexFiles;
use lscb_search::indexer::build_index;
use lscb_search::{Document, SearchQuery, Searcher, Thesaurus, nfkd_lower};

use crate::generated_text::{Language, Random};
use crate::sample::{Sample, milliseconds};
use crate::table::{kilobytes, markdown};

/// The number of queries for each site.
const QUESTIONS: usize = 300;

/// A row for each size.
#[derive(Default)]
pub(crate) struct Table(Vec<Vec<String>>);

impl Table {
    /// Makes a site of `size` documents and measures its index.
    pub(crate) fn add(&mut self, size: usize) -> Result<()> {
        let documents = Language::new().documents(size);
        let started = Instant::now();
        let index = build_index(&documents, &Thesaurus::default());
        let build = started.elapsed().as_secs_f64();
        let index_files = IndexFiles::of(&index)?;
        let raw: usize = index.files.iter().map(|file| file.bytes.len()).sum();
        let mut warm = Searcher::open(&index.manifest, nfkd_lower)?;
        let (mut gain, mut bytes, mut times) =
            (Sample::default(), Sample::default(), Sample::default());
        let mut keys = [Sample::default(), Sample::default()];
        for (address, question) in questions(&documents) {
            let mut query = SearchQuery {
                text: question,
                titles_only: true,
                ..SearchQuery::default()
            };
            let mut cold = Searcher::open(&index.manifest, nfkd_lower)?;
            bytes.add((index_files.ask(&mut cold, &query)?.1 + index_files.manifest_size) as f64);
            query.limit = 10;
            index_files.ask(&mut warm, &query)?;
            let started = Instant::now();
            let (found, _) = index_files.ask(&mut warm, &query)?;
            times.add(elapsed(started));
            let place = found.hits.iter().position(|hit| hit.address == address);
            gain.add(place.map_or(0.0, |place| 1.0 / (place as f64 + 2.0).log2()));
            for (keys, titles_only) in keys.iter_mut().zip([true, false]) {
                query.titles_only = titles_only;
                measure_keystrokes(&index_files, &mut warm, &query, keys)?;
            }
        }
        let [titles, texts] = keys;
        self.0.push(vec![
            size.to_string(),
            format!("{:.3}", gain.mean()),
            format!("{:.1}", build),
            format!(
                "{}; {}",
                kilobytes((raw + index.manifest.len()) as f64),
                kilobytes(index_files.compressed_size() as f64)
            ),
            kilobytes(index_files.manifest_size as f64),
            bytes.percentiles(kilobytes),
            times.percentiles(milliseconds),
            titles.percentiles(milliseconds),
            texts.percentiles(milliseconds),
        ]);
        Ok(())
    }
}

/// Measures a query typed letter by letter, with all files cached.
fn measure_keystrokes(
    index_files: &IndexFiles<'_>,
    searcher: &mut Searcher,
    query: &SearchQuery,
    times: &mut Sample,
) -> Result<()> {
    for (end, _) in query.text.char_indices().skip(2) {
        let typed = SearchQuery {
            text: query.text[..end].into(),
            ..query.clone()
        };
        index_files.ask(searcher, &typed)?;
        let started = Instant::now();
        searcher.search(&typed);
        times.add(elapsed(started));
    }
    Ok(())
}

fn elapsed(started: Instant) -> f64 {
    started.elapsed().as_secs_f64() * 1000.0
}

/// Two or three words of some titles, and the addresses of their documents.
fn questions(documents: &[Document]) -> Vec<(String, String)> {
    let mut random = Random(3);
    let every = documents.len().div_ceil(QUESTIONS);
    let some = documents.iter().step_by(every);
    some.map(|document| {
        let mut words: Vec<&str> = document.title.split(' ').collect();
        while words.len() > 3 || (words.len() == 3 && random.below(2) == 0) {
            words.remove(random.below(words.len()));
        }
        (document.address.clone(), words.join(" "))
    })
    .collect()
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = [
            "documents",
            "nDCG@10",
            "build, s",
            "all files, kB: raw; compressed",
            "manifest, kB",
            "first query, kB, p50 / p95",
            "query, ms, p50 / p95",
            "keystroke, ms: titles",
            "keystroke, ms: with snippets",
        ];
        f.write_str(&markdown(&head, &self.0))
    }
}
