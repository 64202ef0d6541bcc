//! Which words of a text were asked for, and the stretch of it worth showing.

use crate::analysis::{Decompose, words_where};
use crate::query::floor;
use crate::{Marked, Span};

/// About how much of a text a snippet shows, in bytes.
const SNIPPET: usize = 160;
/// How much of that stands before the first word that was asked for.
const BEFORE: usize = 40;

/// The words that were asked for, with what else they may be.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    /// Stems and what each is worth.
    pub(crate) stems: Vec<(String, f32)>,
    /// The beginning of a word that is half typed, folded.
    pub(crate) beginning: Option<String>,
}

/// A text in which the wanted words have been found.
pub(crate) struct Read<'a> {
    text: &'a str,
    /// Bytes of each wanted word, its place among [`Wanted::stems`].
    found: Vec<(usize, usize, usize)>,
}

impl Wanted {
    fn place(&self, form: &str, stem: &str) -> Option<usize> {
        let known = self.stems.iter().position(|(wanted, _)| wanted == stem);
        let begun = || {
            let beginning = self.beginning.as_deref()?;
            form.starts_with(beginning).then_some(self.stems.len())
        };
        known.or_else(begun)
    }

    fn worth(&self, place: usize) -> f32 {
        self.stems.get(place).map_or(1.0, |(_, worth)| *worth)
    }

    /// Finds the wanted words of `text`.
    pub(crate) fn read<'a>(&self, text: &'a str, decompose: Decompose) -> Read<'a> {
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        // Stems begin as their forms do.
        let likely = |form: &str| {
            let first = |stem: &(String, f32)| stem.0.as_bytes().first() == form.as_bytes().first();
            self.stems.iter().any(first)
        };
        for word in words_where(text, decompose, &likely) {
            let Some(place) = self.place(&word.form, &word.stem) else {
                continue;
            };
            // A further reading covers the words before it.
            while found.last().is_some_and(|last| last.0 >= word.at.start) {
                found.pop();
            }
            found.push((word.at.start, word.at.end, place));
        }
        Read { text, found }
    }

    /// What the wanted words from one on that fit a snippet are worth, each counted once.
    fn worth_from(&self, found: &[(usize, usize, usize)]) -> f32 {
        let start = found.first().map_or(0, |first| first.0);
        // A bit for each; those past 64 share them.
        let mut seen = 0u64;
        let mut sum = 0.0;
        for &(.., place) in found
            .iter()
            .take_while(|next| next.0 < start + SNIPPET - BEFORE)
        {
            let bit = 1 << (place % 64);
            if seen & bit == 0 {
                seen |= bit;
                sum += self.worth(place);
            }
        }
        sum
    }
}

impl Read<'_> {
    /// What the best stretch of it is worth, and its first wanted word.
    pub(crate) fn best(&self, wanted: &Wanted) -> (f32, usize) {
        let mut best = (0.0, 0);
        for first in 0..self.found.len() {
            let worth = wanted.worth_from(&self.found[first..]);
            if worth > best.0 {
                best = (worth, first);
            }
        }
        best
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// All of it, marked.
    pub(crate) fn whole(&self) -> Marked {
        self.marked(0, self.text.len())
    }

    /// The best stretch of it, marked, cut between words.
    pub(crate) fn snippet(&self, wanted: &Wanted) -> Marked {
        if self.text.len() <= SNIPPET {
            return self.whole();
        }
        let (_, first) = self.best(wanted);
        let asked = self.found.get(first).map_or(0, |found| found.0);
        let mut start = floor(self.text, asked.saturating_sub(BEFORE));
        if start > 0 {
            let space = self.text[start..asked]
                .find(' ')
                .map(|space| start + space + 1);
            start = space.unwrap_or(asked);
        }
        let mut end = floor(self.text, start + SNIPPET);
        if end < self.text.len() {
            let space = self.text[start..end].rfind(' ').map(|space| start + space);
            end = space.filter(|&space| space > start).unwrap_or(end);
        }
        let mut marked = self.marked(start, end);
        if start > 0 {
            marked.0.insert(0, span("… ", false));
        }
        if end < self.text.len() {
            marked.0.push(span(" …", false));
        }
        marked
    }

    fn marked(&self, start: usize, end: usize) -> Marked {
        let mut spans = Vec::new();
        let mut at = start;
        for &(from, to, _) in &self.found {
            if from < at || to > end {
                continue;
            }
            spans.push(span(&self.text[at..from], false));
            spans.push(span(&self.text[from..to], true));
            at = to;
        }
        spans.push(span(&self.text[at..end], false));
        spans.retain(|span| !span.text.is_empty());
        Marked(spans)
    }
}

fn span(text: &str, marked: bool) -> Span {
    Span {
        text: text.into(),
        marked,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(stems: &[&str], beginning: Option<&str>) -> Wanted {
        Wanted {
            stems: stems.iter().map(|stem| ((*stem).into(), 1.0)).collect(),
            beginning: beginning.map(String::from),
        }
    }

    /// A text with its marks in brackets.
    fn shown(marked: Marked) -> String {
        let show = |span: Span| match span.marked {
            true => format!("[{}]", span.text),
            false => span.text,
        };
        marked.0.into_iter().map(show).collect()
    }

    #[test]
    fn words_of_the_same_stem_and_beginnings_are_marked() {
        let wanted = wanted(&["review"], Some("safeg"));
        let read = wanted.read("Reviews: safeguarding reviewed.", |text| text.into());
        assert_eq!(shown(read.whole()), "[Reviews]: [safeguarding] [reviewed].");
    }

    #[test]
    fn a_telephone_number_is_marked_whole() {
        let wanted = wanted(&["01519343983"], None);
        let read = wanted.read("Ring 0151 934 3983 now", |text| text.into());
        assert_eq!(shown(read.whole()), "Ring [0151 934 3983] now");
    }

    #[test]
    fn a_snippet_shows_where_most_of_the_words_stand() {
        let text = format!(
            "child {} a child died here {}",
            "x ".repeat(200),
            "é ".repeat(200)
        );
        let wanted = wanted(&["child", "die"], None);
        let shown = shown(wanted.read(&text, |text| text.into()).snippet(&wanted));
        assert!(shown.starts_with("… x"), "{shown}");
        assert!(shown.contains("a [child] [died] here é"), "{shown}");
        assert!(shown.ends_with("é …") && shown.len() < 190, "{shown}");
    }
}
