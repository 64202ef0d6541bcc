//! The search index of a site: building, storing and querying it.

mod built_index;
mod catalogue;
mod dictionary;
pub(crate) mod file_text;
mod help;
mod listing;
mod passages;
mod thesaurus;

pub use built_index::BuiltIndex;

use std::io::{self, Write as _};
use std::path::Path;

use anyhow::Result;
use lscb_content::Site;
use lscb_search::SearchQuery;
use lscb_search::indexer::build_index;
use lscb_wire::{FileEntry, INDEX_FOLDER};
use rayon::prelude::*;

use crate::compress::{deflate, zopfli};
use crate::digest::Digest;
use crate::manifest::file_entry;
use crate::output_dir::OutputDir;

/// Writes the index of a site, whose documents' files lie in `content`, and gives the entry
/// of its manifest. Every file is stored compressed, and is named after its bytes.
pub(crate) fn write(site: &Site, content: &Path, output_dir: &OutputDir) -> Result<FileEntry> {
    let documents = catalogue::documents(site, content);
    let index = build_index(&documents, &thesaurus::thesaurus(site));
    index.files.par_iter().try_for_each(|file| {
        output_dir.write(
            &format!("{INDEX_FOLDER}{}", file.name),
            &deflate(&file.bytes)?,
        )
    })?;
    let manifest = zopfli(&index.manifest)?;
    let name = Digest::of(&manifest).short();
    let entry = file_entry(format!("{INDEX_FOLDER}manifest-{name}.bin"), &manifest);
    output_dir.write(&entry.file, &manifest)?;
    Ok(entry)
}

/// Searches the built site in `dist` and prints what it finds; gives whether it found
/// anything.
///
/// # Errors
/// When the site or its index cannot be read.
pub fn search(dist: &Path, words: &str, limit: usize, json: bool) -> Result<bool> {
    let query = SearchQuery {
        text: words.into(),
        limit,
        ..SearchQuery::default()
    };
    let results = BuiltIndex::open(dist)?.ask(&query)?;
    let text = if json {
        serde_json::to_string_pretty(&results)? + "\n"
    } else {
        listing::listing(&results, 1)
    };
    match io::stdout().write_all(text.as_bytes()) {
        // Whoever reads has seen enough, as `head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        written => written?,
    }
    Ok(!results.hits.is_empty() && results.missing.is_empty())
}
#[cfg(test)]
mod scratch {
    use super::*;
    use lscb_search::{Searcher, Step, nfkd_lower};
    #[test]
    fn scratch() {
        let root = std::path::Path::new("/work/main/content");
        let site = crate::check::read(root).unwrap();
        let documents = catalogue::documents(&site, root);
        let index = build_index(&documents, &thesaurus::thesaurus(&site));
        println!(
            "size {} raw {} files {}",
            zopfli(&index.manifest).unwrap().len(),
            index.manifest.len(),
            index.files.len()
        );
        let len = |i: &lscb_search::indexer::Index| zopfli(&i.manifest).unwrap().len();
        if std::env::var("SIZES").is_ok() {
            let mut t = thesaurus::thesaurus(&site);
            println!("known words dict {}", {
                let mut u = thesaurus::thesaurus(&site);
                u.dictionary.clear();
                len(&build_index(&documents, &u))
            });
            t.equivalent.clear();
            println!("no equivalent {}", len(&build_index(&documents, &t)));
            t.one_way.clear();
            println!("no thesaurus {}", len(&build_index(&documents, &t)));
            let mut d = documents.clone();
            for d in &mut d {
                for p in &mut d.phones {
                    p.number.clear();
                }
            }
            println!(
                "no numbers {}",
                len(&build_index(&d, &thesaurus::thesaurus(&site)))
            );
            for d in &mut d {
                d.phones.clear();
            }
            println!(
                "no phones {}",
                len(&build_index(&d, &thesaurus::thesaurus(&site)))
            );
        }
        if let Ok(to) = std::env::var("DUMP") {
            std::fs::write(to, &index.manifest).unwrap();
        }
        let mut searcher = Searcher::open(&index.manifest, nfkd_lower).unwrap();
        for file in &index.files {
            searcher.insert(&file.name, &file.bytes).unwrap();
        }
        let Ok(list) = std::fs::read_to_string("/tmp/q.txt") else {
            return;
        };
        for q in list.lines().filter(|l| !l.is_empty()) {
            let Step::Done(r) = searcher.search(&SearchQuery {
                text: q.into(),
                limit: 4,
                ..SearchQuery::default()
            }) else {
                panic!()
            };
            let t: Vec<String> = r
                .hits
                .iter()
                .map(|h| {
                    h.title
                        .0
                        .iter()
                        .map(|s| s.text.as_str())
                        .collect::<String>()
                        .chars()
                        .take(38)
                        .collect()
                })
                .collect();
            println!(
                "{q:<36} {} miss{:?} corr{:?} | {}",
                r.total,
                r.missing,
                r.corrected,
                t.join(" | ")
            );
        }
    }
}
