//! Generated text of pages, in Markdown.

use std::fmt::Write as _;

use super::vocabulary::Vocabulary;
use crate::random::Random;

/// Writes text of the kind that boards publish: headings, paragraphs, lists, links.
pub(crate) struct Writer<'a> {
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) random: Random,
    /// The paths of pages to link to.
    pub(crate) pages: &'a [String],
}

impl Writer<'_> {
    /// Some words without a full stop, the first one capitalised.
    pub(crate) fn phrase(&mut self, from: usize, to: usize) -> String {
        let mut out = capitalised(self.vocabulary.word(&mut self.random));
        for _ in 1..self.random.between(from, to) {
            out.push(' ');
            out.push_str(self.vocabulary.word(&mut self.random));
        }
        out
    }

    /// A sentence without emphasis or links.
    pub(crate) fn sentence(&mut self) -> String {
        self.phrase(8, 14) + "."
    }

    /// A page's body of about `bytes` bytes.
    pub(crate) fn body(&mut self, bytes: usize) -> String {
        let mut out = self.paragraph();
        let mut inner = false;
        while out.len() < bytes {
            // A level is never skipped: an inner heading follows an outer one.
            let level = if inner && self.random.once_in(3) {
                "###"
            } else {
                "##"
            };
            inner = true;
            let heading = self.phrase(2, 7);
            let _ = write!(out, "\n{level} {heading}\n\n");
            for _ in 0..self.random.between(1, 3) {
                let paragraph = self.paragraph();
                out.push_str(&paragraph);
                out.push('\n');
            }
            if self.random.once_in(3) {
                self.list(&mut out);
            }
        }
        out
    }

    fn paragraph(&mut self) -> String {
        let mut out = String::new();
        for number in 0..self.random.between(2, 5) {
            if number > 0 {
                out.push(' ');
            }
            self.rich_sentence(&mut out);
        }
        out.push('\n');
        out
    }

    fn list(&mut self, out: &mut String) {
        let numbered = self.random.once_in(4);
        for number in 1..=self.random.between(3, 7) {
            let item = self.phrase(4, 14);
            let _ = match numbered {
                true => writeln!(out, "{number}. {item}"),
                false => writeln!(out, "- {item}"),
            };
        }
    }

    /// A sentence of 8 to 26 words, with a comma here and there, some emphasis, some links.
    fn rich_sentence(&mut self, out: &mut String) {
        out.push_str(&capitalised(self.vocabulary.word(&mut self.random)));
        let last = self.random.between(8, 26);
        for number in 1..last {
            let word = self.vocabulary.word(&mut self.random);
            let _ = match self.random.below(200) {
                0..14 if number + 1 < last => write!(out, " {word},"),
                14..16 => write!(out, " *{word}*"),
                16..17 => write!(out, " **{word}**"),
                17..19 => {
                    let page = self.random.pick(self.pages);
                    write!(
                        out,
                        " [{word} {}]({page})",
                        self.vocabulary.word(&mut self.random)
                    )
                }
                _ => write!(out, " {word}"),
            };
        }
        out.push('.');
    }
}

fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_ascii_uppercase() + rest
}
