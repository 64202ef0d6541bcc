//! Terms and documents laid out in files.

use std::collections::BTreeMap;

use super::documents;
use super::terms::Term;
use super::{File, Index};
use crate::Document;
use crate::format::name::Name;
use crate::format::root::Root;
use crate::format::shard::ShardWriter;
use crate::format::spelling;

/// How large files are.
pub(super) struct Layout {
    /// Bytes of a shard, a little more or less.
    shard: usize,
    /// Bytes of a text file, a little more.
    pub(super) text: usize,
    pub(super) cards_a_file: usize,
    pub(super) files_a_shelf: usize,
    /// Whether the root has every file within itself.
    within: bool,
}

impl Layout {
    /// One of each, all within the root.
    pub(super) const WITHIN: Self = Self {
        shard: usize::MAX,
        text: usize::MAX,
        cards_a_file: 1 << 22,
        files_a_shelf: 1,
        within: true,
    };

    /// Small files beside the root. A question takes the root, which names every shard, and
    /// two shards or three: shards that grow with the root of all they hold keep the sum
    /// smallest. Texts grow with the site, so that there are never more than some ten
    /// thousand files: some hosts take no more than twenty.
    pub(super) fn beside(documents: &[&Document], terms: &[Term]) -> Self {
        let texts = documents.iter().flat_map(|document| &document.passages);
        let length: usize = texts.map(|passage| passage.text.len()).sum();
        let shards: usize = terms.iter().map(weight).sum();
        Self {
            shard: (3 * shards).isqrt().clamp(3 * 1024, 8 * 1024),
            text: (length / 8192).max(8 * 1024),
            cards_a_file: 32,
            files_a_shelf: 256,
            within: false,
        }
    }
}

/// The most bytes of shelves that the root has within itself.
const SHELVES_WITHIN: usize = 512;

/// The shortest words that spelling can bend.
const BENT: usize = 4;

pub(super) fn lay_out(
    mut root: Root,
    documents: &[&Document],
    terms: &[Term],
    layout: &Layout,
) -> Index {
    let mut files = Files::default();
    root.shards = shards(terms, root.documents, layout.shard, &mut files);
    if !layout.within {
        root.spelling = spellings(terms, &mut files);
    }
    root.cards_a_file = layout.cards_a_file;
    root.files_a_shelf = layout.files_a_shelf;
    let shelves = documents::shelves(documents, layout, &mut files);
    root.shelves = shelves.iter().map(|shelf| Name::of(shelf)).collect();
    // A few names cost less than another journey.
    if shelves.iter().map(Vec::len).sum::<usize>() <= SHELVES_WITHIN {
        root.within = shelves;
    } else {
        for shelf in shelves {
            files.add(shelf);
        }
    }
    if layout.within {
        root.within
            .extend(std::mem::take(&mut files.0).into_values());
    }
    Index {
        root: root.write(),
        files: files
            .0
            .into_iter()
            .map(|(name, bytes)| File {
                name: name.file(),
                bytes,
            })
            .collect(),
    }
}

/// Files by name. Two that hold the same are one.
#[derive(Default)]
pub(super) struct Files(BTreeMap<Name, Vec<u8>>);

impl Files {
    pub(super) fn add(&mut self, bytes: Vec<u8>) -> Name {
        let name = Name::of(&bytes);
        self.0.insert(name, bytes);
        name
    }
}

fn shards(terms: &[Term], all: usize, size: usize, files: &mut Files) -> Vec<(String, Name)> {
    let mut shards = Vec::new();
    let (mut shard, mut first, mut before) = (ShardWriter::default(), String::new(), "");
    for term in terms {
        if !shard.is_empty() && shard.len() + weight(term) / 2 > size {
            shards.push((first, files.add(std::mem::take(&mut shard).finish())));
            first = beginning(before, &term.stem).into();
        }
        shard.add(&term.stem, &term.forms, term.documents, &term.postings, all);
        before = &term.stem;
    }
    shards.push((first, files.add(shard.finish())));
    shards
}

/// About how many bytes a term takes: ten bits or so for a posting.
fn weight(term: &Term) -> usize {
    8 + term.postings.len() * 5 / 4
}

/// The shortest beginning of `stem` that is after `before`.
fn beginning<'a>(before: &str, stem: &'a str) -> &'a str {
    let end = stem
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8())
        .find(|&end| stem[..end] > *before)
        .unwrap_or(stem.len());
    &stem[..end]
}

/// The words that spelling can bend to, by first and by second letter.
fn spellings(terms: &[Term], files: &mut Files) -> [Vec<(String, Name)>; 2] {
    let mut words: BTreeMap<&str, usize> = BTreeMap::new();
    for (form, documents) in terms.iter().flat_map(|term| &term.forms) {
        if form.chars().count() >= BENT && !form.bytes().any(|byte| byte.is_ascii_digit()) {
            *words.entry(form).or_default() += documents;
        }
    }
    let mut by_letter = |turned: bool| {
        let mut all: Vec<(String, usize)> = words
            .iter()
            .map(|(word, documents)| match turned {
                true => (spelling::turn(word), *documents),
                false => ((*word).into(), *documents),
            })
            .collect();
        all.sort_unstable();
        all.chunk_by(|(one, _), (next, _)| one.chars().next() == next.chars().next())
            .map(|words| {
                let letter = words[0].0.chars().next().map(String::from);
                (
                    letter.unwrap_or_default(),
                    files.add(spelling::write(words)),
                )
            })
            .collect()
    };
    [by_letter(false), by_letter(true)]
}
