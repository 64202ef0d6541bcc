//! The views, one noun a file. Each draws a wire type and nothing else.
//!
//! They are plain functions in Leptos' builder syntax, not `view!`: a nested element
//! without a dynamic part would be set through `template.innerHTML`, which the site's
//! Trusted Types policy forbids. They borrow what they draw and return [`AnyView`], so
//! that each shape of element is compiled once (the browser build is weighed in bytes).
//!
//! [`AnyView`]: leptos::prelude::AnyView

pub mod block;
pub mod breadcrumb;
pub mod card;
pub mod contact;
pub mod contents;
pub mod document;
pub mod inline;
pub mod list;
pub mod menu;
pub mod note;
pub mod review;
pub mod table;
