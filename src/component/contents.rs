//! "On this page": the headings of a long page.

use leptos::prelude::*;
use lscb_content::wire::Link;

use super::element::{element, text};
use super::inline::link;
use crate::route::Base;

/// Links to the headings below; nothing on a short page.
pub fn contents(headings: &[Link], base: &Base) -> Option<AnyView> {
    if headings.is_empty() {
        return None;
    }
    let items = headings
        .iter()
        .map(|heading| element("li", &[], vec![link(heading, base)]));
    let title = element("h2", &[("id", "on-this-page")], vec![text("On this page")]);
    let list = element("ol", &[], items.collect());
    let attributes = [("class", "contents"), ("aria-labelledby", "on-this-page")];
    Some(element("nav", &attributes, vec![title, list]))
}
