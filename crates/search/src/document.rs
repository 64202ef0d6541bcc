//! What is indexed: documents with their passages, and the thesaurus.

/// One unit of search: a page, or a person, team, review, document or term
/// that stands on a page, or one page of a document's file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Where it is, from the site's root without a leading slash, with a fragment where
    /// it is a part of a page: `contact/#louise-roberts`, `documents/plan.pdf#page=3`.
    /// The home page is the empty string. Unique.
    pub address: String,
    /// The address of the document that it is a part of. Only [`Kind::DocumentPage`] has one.
    pub parent: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// The title of the site's section that it belongs to.
    pub section: String,
    /// The year that it is of, if it is of one.
    pub year: Option<u16>,
    /// Its title.
    pub title: String,
    /// Whether it is named and cannot be read: what is about the same comes first.
    pub is_absent: bool,
    /// Its text in reading order.
    pub passages: Vec<Passage>,
    /// Words that it is found by, besides its text, and that are not shown: corrected readings,
    /// names of the people on it, synonyms of its own.
    pub keywords: Vec<String>,
    /// Telephone numbers to call from the result itself.
    pub phones: Vec<Phone>,
}

/// Text under one heading, or before the first: the unit of snippets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The heading that it stands under.
    pub heading: Option<Heading>,
    /// The text, white space collapsed.
    pub text: String,
}

/// A heading that can be linked to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Its anchor on the page, without `#`.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// A telephone number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default)
)]
pub struct Phone {
    /// As printed: `0151 934 3983`.
    pub printed: String,
    /// As dialled, RFC 3966 without `tel:`: `+441519343983`.
    pub number: String,
}

/// What a [`Document`] is. The order is that of the filter's list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum Kind {
    /// A page of the site.
    #[default]
    Page,
    /// A person and their post.
    Person,
    /// A team or office and how to reach it.
    Contact,
    /// A published review.
    Review,
    /// A document, whether or not its file is there.
    Document,
    /// One page of a document's file.
    DocumentPage,
    /// A term or short form that is explained.
    Term,
}

/// Synonyms and known words, applied to queries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thesaurus {
    /// Sets of words or phrases that stand for each other:
    /// `["SCR", "serious case review", "LCSPR"]`.
    pub equivalent: Vec<Vec<String>>,
    /// Words or phrases that also match others, one way: `("in charge", ["chair"])`. With
    /// nothing to match: words that are right as they are and never corrected.
    pub one_way: Vec<(String, Vec<String>)>,
    /// Everyday words of the language, in small letters: what is one of them is no slip of a word
    /// that the site happens to have.
    pub dictionary: Vec<String>,
}
