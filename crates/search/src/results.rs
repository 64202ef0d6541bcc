//! Search results: hits with highlighted snippets, facets, and what was corrected.

use crate::{Kind, Phone};

/// The answer to a [`SearchQuery`](crate::SearchQuery).
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default)
)]
pub struct SearchResults {
    /// How many documents match.
    pub total: usize,
    /// Whether more than `total` may match: phrases are verified in the best documents only.
    pub total_is_lower_bound: bool,
    /// The requested hits, best first; equal ones in the order of the index: by section,
    /// kind, year (latest first) and address.
    pub hits: Vec<Hit>,
    /// Words of the query that no document matches, as typed. When there are any, no document
    /// matches the whole query, and `hits` are the nearest ones.
    pub missing: Vec<String>,
    /// Spelling corrections: words that the index lacks, as typed, and what was searched for
    /// instead.
    pub corrected: Vec<(String, String)>,
    /// The query with its corrections applied, to be offered as "Did you mean".
    pub suggestion: Option<String>,
    /// How many of all hits each filter would leave.
    pub facets: Facets,
    /// Whether a file of the index was unavailable, so that hits may be missing.
    pub incomplete: bool,
}

/// One document that matches.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default)
)]
pub struct Hit {
    /// [`Document::address`](crate::Document::address).
    pub address: String,
    /// The title of the document that this is a part of.
    pub parent: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// The title of its section.
    pub section: String,
    /// Its year.
    pub year: Option<u16>,
    /// Its title.
    pub title: Highlighted,
    /// The text around the matches.
    pub snippet: Highlighted,
    /// The headings with the best matches under them, best first, at most three.
    pub sub_results: Vec<SubResult>,
    /// Telephone numbers to call.
    pub phones: Vec<Phone>,
    /// The score, of no unit; higher is better.
    pub score: f32,
}

/// A section of the page of a [`Hit`], under a heading that can be linked to.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default)
)]
pub struct SubResult {
    /// The anchor of the heading, without `#`.
    pub id: String,
    /// The heading.
    pub heading: Highlighted,
    /// The text around the matches.
    pub snippet: Highlighted,
}

/// Text with its matches marked, as consecutive spans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default)
)]
pub struct Highlighted(pub Vec<Span>);

/// A span of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default)
)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Whether it matches the query.
    pub marked: bool,
}

/// How many hits each value of a filter would leave, the filter's present value ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default)
)]
pub struct Facets {
    /// By section, in the order of the site.
    pub sections: Vec<FacetCount<String>>,
    /// By kind.
    pub kinds: Vec<FacetCount<Kind>>,
    /// By year, latest first.
    pub years: Vec<FacetCount<u16>>,
}

/// A facet value and the number of hits that have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default)
)]
pub struct FacetCount<T> {
    /// The value.
    pub value: T,
    /// The number of hits.
    pub hits: usize,
}
