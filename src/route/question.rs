//! Questions to the search page, in its address: `search/#q=case+review&kind=review`. What
//! stands behind `#` is never sent to a host, so the words stay out of its logs.

use lscb_search::{Filter, Kind};

use super::percent;
use crate::figures::figures;

/// What the search page was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The words as typed.
    pub words: String,
    /// Which part of the site is searched.
    pub filter: Filter,
    /// Which page of the results is shown, from 0.
    pub page: usize,
}

/// The names of kinds in addresses and in the form.
const KINDS: [(Kind, &str); 7] = [
    (Kind::Page, "page"),
    (Kind::Person, "person"),
    (Kind::Contact, "contact"),
    (Kind::Review, "review"),
    (Kind::Document, "document"),
    (Kind::DocumentPage, "document-page"),
    (Kind::Term, "term"),
];

/// The name of a kind in addresses.
pub fn kind_name(kind: Kind) -> &'static str {
    let known = KINDS.iter().find(|(other, _)| *other == kind);
    known.map_or("", |(_, name)| name)
}

/// The kind of this name.
pub fn kind_named(name: &str) -> Option<Kind> {
    let known = KINDS.iter().find(|(_, other)| *other == name);
    known.map(|(kind, _)| *kind)
}

impl Question {
    /// Reads what stands behind `#`. `None` if that is no question. Parts that make no
    /// sense are passed over.
    pub fn read(fragment: &str) -> Option<Self> {
        let mut question = Self::default();
        for (place, pair) in fragment.split('&').enumerate() {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if place == 0 && name != "q" {
                return None;
            }
            let value = percent::decode(value, b' ');
            match name {
                "q" => question.words = value,
                "section" => question.filter.section = Some(value).filter(|it| !it.is_empty()),
                "kind" => question.filter.kind = kind_named(&value),
                "year" => question.filter.year = value.parse().ok(),
                "page" => question.page = value.parse().map_or(0, |page: usize| page.max(1) - 1),
                _ => {}
            }
        }
        (!question.words.trim().is_empty()).then_some(question)
    }

    /// The fragment of its address, without `#`; empty without words.
    pub fn fragment(&self) -> String {
        let mut out = String::new();
        if self.words.trim().is_empty() {
            return out;
        }
        push(&mut out, "q", self.words.trim());
        if let Some(section) = &self.filter.section {
            push(&mut out, "section", section);
        }
        if let Some(kind) = self.filter.kind {
            push(&mut out, "kind", kind_name(kind));
        }
        if let Some(year) = self.filter.year {
            push(&mut out, "year", &figures(year.into()));
        }
        if self.page > 0 {
            push(&mut out, "page", &figures(self.page + 1));
        }
        out
    }
}

fn push(out: &mut String, name: &str, value: &str) {
    if !out.is_empty() {
        out.push('&');
    }
    out.push_str(name);
    out.push('=');
    percent::encode(value, out);
}

/// The address of the results of a question, given that of the page which shows results.
pub fn search_url(page: &str, question: &Question) -> String {
    let page = page.split('#').next().unwrap_or_default();
    [page.trim_end_matches('?'), "#", &question.fragment()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_survives_its_address() {
        let plain = Question {
            words: "case review".into(),
            ..Question::default()
        };
        assert_eq!(plain.fragment(), "q=case+review");
        let full = Question {
            words: "50% “Ben” & Mary + #1\u{1f9d2}".into(),
            filter: Filter {
                section: Some("LSCB Governance & Structure".into()),
                kind: Some(Kind::DocumentPage),
                year: Some(2019),
            },
            page: 2,
        };
        for question in [plain, full] {
            assert_eq!(Question::read(&question.fragment()), Some(question));
        }
    }

    #[test]
    fn every_kind_has_a_name_of_its_own() {
        for (kind, name) in KINDS {
            assert_eq!(kind_name(kind), name);
            assert_eq!(kind_named(name), Some(kind));
        }
    }

    #[test]
    fn other_fragments_are_no_questions() {
        for fragment in ["", "q", "q=", "q=+", "business-team", "kind=review&q=ben"] {
            assert_eq!(Question::read(fragment), None, "{fragment}");
        }
    }

    #[test]
    fn nonsense_is_passed_over() {
        let read = Question::read("q=%zz%4&kind=nothing&year=soon&page=0&x=1&section=%ff");
        let read = read.expect("a question");
        assert_eq!(read.words, "%zz%4");
        assert_eq!(
            (read.filter.kind, read.filter.year, read.page),
            (None, None, 0)
        );
        assert_eq!(read.filter.section.as_deref(), Some("\u{fffd}"));
    }
}
