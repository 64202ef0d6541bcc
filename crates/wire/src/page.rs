//! A page as it is drawn.

use super::{Block, Target};

/// A page: everything that changes when the reader goes to another one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Page {
    /// The path from the site's root, with a slash at both ends: `/about-us/`, or `/`.
    pub path: String,
    /// The `h1`.
    pub title: String,
    /// The language, BCP 47; empty if it is the site's.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    pub language: String,
    /// Whether that language is written from right to left.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "std::ops::Not::not")
    )]
    pub rtl: bool,
    /// One plain sentence on what is here, for search engines and lists of pages.
    pub summary: String,
    /// The pages above this one, the site's first page first; empty on the first page.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub breadcrumb: Vec<Link>,
    /// The headings of the second level, for the "On this page" list; empty if there is one only.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub contents: Vec<Link>,
    /// The content.
    pub blocks: Vec<Block>,
    /// The path of the [`Menu`] that the page stands in; empty if it stands alone.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    pub menu: String,
}

/// The menu of a section: the page at its head and the pages right below it. It is kept
/// apart from the pages so that a section of fifty pages does not carry it fifty times.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Menu {
    /// The path of the page at the head of the section.
    pub path: String,
    /// That page and the ones right below it, in order.
    pub pages: Vec<Link>,
}

/// A link by name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Link {
    /// Where it leads.
    pub to: Target,
    /// Its words.
    pub text: String,
    /// The language of its words, BCP 47; empty if it is that of the text around.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    pub language: String,
}
