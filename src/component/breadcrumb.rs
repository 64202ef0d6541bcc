//! The breadcrumb: the pages above this one.

use leptos::html;
use leptos::prelude::*;
use lscb_content::wire::Link;

use super::inline::link;
use crate::route::Base;

/// The list inside the breadcrumb's landmark; nothing on the first page.
pub fn breadcrumb(above: &[Link], base: &Base) -> Option<AnyView> {
    if above.is_empty() {
        return None;
    }
    let items: Vec<AnyView> =
        above.iter().map(|page| html::li().child(link(page, None, base)).into_any()).collect();
    Some(html::ol().child(items).into_any())
}
