//! Measures search natively and writes the tables into `docs/search.md`.
//!
//! `cargo xtask bench search` runs it:
//! `search_bench DOCS_SEARCH_MD COLLECTIONS [DOCUMENTS...]`. The numbers of documents are
//! those of the table unless others are named; then it is only printed.

mod generated_text;
mod judged;
mod known;
mod sample;
mod table;

use std::path::Path;

use anyhow::{Context, Result};

/// The sizes of the synthetic sites, in documents.
const SIZES: [usize; 4] = [30, 1_000, 10_000, 100_000];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [page, collections, sizes @ ..] = arguments.as_slice() else {
        anyhow::bail!("usage: search_bench DOCS_SEARCH_MD COLLECTIONS [DOCUMENTS...]");
    };
    let (mut judged, mut known) = (judged::Table::default(), known::Table::default());
    for name in ["cranfield", "med"] {
        let folder = Path::new(collections).join(name);
        if folder.join("docs.jsonl").is_file() {
            judged.add(name, &folder)?;
        } else {
            println!("{}: not here, left out", folder.display());
        }
    }
    println!("{judged}");
    let mut selected = Vec::new();
    for size in sizes {
        selected.push(size.parse().with_context(|| format!("{size}: no number"))?);
    }
    if selected.is_empty() {
        selected.extend(SIZES);
    }
    for size in selected {
        known.add(size)?;
    }
    println!("{known}");
    if sizes.is_empty() {
        if !judged.is_empty() {
            table::put(Path::new(page), "judged", &judged.to_string())?;
        }
        table::put(Path::new(page), "known", &known.to_string())?;
    }
    Ok(())
}
