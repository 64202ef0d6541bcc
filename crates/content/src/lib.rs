//! The content model of a board's site.
//!
//! This crate owns what a site *is*: pages, records, the rules they must keep, and the
//! wire types that carry a page to the browser. It does no IO and knows nothing of
//! Leptos, HTML or hosts.
//!
//! Reading is total: [`read()`] gives a site and a list of problems for any bytes at all.

#[cfg(feature = "read")]
mod date;
#[cfg(feature = "read")]
mod fault;
#[cfg(feature = "read")]
mod page_path;
#[cfg(feature = "read")]
mod problem;
#[cfg(feature = "read")]
mod read;
#[cfg(feature = "read")]
mod site;
#[cfg(feature = "read")]
mod slug;
#[cfg(feature = "read")]
mod source;
pub mod wire;

#[cfg(feature = "read")]
pub use self::{
    date::{Date, Precision},
    fault::Fault,
    page_path::PagePath,
    problem::Problem,
    read::{Reading, read},
    site::{Redirect, Site},
    slug::Slug,
    source::{Attachment, MAX_SOURCE_BYTES, SourceFile},
};
