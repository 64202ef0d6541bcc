//! The first stop of the keyboard (WCAG 2.4.1).

use leptos::prelude::*;

use crate::component::element::{element, text};

/// Leads past what every page repeats.
pub(crate) fn skip_link() -> AnyView {
    let words = vec![text("Skip to main content")];
    element("a", &[("class", "skip-link"), ("href", "#main")], words)
}
