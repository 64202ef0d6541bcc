//! The inputs that the fuzzer starts from: sound files, and queries that read them.

use std::collections::BTreeMap;
use std::path::Path;

use lscb_search::{Searcher, Step, nfkd_lower};

use crate::{Fixture, query};

/// A file of the index in place of a sound one, and the query that is then asked.
pub struct FileInput<'a> {
    /// The place of the file among those of the index.
    pub file: usize,
    /// See [`query`].
    pub options: u8,
    /// What is searched for.
    pub text: &'a str,
    /// What the file says now.
    pub bytes: &'a [u8],
}

impl<'a> FileInput<'a> {
    /// Reads two bytes of the place, one of options, the length of the text, the text, and the
    /// file. `None` if that is not what the bytes are.
    pub fn read(input: &'a [u8], files: usize) -> Option<Self> {
        let (&[low, high, options, length], rest) = input.split_first_chunk()?;
        let (text, bytes) = rest.split_at_checked(length.into())?;
        Some(Self {
            file: usize::from(u16::from_le_bytes([low, high])) % files,
            options,
            text: std::str::from_utf8(text).ok()?,
            bytes,
        })
    }

    fn write(&self) -> Vec<u8> {
        let [low, high] = (self.file as u16).to_le_bytes();
        let head = [low, high, self.options, self.text.len() as u8];
        [&head, self.text.as_bytes(), self.bytes].concat()
    }
}

/// Queries that lead to every kind of file: whole words, beginnings, misspellings, phrases.
pub fn queries(fixture: &Fixture) -> Vec<String> {
    let mut queries = vec!["scr".into(), "\"serious case\" -baby ".into()];
    for document in fixture.documents.iter().step_by(7) {
        let title = &document.title;
        let word = title.split(' ').next().unwrap_or_default();
        queries.push(format!("{word} "));
        queries.push(word.chars().take(4).collect());
        queries.push(format!("x{word} "));
        queries.push(format!("\"{title}\""));
    }
    queries
}

/// Files of the index, each with the first query that reads it.
pub fn files(fixture: &Fixture) -> Vec<Vec<u8>> {
    let mut inputs = BTreeMap::new();
    for text in &queries(fixture) {
        let mut searcher = Searcher::open(&fixture.index.manifest, nfkd_lower).expect("sound");
        let query = query(0, text);
        while let Step::Fetch(names) = searcher.search(&query) {
            for name in names {
                let bytes = fixture.file(&name).expect("a file of the index");
                searcher.insert(&name, bytes).expect("sound");
                let mut places = fixture.index.files.iter();
                let file = places.position(|file| file.name == name).expect("there");
                let input = FileInput {
                    file,
                    options: 0,
                    text,
                    bytes,
                };
                inputs.entry(file).or_insert_with(|| input.write());
            }
        }
    }
    inputs.into_values().collect()
}

/// Writes inputs into the folder that the fuzzer was given first, before it reads it.
///
/// # Panics
/// If they cannot be written.
pub fn seed(inputs: impl IntoIterator<Item = Vec<u8>>) {
    let mut folders = std::env::args().skip(1).filter(|arg| !arg.starts_with('-'));
    let Some(folder) = folders.next() else { return };
    let folder = Path::new(&folder);
    if !folder.is_dir() {
        return;
    }
    for (number, input) in inputs.into_iter().enumerate() {
        std::fs::write(folder.join(format!("seed-{number}")), input).expect("a corpus");
    }
}
