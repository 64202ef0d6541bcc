//! The views, one noun a file. Each draws a wire type and nothing else.
//!
//! They are plain functions, not `view!`: there a nested element without a dynamic part
//! would be set through `template.innerHTML`, which the site's Trusted Types policy
//! forbids. They borrow what they draw and return [`AnyView`].
//!
//! [`AnyView`]: leptos::prelude::AnyView

pub mod block;
pub mod breadcrumb;
pub mod card;
pub mod contact;
pub mod contents;
pub mod document;
pub mod element;
pub mod embed;
#[cfg(feature = "ssr")]
pub mod example;
pub mod inline;
pub mod list;
pub mod menu;
pub mod note;
pub mod offline;
pub mod picture;
pub mod release;
pub mod review;
pub mod search;
pub mod table;
