//! Writing a term block.

use super::bits::BitWriter;
use super::bytes::Write;
use super::term_block::{Posting, rice_parameter};

/// Writes a term block.
#[derive(Default)]
pub(crate) struct TermBlockWriter {
    last: String,
    stems: Vec<u8>,
    counts: Vec<u8>,
    forms: Vec<u8>,
    postings: BitWriter,
}

impl TermBlockWriter {
    pub(crate) fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// About how many bytes it has.
    pub(crate) fn len(&self) -> usize {
        self.stems.len() + self.counts.len() + self.forms.len() + self.postings.bytes.len()
    }

    /// Adds a term. `postings`, some of `documents` that have it, are ascending; `all`:
    /// how many documents the index has.
    pub(crate) fn add(
        &mut self,
        stem: &str,
        forms: &[(String, usize)],
        documents: usize,
        postings: &[Posting],
        all: usize,
    ) {
        self.stems.front_coded(&self.last, stem);
        self.last = stem.into();
        self.forms.number(forms.len());
        for (form, documents) in forms {
            let kept = common_prefix(stem, form);
            self.forms.number(stem.len() - kept);
            self.forms.text(&form[kept..]);
            if forms.len() > 1 {
                self.forms.push(documents.max(&1).ilog2() as u8);
            }
        }
        let titles = postings.iter().filter(|posting| posting.in_title).count();
        let left_out = documents - postings.len();
        self.counts.number(titles << 1 | usize::from(left_out > 0));
        self.counts.number(postings.len() - titles);
        if left_out > 0 {
            self.counts.number(left_out);
        }
        let start = self.postings.length;
        let levels = || postings.iter().map(|posting| posting.level);
        let least = levels().min().unwrap_or(1);
        let most = levels().max().unwrap_or(1);
        let width = (8 - (most - least).leading_zeros()) as usize;
        self.postings.number(usize::from(least) - 1, 5);
        self.postings.number(width, 3);
        for in_title in [true, false] {
            let these = || {
                postings
                    .iter()
                    .filter(|posting| posting.in_title == in_title)
            };
            let low = rice_parameter(all, these().count());
            let mut next = 0;
            for posting in these() {
                self.postings.rice((posting.document - next) as usize, low);
                self.postings
                    .number(usize::from(posting.level - least), width);
                next = posting.document + 1;
            }
        }
        self.counts.number(self.postings.length - start);
    }

    /// The bytes of the block.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut to = Vec::with_capacity(self.len() + 9);
        to.number(self.stems.len());
        to.number(self.counts.len());
        to.extend(self.stems);
        to.extend(self.counts);
        to.number(self.forms.len());
        to.extend(self.forms);
        to.extend(self.postings.bytes);
        to
    }
}

/// The length of the common prefix of two words.
fn common_prefix(one: &str, other: &str) -> usize {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b);
    let mut kept = same.count();
    while !other.is_char_boundary(kept) {
        kept -= 1;
    }
    kept
}
