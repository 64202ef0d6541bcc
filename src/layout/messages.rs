//! Where the app speaks.

use leptos::prelude::*;

use crate::component::element::{element, text};

/// Load states for the ear, and one line with two ways on for the eye when a page did not
/// come. Both are in the document from the start, since a live region that is born with
/// its text is not read.
pub(crate) fn messages() -> Vec<AnyView> {
    let retry = [("type", "button"), ("id", "notice-retry")];
    let notice = vec![
        element("span", &[("id", "notice-text")], vec![]),
        element("button", &retry, vec![text("Try again")]),
        element(
            "a",
            &[("id", "notice-open"), ("href", "#main")],
            vec![text("Open the page")],
        ),
    ];
    let region = [
        ("id", "notice"),
        ("role", "region"),
        ("aria-label", "Page not loaded"),
        ("hidden", ""),
    ];
    vec![
        element("div", &[("id", "status"), ("role", "status")], vec![]),
        element("div", &region, notice),
    ]
}
