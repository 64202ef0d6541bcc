//! What the search page is asked, in its address: `search/#q=case+review&kind=review`. What
//! stands behind `#` is never sent to a host, so the words stay out of its logs.

use lscb_search::{Filter, Kind};

use super::fragment::split_fragment;
use super::percent;
use crate::decimal::decimal;

/// What the search page was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchParams {
    /// The query as typed.
    pub text: String,
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

impl SearchParams {
    /// Reads the fragment of an address, with or without `#`. `None` if it asks nothing. Parts
    /// that make no sense are passed over.
    pub fn from_hash(hash: &str) -> Option<Self> {
        let fragment = hash.trim_start_matches('#');
        let mut params = Self::default();
        for (place, pair) in fragment.split('&').enumerate() {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if place == 0 && name != "q" {
                return None;
            }
            let value = percent::decode(value, b' ');
            match name {
                "q" => params.text = value,
                "section" => params.filter.section = Some(value).filter(|it| !it.is_empty()),
                "kind" => params.filter.kind = kind_named(&value),
                "year" => params.filter.year = value.parse().ok(),
                "page" => params.page = value.parse().map_or(0, |page: usize| page.max(1) - 1),
                _ => {}
            }
        }
        (!params.text.trim().is_empty()).then_some(params)
    }

    /// The fragment of its address, without `#`; empty if nothing is asked.
    pub fn fragment(&self) -> String {
        let mut out = String::new();
        if self.text.trim().is_empty() {
            return out;
        }
        push(&mut out, "q", self.text.trim());
        if let Some(section) = &self.filter.section {
            push(&mut out, "section", section);
        }
        if let Some(kind) = self.filter.kind {
            push(&mut out, "kind", kind_name(kind));
        }
        if let Some(year) = self.filter.year {
            push(&mut out, "year", &decimal(year.into()));
        }
        if self.page > 0 {
            push(&mut out, "page", &decimal(self.page + 1));
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

/// The address of the results, given that of the page which shows them.
pub fn search_url(page: &str, params: &SearchParams) -> String {
    let (page, _) = split_fragment(page);
    [page.trim_end_matches('?'), "#", &params.fragment()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_survives_its_address() {
        let plain = SearchParams {
            text: "case review".into(),
            ..SearchParams::default()
        };
        assert_eq!(plain.fragment(), "q=case+review");
        let full = SearchParams {
            text: "50% “Ben” & Mary + #1\u{1f9d2}".into(),
            filter: Filter {
                section: Some("LSCB Governance & Structure".into()),
                kind: Some(Kind::DocumentPage),
                year: Some(2019),
            },
            page: 2,
        };
        for params in [plain, full] {
            assert_eq!(SearchParams::from_hash(&params.fragment()), Some(params));
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
            assert_eq!(SearchParams::from_hash(fragment), None, "{fragment}");
        }
    }

    #[test]
    fn nonsense_is_passed_over() {
        let read = SearchParams::from_hash("q=%zz%4&kind=nothing&year=soon&page=0&x=1&section=%ff");
        let read = read.expect("a params");
        assert_eq!(read.text, "%zz%4");
        assert_eq!(
            (read.filter.kind, read.filter.year, read.page),
            (None, None, 0)
        );
        assert_eq!(read.filter.section.as_deref(), Some("\u{fffd}"));
    }
}
