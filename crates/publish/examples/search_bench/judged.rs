//! Collections with judgements: Cranfield and MED, as `docs.jsonl`, `queries.jsonl` and
//! `qrels.tsv` (question, document, grade).

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use lscb_publish::search_eval::Library;
use lscb_search::indexer::build_index;
use lscb_search::{Document, Passage, SearchQuery, Searcher, Thesaurus, nfkd_lower};
use serde_json::Value;

use crate::prose::Random;
use crate::spread::Spread;
use crate::table::{kilobytes, markdown};

/// How questions are typed.
const WAYS: [&str; 4] = ["clean", "slips", "slips, first letter too", "half typed"];
/// How far down a ranking is looked.
const DEPTH: usize = 100;

/// A row for each collection and way to type.
#[derive(Default)]
pub(crate) struct Table(Vec<Vec<String>>);

impl Table {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Asks a collection's questions in every way.
    pub(crate) fn add(&mut self, name: &str, folder: &Path) -> Result<()> {
        let documents: Vec<Document> = lines(&folder.join("docs.jsonl"))?
            .iter()
            .map(document)
            .collect();
        let questions = lines(&folder.join("queries.jsonl"))?;
        let grades = grades(&folder.join("qrels.tsv"))?;
        let index = build_index(&documents, &Thesaurus::default());
        let library = Library::of(&index)?;
        let mut clean = None;
        for way in WAYS {
            let mut random = Random(7);
            let [mut gain, mut precision, mut recall, mut bytes] =
                std::array::from_fn(|_| Spread::default());
            for question in &questions {
                let Some(grades) = grades.get(&text(question, "id")) else {
                    continue;
                };
                let mut searcher = Searcher::open(&index.manifest, nfkd_lower)?;
                let mut query = SearchQuery {
                    text: typed(&text(question, "text"), way, &mut random),
                    titles_only: true,
                    ..SearchQuery::default()
                };
                bytes.add((library.ask(&mut searcher, &query)?.1 + library.manifest) as f64);
                query.limit = DEPTH;
                let (found, _) = library.ask(&mut searcher, &query)?;
                let of = |hit: &lscb_search::Hit| grades.get(&hit.address).copied().unwrap_or(0.0);
                let ranking: Vec<f64> = found.hits.iter().map(of).collect();
                gain.add(discounted(&ranking) / discounted(&ideal(grades)));
                precision.add(average_precision(&ranking) / grades.len() as f64);
                let had = ranking.iter().filter(|grade| **grade > 0.0).count();
                recall.add(had as f64 / grades.len() as f64);
            }
            let clean = *clean.get_or_insert(gain.mean());
            self.0.push(vec![
                format!("{name}, {way}"),
                format!("{:.4}", gain.mean()),
                format!("{:.1} %", 100.0 * gain.mean() / clean),
                format!("{:.3}", precision.mean()),
                format!("{:.3}", recall.mean()),
                bytes.halves(kilobytes),
            ]);
        }
        Ok(())
    }
}

/// A question typed in one of the [`WAYS`].
fn typed(question: &str, way: &str, random: &mut Random) -> String {
    let mut words: Vec<String> = question.split_whitespace().map(String::from).collect();
    if way.starts_with("slips") {
        let from = usize::from(way == "slips");
        for word in &mut words {
            if word.len() >= 5 && word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                slip(word, from, random);
            }
        }
    }
    if way == "half typed" {
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

/// One slip at or after the letter `from`: left out, added, replaced or changed over.
fn slip(word: &mut String, from: usize, random: &mut Random) {
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

/// The discounted gain of the first ten (Järvelin, Kekäläinen: *Cumulated gain-based
/// evaluation of IR techniques*, ACM TOIS 2002).
fn discounted(grades: &[f64]) -> f64 {
    let ten = grades.iter().take(10).enumerate();
    ten.map(|(place, grade)| grade / (place as f64 + 2.0).log2())
        .sum()
}

fn ideal(grades: &HashMap<String, f64>) -> Vec<f64> {
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

/// What counts for each question; questions for which nothing does are left out.
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
