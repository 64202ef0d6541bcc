//! Document cards.

/// A document as a reader meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DocumentCard {
    /// The anchor, unique on its page: the document's slug.
    pub id: String,
    /// The full title, unique in the site, so that a link makes sense out of context.
    pub title: String,
    /// Whether the reader can have it.
    pub state: DocumentState,
}

/// Whether a document can be read here.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum DocumentState {
    /// The file is in the site.
    File {
        /// Its address from the site's root.
        address: String,
        /// Type, size and pages in words: `PDF, 1.2 MB, 48 pages`.
        note: String,
    },
    /// The board has not supplied the file for this copy of its site.
    Missing {
        /// Whom to ask: the body's name.
        ask: String,
    },
    /// Somebody else publishes it.
    Elsewhere {
        /// The address.
        url: String,
        /// Who holds it.
        holder: String,
    },
}
