//! "On this page": the headings of a long page.

use leptos::html;
use leptos::prelude::*;
use lscb_content::wire::Link;

use super::inline::link;
use crate::route::Base;

/// Links to the headings below; nothing on a short page.
pub fn contents(headings: &[Link], base: &Base) -> Option<AnyView> {
    if headings.is_empty() {
        return None;
    }
    let items: Vec<AnyView> = headings
        .iter()
        .map(|heading| html::li().child(link(heading, None, base)).into_any())
        .collect();
    let title = html::h2().id("on-this-page").child("On this page").into_any();
    let list = html::ol().child(items).into_any();
    Some(
        html::nav()
            .class("contents")
            .attr("aria-labelledby", "on-this-page")
            .child(vec![title, list])
            .into_any(),
    )
}
