//! The Leptos app of a board's public site.
