//! What time the site describes: in one line above the page, and at more length below it.

use leptos::prelude::*;
use lscb_wire::Shell;

use super::parts::wrap;
use crate::component::element::{element, text};

/// The line above the page.
pub(crate) fn date_notice(shell: &Shell) -> AnyView {
    let more = element(
        "a",
        &[("href", "#as-at")],
        vec![text("What has changed since")],
    );
    let line = vec![text(&shell.as_at), text(" "), more];
    let words = wrap(vec![element("p", &[], line)]);
    let attributes = [("class", "as-at"), ("aria-label", "The age of this site")];
    element("aside", &attributes, vec![words])
}

/// The words below it.
pub(crate) fn date_notice_more(shell: &Shell) -> AnyView {
    let words = [&shell.as_at, " ", &shell.as_at_more].concat();
    let attributes = [("class", "as-at-more"), ("id", "as-at"), ("tabindex", "-1")];
    element("p", &attributes, vec![text(&words)])
}
