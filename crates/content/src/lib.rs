//! The content model of a board's site.
//!
//! This crate owns what a site *is*: pages, records, the rules they must keep, and the
//! wire types that carry a page to the browser. It does no IO and knows nothing of
//! Leptos, HTML or hosts.

pub mod wire;
