//! Terms and documents, put into files.

use std::collections::BTreeMap;

use super::docstore;
use super::layout::Layout;
use super::output::{FileSet, Index};
use super::postings::Term;
use crate::Document;
use crate::format::content_hash::ContentHash;
use crate::format::manifest::{KeyedFile, Manifest};
use crate::format::spelling;
use crate::format::term_block_writer::TermBlockWriter;

/// The most bytes of directories that the manifest has inlined.
const DIRECTORIES_INLINED: usize = 512;

/// The shortest words that are corrected, in letters.
const MIN_CORRECTED: usize = 4;

/// Writes the index. `manifest` has the counts, sections, partitions and thesaurus; it comes back
/// with what the files are.
pub(super) fn write(
    mut manifest: Manifest,
    documents: &[&Document],
    terms: &[Term],
    layout: &Layout,
) -> (Manifest, Index) {
    let mut files = FileSet::default();
    manifest.term_blocks = term_blocks(terms, manifest.documents, layout, &mut files);
    if !layout.inlined {
        let forms = spelling_forms(terms);
        manifest.spelling_by_first_letter = spelling_files(&forms, false, &mut files);
        manifest.spelling_by_second_letter = spelling_files(&forms, true, &mut files);
    }
    manifest.docs_per_file = layout.docs_per_file;
    manifest.files_per_directory = layout.files_per_directory;
    let directories = docstore::directories(documents, layout, &mut files);
    let hashes = directories.iter().map(|bytes| ContentHash::of(bytes));
    manifest.directories = hashes.collect();
    // A few hashes cost less than another round trip.
    if directories.iter().map(Vec::len).sum::<usize>() <= DIRECTORIES_INLINED {
        manifest.inlined = directories;
    } else {
        for directory in directories {
            files.add(directory);
        }
    }
    if layout.inlined {
        manifest.inlined.extend(files.take_bytes());
    }
    let index = Index {
        manifest: manifest.write(),
        files: files.into_files(),
    };
    (manifest, index)
}

/// Adds the term blocks, each known by a key that is at most its first stem.
fn term_blocks(terms: &[Term], all: usize, layout: &Layout, files: &mut FileSet) -> Vec<KeyedFile> {
    let mut blocks = Vec::new();
    let mut block = TermBlockWriter::default();
    let (mut key, mut before) = (String::new(), "");
    for term in terms {
        if !block.is_empty() && layout.starts_block(&term.stem, block.len() + term.size() / 2) {
            let hash = files.add(std::mem::take(&mut block).finish());
            blocks.push(KeyedFile { key, hash });
            key = separator(before, &term.stem).into();
        }
        block.add(&term.stem, &term.forms, term.documents, &term.postings, all);
        before = &term.stem;
    }
    let hash = files.add(block.finish());
    blocks.push(KeyedFile { key, hash });
    blocks
}

/// The shortest prefix of `stem` that is after `before`.
fn separator<'a>(before: &str, stem: &'a str) -> &'a str {
    let end = stem
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8())
        .find(|&end| stem[..end] > *before)
        .unwrap_or(stem.len());
    &stem[..end]
}

/// The forms that words can be corrected to, with their document frequencies.
fn spelling_forms(terms: &[Term]) -> BTreeMap<&str, usize> {
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    for (form, documents) in terms.iter().flat_map(|term| &term.forms) {
        if form.chars().count() >= MIN_CORRECTED && !form.bytes().any(|byte| byte.is_ascii_digit())
        {
            *forms.entry(form).or_default() += documents;
        }
    }
    forms
}

/// Adds the spelling files by first letter or, `rotated`, by second.
fn spelling_files(
    forms: &BTreeMap<&str, usize>,
    rotated: bool,
    files: &mut FileSet,
) -> Vec<KeyedFile> {
    let mut all: Vec<(String, usize)> = forms
        .iter()
        .map(|(form, documents)| match rotated {
            true => (spelling::rotate(form), *documents),
            false => ((*form).into(), *documents),
        })
        .collect();
    all.sort_unstable();
    all.chunk_by(|(one, _), (next, _)| one.chars().next() == next.chars().next())
        .map(|forms| KeyedFile {
            key: forms[0].0.chars().take(1).collect(),
            hash: files.add(spelling::write(forms)),
        })
        .collect()
}
