//! What a search finds.

use crate::{Kind, Phone};

/// The answer to a [`Request`](crate::Request).
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(default))]
pub struct Found {
    /// How many documents match.
    pub total: usize,
    /// Whether more than `total` may match: a phrase was only looked for among the best.
    pub at_least: bool,
    /// The wanted hits, best first; equal ones in the order of the index: by section,
    /// kind, year (latest first) and address.
    pub hits: Vec<Hit>,
    /// Words of the question that nothing on this site matches, as typed. When there are
    /// any, nothing was found, strictly speaking, and `hits` are the nearest topics.
    pub missing: Vec<String>,
    /// Words that the site does not have and what was searched for instead.
    pub corrected: Vec<(String, String)>,
    /// The question with its slips mended, to be offered as "Did you mean".
    pub suggestion: Option<String>,
    /// How many of all hits each filter would leave.
    pub facets: Facets,
    /// Whether a part of the index could not be had, so that hits may be missing.
    pub incomplete: bool,
}

/// One document that matches.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(default))]
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
    pub title: Marked,
    /// The words around what was asked for.
    pub snippet: Marked,
    /// The headings under which the words stand, best first, at most three.
    pub parts: Vec<Part>,
    /// Numbers to call.
    pub phones: Vec<Phone>,
    /// The score, of no unit; higher is better.
    pub score: f32,
}

/// A place on the page of a [`Hit`].
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(default))]
pub struct Part {
    /// The anchor, without `#`.
    pub id: String,
    /// The heading.
    pub heading: Marked,
    /// The words around what was asked for.
    pub snippet: Marked,
}

/// Text with the asked words marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(default))]
pub struct Marked(pub Vec<Span>);

/// A run of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(default))]
pub struct Span {
    /// The words.
    pub text: String,
    /// Whether they were asked for.
    pub marked: bool,
}

/// How many hits each filter would leave, with no other filter of the same sort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(default))]
pub struct Facets {
    /// By section, in the order of the site.
    pub sections: Vec<Count<String>>,
    /// By kind.
    pub kinds: Vec<Count<Kind>>,
    /// By year, latest first.
    pub years: Vec<Count<u16>>,
}

/// A value and how many hits have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(default))]
pub struct Count<T> {
    /// The value.
    pub value: T,
    /// The number of hits.
    pub hits: usize,
}
