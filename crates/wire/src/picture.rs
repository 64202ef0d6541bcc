//! Pictures.

use super::Note;

/// A picture in the text. Its size is known, so that nothing moves when it comes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Picture {
    /// The address of its file, from the site’s root.
    pub file: String,
    /// What it shows; empty for decoration.
    pub alt: String,
    /// Its width in pixels, in decimal.
    pub width: String,
    /// Its height in pixels, in decimal.
    pub height: String,
    /// Who made it and on what terms it may be used; empty if nothing is said of it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    pub credit: String,
    /// What the reader should know of it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub note: Option<Note>,
}
