//! The layout: which terms and documents share a file.

use std::collections::BTreeMap;

use super::docstore;
use super::postings::Term;
use super::{File, Index};
use crate::Document;
use crate::format::content_hash::ContentHash;
use crate::format::manifest::{KeyedFile, Manifest};
use crate::format::spelling;
use crate::format::term_block::TermBlockWriter;

/// The sizes of files.
pub(super) struct Layout {
    /// Bytes of a term block, a little more or less.
    term_block: usize,
    /// Bytes of a passage file, a little more.
    pub(super) passages: usize,
    pub(super) docs_per_file: usize,
    pub(super) files_per_directory: usize,
    /// Whether the manifest has every file inlined.
    inlined: bool,
}

impl Layout {
    /// One of each, all inlined in the manifest.
    pub(super) const INLINED: Self = Self {
        term_block: usize::MAX,
        passages: usize::MAX,
        docs_per_file: 1 << 22,
        files_per_directory: 1,
        inlined: true,
    };

    /// Small files beside the manifest. A query takes the manifest, which names every term
    /// block, and two blocks or three: blocks that grow with the square root of all postings
    /// keep the sum smallest. Passage files grow with the site, so that there are never more
    /// than some ten thousand files: some hosts take no more than twenty.
    pub(super) fn beside(documents: &[&Document], terms: &[Term]) -> Self {
        let texts = documents.iter().flat_map(|document| &document.passages);
        let length: usize = texts.map(|passage| passage.text.len()).sum();
        let postings: usize = terms.iter().map(weight).sum();
        Self {
            term_block: (3 * postings).isqrt().clamp(3 * 1024, 8 * 1024),
            passages: (length / 8192).max(8 * 1024),
            docs_per_file: 32,
            files_per_directory: 256,
            inlined: false,
        }
    }
}

/// The most bytes of directories that the manifest has inlined.
const DIRECTORIES_INLINED: usize = 512;

/// The shortest words that are corrected, in letters.
const MIN_CORRECTED: usize = 4;

/// Lays out the index. `manifest` has the counts, sections, partitions and thesaurus.
pub(super) fn lay_out(
    mut manifest: Manifest,
    documents: &[&Document],
    terms: &[Term],
    layout: &Layout,
) -> Index {
    let mut files = Files::default();
    manifest.term_blocks = term_blocks(terms, manifest.documents, layout.term_block, &mut files);
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
        manifest
            .inlined
            .extend(std::mem::take(&mut files.0).into_values());
    }
    Index {
        manifest: manifest.write(),
        files: files
            .0
            .into_iter()
            .map(|(hash, bytes)| File {
                name: hash.file_name(),
                bytes,
            })
            .collect(),
    }
}

/// Files by content hash. Two that hold the same are one.
#[derive(Default)]
pub(super) struct Files(BTreeMap<ContentHash, Vec<u8>>);

impl Files {
    pub(super) fn add(&mut self, bytes: Vec<u8>) -> ContentHash {
        let hash = ContentHash::of(&bytes);
        self.0.insert(hash, bytes);
        hash
    }
}

/// Adds the term blocks, each known by a key that is at most its first stem.
fn term_blocks(terms: &[Term], all: usize, size: usize, files: &mut Files) -> Vec<KeyedFile> {
    let mut blocks = Vec::new();
    let mut block = TermBlockWriter::default();
    let (mut key, mut before) = (String::new(), "");
    for term in terms {
        if !block.is_empty() && block.len() + weight(term) / 2 > size {
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

/// About how many bytes a term takes: ten bits or so for a posting.
fn weight(term: &Term) -> usize {
    8 + term.postings.len() * 5 / 4
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
    files: &mut Files,
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
