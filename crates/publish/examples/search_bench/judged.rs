//! Test collections with relevance judgements: Cranfield and MED, as `docs.jsonl`, `queries.jsonl` and
//! `qrels.tsv` (question, document, grade).

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use lscb_publish::search_eval::IndexFiles;
use lscb_search::indexer::build_index;
use lscb_search::{Document, Passage, SearchQuery, Searcher, Thesaurus, nfkd_lower};
use serde_json::Value;

use crate::generated_text::Random;
use crate::sample::Sample;
use crate::table::{kilobytes, markdown};

/// The variants of the queries.
const VARIANTS: [&str; 4] = [
    "clean",
    "misspellings",
    "misspellings, first letter too",
    "prefix",
];
/// The depth at which rankings are cut off.
const DEPTH: usize = 100;

/// A row for each collection and variant.
#[derive(Default)]
pub(crate) struct Table(Vec<Vec<String>>);

impl Table {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Runs the queries of a collection in every variant.
    pub(crate) fn add(&mut self, name: &str, folder: &Path) -> Result<()> {
        let documents: Vec<Document> = lines(&folder.join("docs.jsonl"))?
            .iter()
            .map(document)
            .collect();
        let questions = lines(&folder.join("queries.jsonl"))?;
        let grades = grades(&folder.join("qrels.tsv"))?;
        let index = build_index(&documents, &Thesaurus::default());
        let index_files = IndexFiles::of(&index)?;
        let mut clean = None;
        for variant in VARIANTS {
            let mut random = Random(7);
            let [mut gain, mut precision, mut recall, mut bytes] =
                std::array::from_fn(|_| Sample::default());
            for question in &questions {
                let Some(grades) = grades.get(&text(question, "id")) else {
                    continue;
                };
                let mut searcher = Searcher::open(&index.manifest, nfkd_lower)?;
                let mut query = SearchQuery {
                    text: vary(&text(question, "text"), variant, &mut random),
                    titles_only: true,
                    ..SearchQuery::default()
                };
                bytes.add(
                    (index_files.ask(&mut searcher, &query)?.1 + index_files.manifest_size) as f64,
                );
                query.limit = DEPTH;
                let (found, _) = index_files.ask(&mut searcher, &query)?;
                let of = |hit: &lscb_search::Hit| grades.get(&hit.address).copied().unwrap_or(0.0);
                let ranking: Vec<f64> = found.hits.iter().map(of).collect();
                gain.add(dcg(&ranking) / dcg(&ideal_ranking(grades)));
                precision.add(average_precision(&ranking) / grades.len() as f64);
                let had = ranking.iter().filter(|grade| **grade > 0.0).count();
                recall.add(had as f64 / grades.len() as f64);
            }
            let clean = *clean.get_or_insert(gain.mean());
            self.0.push(vec![
                format!("{name}, {variant}"),
                format!("{:.4}", gain.mean()),
                format!("{:.1} %", 100.0 * gain.mean() / clean),
                format!("{:.3}", precision.mean()),
                format!("{:.3}", recall.mean()),
                bytes.percentiles(kilobytes),
            ]);
        }
        Ok(())
    }
}

/// A query in one of the [`VARIANTS`].
fn vary(question: &str, variant: &str, random: &mut Random) -> String {
    let mut words: Vec<String> = question.split_whitespace().map(String::from).collect();
    if variant.starts_with("misspellings") {
        let from = usize::from(variant == "misspellings");
        for word in &mut words {
            if word.len() >= 5 && word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                misspell(word, from, random);
            }
        }
    }
    if variant == "prefix" {
        words.retain(|word| word.chars().any(char::is_alphanumeric));
        if let Some(last) = words
            .last_mut()
            .filter(|last| last.is_ascii() && last.len() > 3)
        {
            last.truncate(last.len().div_ceil(2).max(3));
        }
    }
    words.join(" ")
}

/// Makes one edit at or after the letter `from`: deletion, insertion, substitution or transposition.
fn misspell(word: &mut String, from: usize, random: &mut Random) {
    let at = from + random.below(word.len() - from);
    let letter = char::from(b'a' + random.below(26) as u8);
    match random.below(4) {
        0 => drop(word.remove(at)),
        1 => word.insert(at, letter),
        2 => word.replace_range(at..=at, letter.encode_utf8(&mut [0; 4])),
        _ => {
            let moved = word.remove(at);
            let to = if at == word.len() { at - 1 } else { at + 1 };
            word.insert(to, moved);
        }
    }
}

/// The discounted cumulative gain of the first ten results (Järvelin, Kekäläinen: *Cumulated gain-based
/// evaluation of IR techniques*, ACM TOIS 2002).
fn dcg(grades: &[f64]) -> f64 {
    let ten = grades.iter().take(10).enumerate();
    ten.map(|(place, grade)| grade / (place as f64 + 2.0).log2())
        .sum()
}

fn ideal_ranking(grades: &HashMap<String, f64>) -> Vec<f64> {
    let mut best: Vec<f64> = grades.values().copied().collect();
    best.sort_unstable_by(|one, two| two.total_cmp(one));
    best
}

/// The sum of the precisions at each relevant document.
fn average_precision(grades: &[f64]) -> f64 {
    let mut had = 0.0;
    let mut sum = 0.0;
    for (place, _) in grades.iter().enumerate().filter(|(_, grade)| **grade > 0.0) {
        had += 1.0;
        sum += had / (place as f64 + 1.0);
    }
    sum
}

/// The grades of the relevant documents for each query; queries without any are left out.
fn grades(path: &Path) -> Result<HashMap<String, HashMap<String, f64>>> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mut grades: HashMap<String, HashMap<String, f64>> = HashMap::new();
    for line in text.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [question, document, grade] = fields.as_slice() else {
            continue;
        };
        let grade: f64 = grade.parse().unwrap_or(0.0);
        if grade > 0.0 {
            let question = grades.entry((*question).into()).or_default();
            question.insert((*document).into(), grade);
        }
    }
    Ok(grades)
}

fn lines(path: &Path) -> Result<Vec<Value>> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let lines = text.lines().filter(|line| !line.is_empty());
    lines.map(|line| Ok(serde_json::from_str(line)?)).collect()
}

fn text(object: &Value, key: &str) -> String {
    object[key].as_str().unwrap_or_default().into()
}

fn document(object: &Value) -> Document {
    Document {
        address: text(object, "id"),
        title: text(object, "title"),
        passages: vec![Passage {
            heading: None,
            text: text(object, "text"),
        }],
        ..Document::default()
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = [
            "questions",
            "nDCG@10",
            "of clean",
            "MAP",
            "recall@100",
            "first query, kB, p50 / p95",
        ];
        f.write_str(&markdown(&head, &self.0))
    }
}
