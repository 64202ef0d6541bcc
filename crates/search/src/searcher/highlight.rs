//! Highlighting: the matches in a text, and the snippet with the best of them.

use super::parse::floor_char_boundary;
use crate::text::{Normalizer, tokenize_where};
use crate::{Highlighted, Span};

/// About how much of a text a snippet shows, in bytes.
const SNIPPET: usize = 160;
/// How much of that stands before the first match.
const BEFORE: usize = 40;

/// Finds the matches of a query in texts.
#[derive(Debug, Default)]
pub(super) struct Highlighter {
    /// The stems that match, with their weights.
    pub(super) stems: Vec<(String, f32)>,
    /// The prefix of forms that match, folded.
    pub(super) prefix: Option<String>,
}

/// A match in a text.
#[derive(Clone, Copy, Debug)]
struct Match {
    /// Its byte range.
    start: usize,
    end: usize,
    /// The place of its stem among [`Highlighter::stems`]; their number for the prefix.
    stem: usize,
}

/// A text with its matches.
pub(super) struct ScannedText<'a> {
    text: &'a str,
    matches: Vec<Match>,
}

/// As much of a text as fits a snippet.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Window {
    /// The weight of its matches, each stem counted once.
    pub(super) weight: f32,
    /// Its first match, by its place among the matches.
    first: usize,
}

impl Highlighter {
    fn matching_stem(&self, form: &str, stem: &str) -> Option<usize> {
        let known = self.stems.iter().position(|(wanted, _)| wanted == stem);
        let has_prefix = || {
            let prefix = self.prefix.as_deref()?;
            form.starts_with(prefix).then_some(self.stems.len())
        };
        known.or_else(has_prefix)
    }

    fn weight(&self, stem: usize) -> f32 {
        self.stems.get(stem).map_or(1.0, |(_, weight)| *weight)
    }

    /// Finds the matches in `text`.
    pub(super) fn scan<'a>(&self, text: &'a str, normalizer: Normalizer) -> ScannedText<'a> {
        let mut matches: Vec<Match> = Vec::new();
        // Stems begin as their forms do.
        let likely = |form: &str| {
            let first = |stem: &(String, f32)| stem.0.as_bytes().first() == form.as_bytes().first();
            self.stems.iter().any(first)
        };
        for token in tokenize_where(text, normalizer, &likely) {
            let Some(stem) = self.matching_stem(&token.form, &token.stem) else {
                continue;
            };
            // A variant covers the tokens before it.
            while matches
                .last()
                .is_some_and(|last| last.start >= token.at.start)
            {
                matches.pop();
            }
            matches.push(Match {
                start: token.at.start,
                end: token.at.end,
                stem,
            });
        }
        ScannedText { text, matches }
    }

    /// The weight of the matches from the first of `matches` on that fit a snippet, each stem
    /// counted once.
    fn window_weight(&self, matches: &[Match]) -> f32 {
        let start = matches.first().map_or(0, |first| first.start);
        // A bit for each; those past 64 share them.
        let mut seen = 0u64;
        let mut sum = 0.0;
        for found in matches
            .iter()
            .take_while(|next| next.start < start + SNIPPET - BEFORE)
        {
            let bit = 1 << (found.stem % 64);
            if seen & bit == 0 {
                seen |= bit;
                sum += self.weight(found.stem);
            }
        }
        sum
    }
}

impl ScannedText<'_> {
    /// The window with the best matches, of equal ones the first.
    pub(super) fn best_window(&self, highlighter: &Highlighter) -> Window {
        let mut best = Window::default();
        for first in 0..self.matches.len() {
            let weight = highlighter.window_weight(&self.matches[first..]);
            if weight > best.weight {
                best = Window { weight, first };
            }
        }
        best
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// All of it, highlighted.
    pub(super) fn highlighted(&self) -> Highlighted {
        self.range(0, self.text.len())
    }

    /// The best window of it, highlighted, cut between words.
    pub(super) fn snippet(&self, highlighter: &Highlighter) -> Highlighted {
        if self.text.len() <= SNIPPET {
            return self.highlighted();
        }
        let first = self.best_window(highlighter).first;
        let first = self.matches.get(first).map_or(0, |found| found.start);
        let mut start = floor_char_boundary(self.text, first.saturating_sub(BEFORE));
        if start > 0 {
            let space = self.text[start..first]
                .find(' ')
                .map(|space| start + space + 1);
            start = space.unwrap_or(first);
        }
        let mut end = floor_char_boundary(self.text, start + SNIPPET);
        if end < self.text.len() {
            let space = self.text[start..end].rfind(' ').map(|space| start + space);
            end = space.filter(|&space| space > start).unwrap_or(end);
        }
        let mut snippet = self.range(start, end);
        if start > 0 {
            snippet.0.insert(0, span("… ", false));
        }
        if end < self.text.len() {
            snippet.0.push(span(" …", false));
        }
        snippet
    }

    fn range(&self, start: usize, end: usize) -> Highlighted {
        let mut spans = Vec::new();
        let mut at = start;
        for found in &self.matches {
            if found.start < at || found.end > end {
                continue;
            }
            spans.push(span(&self.text[at..found.start], false));
            spans.push(span(&self.text[found.start..found.end], true));
            at = found.end;
        }
        spans.push(span(&self.text[at..end], false));
        spans.retain(|span| !span.text.is_empty());
        Highlighted(spans)
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

    fn highlighter(stems: &[&str], prefix: Option<&str>) -> Highlighter {
        Highlighter {
            stems: stems.iter().map(|stem| ((*stem).into(), 1.0)).collect(),
            prefix: prefix.map(String::from),
        }
    }

    /// A text with its marks in brackets.
    fn shown(highlighted: Highlighted) -> String {
        let show = |span: Span| match span.marked {
            true => format!("[{}]", span.text),
            false => span.text,
        };
        highlighted.0.into_iter().map(show).collect()
    }

    #[test]
    fn words_of_the_same_stem_and_beginnings_are_marked() {
        let highlighter = highlighter(&["review"], Some("safeg"));
        let scanned = highlighter.scan("Reviews: safeguarding reviewed.", |text| text.into());
        assert_eq!(
            shown(scanned.highlighted()),
            "[Reviews]: [safeguarding] [reviewed]."
        );
    }

    #[test]
    fn a_telephone_number_is_marked_whole() {
        let highlighter = highlighter(&["01519343983"], None);
        let scanned = highlighter.scan("Ring 0151 934 3983 now", |text| text.into());
        assert_eq!(shown(scanned.highlighted()), "Ring [0151 934 3983] now");
    }

    #[test]
    fn a_snippet_shows_where_most_of_the_words_stand() {
        let text = format!(
            "child {} a child died here {}",
            "x ".repeat(200),
            "é ".repeat(200)
        );
        let highlighter = highlighter(&["child", "die"], None);
        let shown = shown(
            highlighter
                .scan(&text, |text| text.into())
                .snippet(&highlighter),
        );
        assert!(shown.starts_with("… x"), "{shown}");
        assert!(shown.contains("a [child] [died] here é"), "{shown}");
        assert!(shown.ends_with("é …") && shown.len() < 190, "{shown}");
    }
}
