//! The content model of a board's site.
//!
//! This crate owns what a site *is*: pages, records, and the rules they must keep. What it answers
//! for a path are the types of `lscb-wire`. It does no IO and knows nothing of Leptos, HTML or
//! hosts.
//!
//! Reading is total: `read` gives a site and a list of diagnostics for any bytes at all.

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
#[cfg(feature = "schema")]
mod schema;
mod signing_key;
mod site;
mod slug;
mod source;
mod taken;
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
        DocumentType, HelpNumber, Image, KnownIssue, Legacy, Milestone, OwnNumber, Partner, Person,
        Post, RecordTable, Records, Review, ReviewAttachment, ReviewKind, ReviewRole, ReviewStatus,
        Settings, Successor, Synonym, Term,
    },
    signing_key::SigningKey,
    site::{EMBED_KINDS, Embed, EmbedKind, Embedding, Entry, Redirect, Site, Thing, embed_address},
    slug::Slug,
    source::{Attachment, MAX_SOURCE_BYTES, SourceFile},
    taken::{anchor as anchor_holder, path as path_holder},
    web_address::WebAddress,
};
