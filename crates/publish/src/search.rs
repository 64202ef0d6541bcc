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
