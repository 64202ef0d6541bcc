//! The Leptos app of a board's public site.
//!
//! The same views are drawn twice: natively at publish time (feature `ssr`, see
//! [`render`]) and in the browser after a client-side navigation (feature `web`, see
//! `boot`). The app only ever adds: every page reads whole without it.

pub mod component;
mod figures;
pub mod page;
pub mod route;

#[cfg(feature = "ssr")]
pub mod gallery;
#[cfg(feature = "ssr")]
pub mod render;
#[cfg(feature = "ssr")]
mod shell;

#[cfg(feature = "web")]
pub mod boot;
#[cfg(feature = "web")]
mod fetch;
#[cfg(feature = "web")]
mod history;
#[cfg(feature = "web")]
mod navigate;
#[cfg(feature = "web")]
mod notice;
#[cfg(feature = "web")]
mod screen;
#[cfg(feature = "web")]
mod search;
