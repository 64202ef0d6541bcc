//! Reviews.

use super::Block;

/// A published review. Pseudonyms are part of the title and never people.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Review {
    /// The anchor, unique on its page: the review's slug.
    pub id: String,
    /// The date in words with its own precision: `April 2019`.
    pub date: String,
    /// The same in ISO 8601: `2019-04`.
    pub iso: String,
    /// The title as published: `Serious Case Review (SCR) (Janet)`.
    pub title: String,
    /// The published lines below the title, or the tombstone of a withdrawn review.
    pub body: Vec<Block>,
}
