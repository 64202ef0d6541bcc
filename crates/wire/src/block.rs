//! Blocks: the parts that a page is made of, in reading order.

use super::{ContactGroup, DocumentCard, Inline, Picture, Review, Target};

/// One block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Block {
    /// A heading below the page's `h1`.
    Heading {
        /// `h2` to `h6`.
        level: HeadingLevel,
        /// The anchor, unique on its page and stable while the words stay.
        id: String,
        /// The words.
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A bulleted or numbered list.
    List(List),
    /// A quotation.
    Quote(Vec<Block>),
    /// Text laid out as typed.
    Code(String),
    /// A table with a heading row.
    Table(Table),
    /// A change of subject.
    Rule,
    /// Terms and what they mean, or dates and what happened.
    Definitions(Vec<Definition>),
    /// People and teams, with their telephone numbers and addresses.
    Contacts(Vec<ContactGroup>),
    /// Published reviews, newest first.
    Reviews(Vec<Review>),
    /// Documents, each a link or an honest statement that there is no file.
    Documents(Vec<DocumentCard>),
    /// Links to pages, each with a line on what is there.
    Cards(Vec<Card>),
    /// A picture.
    Picture(Picture),
    /// A remark of the publisher's beside the published text.
    Note(Note),
    /// The place of the search form's results.
    Search,
    /// Everything that can be found, by its first letter.
    Index(Vec<IndexSection>),
    /// How to tell that this copy of the site is the board's, by the key that signed it; empty
    /// if the site names none.
    Release(String),
    /// The place where a reader keeps a copy of the site.
    Offline,
    /// The place where a partner chooses what to show on pages of their own, and what is ready
    /// to be copied without choosing.
    Embeds(Vec<Block>),
    /// What the numbers of footnotes in the text lead to, in their order.
    Footnotes(Vec<Footnote>),
    /// Blocks in another language or direction than those around them.
    Passage(Passage),
    /// Blocks that are out of the way until they are asked for.
    #[cfg_attr(feature = "serde", serde(rename = "fold"))]
    Details(Details),
}

/// Blocks behind a line that says what they are.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Details {
    /// What they are.
    pub title: String,
    /// The blocks.
    pub blocks: Vec<Block>,
    /// Whether they can be seen until the reader puts them out of the way.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "std::ops::Not::not")
    )]
    pub open: bool,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Footnote {
    /// The anchor, unique on its page: `footnote-1`.
    pub id: String,
    /// What it says, with the ways back at its end.
    pub blocks: Vec<Block>,
}

/// Blocks in another language or direction.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Passage {
    /// The language, BCP 47; empty if it is not known.
    pub language: String,
    /// Whether it is written from right to left.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "std::ops::Not::not")
    )]
    pub rtl: bool,
    /// The blocks.
    pub blocks: Vec<Block>,
}

/// What an A–Z has under one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IndexSection {
    /// The letter, a capital; `0–9` for digits, `#` for what has neither.
    pub letter: String,
    /// What begins with it, in the order of the alphabet.
    pub entries: Vec<IndexEntry>,
}

/// An entry of an A–Z.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IndexEntry {
    /// Its name.
    pub title: String,
    /// What it is, in a few words: `Page`, `Person`, `Review, April 2019`.
    pub note: String,
    /// Where it is.
    pub target: Target,
    /// The language of its name, BCP 47; empty if it is that of the text around.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    pub language: String,
}

/// The level of a heading inside a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[allow(missing_docs, reason = "the names say it all")]
pub enum HeadingLevel {
    H2,
    H3,
    H4,
    H5,
    H6,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct List {
    /// Whether the items are numbered.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "std::ops::Not::not")
    )]
    pub ordered: bool,
    /// The number of the first item; empty if that is 1.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    pub start: String,
    /// The items.
    pub items: Vec<Vec<Block>>,
}

/// How the cells of a column are aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Alignment {
    /// Where lines begin.
    Start,
    /// In the middle.
    Middle,
    /// Where lines end.
    End,
}

/// A table. Every row has as many cells as `head`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Table {
    /// What it is called, unlike the page's other tables: `Table: Opening hours`.
    pub name: String,
    /// The sides of the columns; empty if all stand where lines begin.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub sides: Vec<Alignment>,
    /// The heading row.
    pub head: Vec<Vec<Inline>>,
    /// The rows below it.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// A term with its meaning, or a date with its event.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Definition {
    /// The anchor, unique on its page.
    pub id: String,
    /// What is explained.
    pub term: Vec<Inline>,
    /// The explanation.
    pub text: Vec<Inline>,
}

/// A link to a page with one line on what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Card {
    /// The page.
    pub to: Target,
    /// Its title.
    pub title: String,
    /// Its summary; may be empty.
    pub summary: String,
    /// The language of its words, BCP 47; empty if it is that of the text around.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    pub language: String,
}

/// A remark of the publisher's, always told apart from the board's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// The remark.
    pub text: Vec<Inline>,
}

/// What a [`Note`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum NoteKind {
    /// A document or picture that was published here and is not in this copy.
    Missing,
    /// A contact that has not been checked for too long.
    Stale,
}
