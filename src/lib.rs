//! The Leptos app of a board's public site.
//!
//! The same views are drawn twice: natively at publish time (feature `ssr`, see
//! [`render`]) and in the browser after a client-side navigation (feature `web`, see
//! `browser`). The app only ever adds: every page reads whole without it.
//!
//! A page as HTML text, with the feature `ssr`:
//!
#![cfg_attr(feature = "ssr", doc = "```")]
#![cfg_attr(not(feature = "ssr"), doc = "```ignore")]
//! use lscb::render::body;
//! use lscb_wire::{Block, Inline, Page, Shell};
//!
//! let shell = Shell {
//!     title: "Example Safeguarding Board".into(),
//!     short_title: "Example Board".into(),
//!     language: "en-GB".into(),
//!     navigation: Vec::new(),
//!     footer: Vec::new(),
//!     search: None,
//!     help: Vec::new(),
//!     as_at: "This site describes arrangements as at 2019.".into(),
//!     as_at_more: String::new(),
//! };
//! let page = Page {
//!     path: "/contact/".into(),
//!     title: "Contact".into(),
//!     language: String::new(),
//!     rtl: false,
//!     summary: "How to reach us.".into(),
//!     breadcrumb: Vec::new(),
//!     contents: Vec::new(),
//!     blocks: vec![Block::Paragraph(vec![Inline::Text("Write to us.".into())])],
//!     menu: String::new(),
//! };
//! let html = body(&shell, &page, None);
//! assert!(html.contains("<p>Write to us.</p>"));
//! ```

pub mod component;
mod decimal;
pub mod page;
pub mod route;

#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "ssr")]
pub mod gallery;
#[cfg(feature = "ssr")]
mod layout;
#[cfg(feature = "ssr")]
pub mod render;
