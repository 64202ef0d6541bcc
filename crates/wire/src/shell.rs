//! The shell: what stays the same while the reader goes from page to page. It is drawn
//! at publish time only; the browser keeps it as it is.

use super::{Link, Phone};

/// What stands around every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shell {
    /// The name of the site: `Sefton Local Safeguarding Children Board`.
    pub title: String,
    /// Its short name, for narrow headers: `Sefton LSCB`.
    pub short_title: String,
    /// The language of the text, BCP 47: `en-GB`.
    pub language: String,
    /// The sections in the header, in order.
    pub navigation: Vec<Link>,
    /// The links at the foot of the page.
    pub footer: Vec<Link>,
    /// The path of the page that searches the site; `None` if there is none.
    pub search: Option<String>,
    /// Whom to ring, whatever page the reader is on.
    pub help: Vec<HelpLine>,
    /// What time the site describes, in one short sentence.
    pub as_at: String,
    /// What has replaced it since, in sentences; empty if nothing.
    pub as_at_more: String,
}

/// What stands above the help block.
pub const HELP_TITLE: &str = "Worried about a child?";

/// A line of the help block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    /// The number.
    pub phone: Phone,
    /// Who answers and when to ring, in words that follow the number:
    /// `if a child is in danger now`.
    pub text: String,
}
