//! The content model of a board's site.
//!
//! This crate owns what a site *is*: pages, records, and the rules they must keep. What it answers
//! for a path are the types of `lscb-wire`. It does no IO and knows nothing of Leptos, HTML or
//! hosts.
//!
//! Reading is total: [`read`] gives a site and a list of diagnostics for any bytes at all.
//!
//! ```
//! use lscb_content::{ContentFolder, PagePath, SourceFile, read};
//!
//! let page = |body: &str| SourceFile {
//!     path: "contact.md".into(),
//!     bytes: format!("+++\ntitle = \"Contact\"\nsummary = \"How to reach us.\"\n+++\n\n{body}\n").into(),
//! };
//! let settings = SourceFile {
//!     path: "site.toml".into(),
//!     bytes: b"title = \"Example Board\"\nlanguage = \"en-GB\"\n".into(),
//! };
//! let files = [settings, page("Write to [the office](person:nobody).")];
//! let reading = read(&ContentFolder::named("board"), &files, &[], None);
//!
//! // A page that can be drawn all the same, and everything that is wrong with the folder.
//! let page = reading.site.view(&PagePath::from_source("contact.md").expect("a page"));
//! assert_eq!(page.expect("the page").title, "Contact");
//! let messages: Vec<String> = reading.diagnostics.iter().map(ToString::to_string).collect();
//! assert!(messages.iter().any(|it| it.starts_with("board/contact.md:6: ")), "{messages:#?}");
//! ```

mod characters;
mod collation;
mod content_file;
mod criterion;
mod data;
mod date;
mod diagnostic;
mod diagnostics;
mod email;
mod embedder;
#[cfg(test)]
mod example;
mod file_address;
mod language;
mod lines;
mod markdown;
mod nearest;
mod overlay;
mod page;
mod page_path;
mod parse_error;
mod period;
mod phone;
mod postcode;
mod read;
mod record;
mod reference;
mod reserved;
#[cfg(feature = "schema")]
mod schema;
mod signing_key;
mod site;
mod slug;
mod source;
mod web_address;

#[cfg(feature = "schema")]
pub use self::schema::schema;
pub use self::{
    characters::composed,
    content_file::{ContentFile, ContentFolder},
    criterion::Criterion,
    date::{Date, Precision},
    diagnostic::Diagnostic,
    email::Email,
    embedder::Embedder,
    file_address::file_address,
    language::Language,
    overlay::{LocalContact, MAX_OVERLAY_BYTES, Overlay, OverlayFormat},
    page::{Alias, FrontMatter, Page},
    page_path::{PagePath, index_file},
    parse_error::ParseError,
    period::Period,
    phone::Phone,
    postcode::Postcode,
    read::{Reading, read},
    record::{
        Address, Area, Body, BodyKind, Check, ContactKind, ContactPoint, Correction, Document,
        DocumentType, HelpNumber, Image, KnownIssue, Legacy, Milestone, OnlineAddress, OwnNumber,
        Partner, Person, Post, RecordTable, Records, Review, ReviewAttachment, ReviewKind,
        ReviewRole, ReviewStatus, Settings, Successor, Synonym, Term,
    },
    reserved::{anchor as anchor_holder, path as path_holder},
    signing_key::SigningKey,
    site::{
        EMBED_KINDS, Embed, EmbedKind, Embedding, Entry, EntryKind, Redirect, Site, Unplaced,
        embed_address,
    },
    slug::Slug,
    source::{Attachment, MAX_SOURCE_BYTES, SourceFile},
    web_address::WebAddress,
};
