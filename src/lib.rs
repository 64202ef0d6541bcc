//! The Leptos app of a board's public site.
//!
//! The same views are drawn twice: natively at publish time (feature `ssr`, see
//! [`render`]) and in the browser after a client-side navigation (feature `web`, see
//! `browser`). The app only ever adds: every page reads whole without it.

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
