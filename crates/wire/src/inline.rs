//! Inline content: the typed tree inside a paragraph, heading or table cell.

/// A run of text or a marked-up part of it. There is no variant for HTML: whatever the
/// content says is drawn as text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Stressed text, `<em>`.
    Emphasis(Vec<Inline>),
    /// Important text, `<strong>`.
    Strong(Vec<Inline>),
    /// Text that no longer holds, `<del>`.
    Struck(Vec<Inline>),
    /// Text in another language or direction than what is around it.
    Passage(InlinePassage),
    /// The box before a task of a list: whether it is done.
    Task(bool),
    /// The number of a footnote in the text.
    Footnote {
        /// The anchor of this place, to come back to.
        id: String,
        /// The number, which is that of the footnote too: `1` leads to `#footnote-1`.
        number: String,
    },
    /// An anchor that the words had before: links to it still lead here.
    Place(String),
    /// Text typed as it stands, `<code>`.
    Code(String),
    /// A link. `note` is shown after the words: file type, size and pages, or that the
    /// link leaves the site.
    Link {
        /// Where it leads.
        to: Target,
        /// The words of the link.
        text: Vec<Inline>,
        /// What the reader should know before following it; empty if nothing.
        #[cfg_attr(
            feature = "serde",
            serde(default, skip_serializing_if = "String::is_empty")
        )]
        note: String,
    },
    /// A date or time with its machine-readable form (HTML `datetime`).
    Time {
        /// ISO 8601 date, month or year, for example `2019-06-25` or `2019-04`.
        iso: String,
        /// The words shown, for example `25 June 2019`.
        text: String,
    },
    /// A hard line break.
    Break,
    /// Said after a text that names documents: they are not in this copy of the site.
    Absent,
}

/// Text in another language or direction.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InlinePassage {
    /// The language, BCP 47; empty if it is not known.
    pub language: String,
    /// Whether it is written from right to left.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "std::ops::Not::not")
    )]
    pub rtl: bool,
    /// The text.
    pub text: Vec<Inline>,
}

/// Where a link leads. Only `route.rs` of the app turns one into an `href`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Target {
    /// A page of this site: its path from the site's root with a slash at both ends,
    /// and an optional `#fragment`, for example `/contact/#office`. A bare `#fragment`
    /// is a place on the same page.
    Page(String),
    /// A file of this site: its address from the site's root without a leading slash, for
    /// example `documents/annual-report-2017-18.pdf` or `documents/Report%20%233.pdf`.
    File(String),
    /// An absolute address whose scheme is https, http, mailto or tel.
    Url(String),
}

impl Target {
    /// The address relative to the site's root, for example `contact/#office`. An absolute
    /// address and a bare `#fragment` stay as they are.
    pub fn relative(&self) -> &str {
        match self {
            Self::Page(path) => path.trim_start_matches('/'),
            Self::File(path) | Self::Url(path) => path,
        }
    }
}

/// The text of an inline tree without its markup.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_text(inlines, &mut out);
    out
}

fn push_text(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Time { text, .. } => {
                out.push_str(text);
            }
            Inline::Emphasis(children) | Inline::Strong(children) | Inline::Struck(children) => {
                push_text(children, out);
            }
            Inline::Passage(passage) => push_text(&passage.text, out),
            // They are no words of the text.
            Inline::Task(_) | Inline::Footnote { .. } | Inline::Place(_) | Inline::Absent => {}
            Inline::Link { text, .. } => push_text(text, out),
            Inline::Break => out.push(' '),
        }
    }
}
