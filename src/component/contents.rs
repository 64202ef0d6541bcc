//! "On this page": the headings of a page.

use leptos::prelude::*;
use lscb_wire::Link;

use super::element::{element, text};
use super::inline::link;
use crate::route::RelativeRoot;

/// From how many headings a page is long: the list is worth its room above the text, where there is
/// none beside it.
const LONG: usize = 4;

/// Whether a page with these headings is long.
pub fn is_long(headings: &[Link]) -> bool {
    headings.len() >= LONG
}

/// Links to the headings below: beside the text where the window is wide, and above it on a long
/// page elsewhere.
pub fn contents(headings: &[Link], root: &RelativeRoot) -> Option<AnyView> {
    if headings.is_empty() {
        return None;
    }
    let items = headings
        .iter()
        .map(|heading| element("li", &[], vec![link(heading, root)]));
    let title = element("h2", &[("id", "on-this-page")], vec![text("On this page")]);
    let list = element("ol", &[], items.collect());
    let class = if is_long(headings) {
        "contents"
    } else {
        "contents short"
    };
    let attributes = [("class", class), ("aria-labelledby", "on-this-page")];
    Some(element("nav", &attributes, vec![title, list]))
}
