//! The content model of a board's site.
//!
//! This crate owns what a site *is*: pages, records, the rules they must keep, and the
//! wire types that carry a page to the browser. It does no IO and knows nothing of
//! Leptos, HTML or hosts.
//!
//! Reading is total: `read` gives a site and a list of diagnostics for any bytes at all. It
//! is compiled with the feature of the same name; without it there are the wire types alone.

#[cfg(feature = "read")]
mod characters;
#[cfg(feature = "read")]
mod collation;
#[cfg(feature = "read")]
mod criterion;
#[cfg(feature = "read")]
mod data;
#[cfg(feature = "read")]
mod date;
#[cfg(feature = "read")]
mod diagnostic;
#[cfg(feature = "read")]
mod diagnostics;
#[cfg(feature = "read")]
mod email;
#[cfg(feature = "read")]
mod embedder;
#[cfg(all(test, feature = "read"))]
mod example;
#[cfg(feature = "read")]
mod file_address;
#[cfg(feature = "read")]
mod language;
#[cfg(feature = "read")]
mod lines;
#[cfg(feature = "read")]
mod markdown;
#[cfg(feature = "read")]
mod nearest;
#[cfg(feature = "read")]
mod overlay;
#[cfg(feature = "read")]
mod page;
#[cfg(feature = "read")]
mod page_path;
#[cfg(feature = "read")]
mod parse_error;
#[cfg(feature = "read")]
mod period;
#[cfg(feature = "read")]
mod phone;
#[cfg(feature = "read")]
mod postcode;
#[cfg(feature = "read")]
mod read;
#[cfg(feature = "read")]
mod record;
#[cfg(feature = "read")]
mod reference;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "read")]
mod signing_key;
#[cfg(feature = "read")]
mod site;
#[cfg(feature = "read")]
mod slug;
#[cfg(feature = "read")]
mod source;
#[cfg(feature = "read")]
mod taken;
#[cfg(feature = "read")]
mod web_address;
pub mod wire;

#[cfg(feature = "schema")]
pub use self::schema::schema;
#[cfg(feature = "read")]
pub use self::{
    characters::composed,
    criterion::Criterion,
    date::{Date, Precision},
    diagnostic::Diagnostic,
    email::Email,
    embedder::Embedder,
    file_address::file_address,
    language::Language,
    overlay::{LocalContact, MAX_OVERLAY_BYTES, Overlay, OverlayFormat},
    page::{Alias, FrontMatter, Page},
    page_path::PagePath,
    parse_error::ParseError,
    period::Period,
    phone::Phone,
    postcode::Postcode,
    read::{Reading, read},
    record::{
        Address, Area, Body, BodyKind, Check, ContactKind, ContactPoint, Correction, Document,
        DocumentType, HelpNumber, Image, KnownIssue, Legacy, Milestone, OwnNumber, Partner, Person,
        Post, RecordTable, Review, ReviewAttachment, ReviewKind, ReviewRole, ReviewStatus,
        Settings, Successor, Synonym, Term,
    },
    signing_key::SigningKey,
    site::{EMBED_KINDS, Embed, EmbedKind, Embedding, Entry, Records, Redirect, Site, Thing},
    slug::Slug,
    source::{Attachment, MAX_SOURCE_BYTES, SourceFile},
    taken::{anchor as anchor_holder, path as path_holder},
    web_address::WebAddress,
};
