//! The breadcrumb: the pages above this one.

use leptos::prelude::*;
use lscb_wire::Link;

use super::{element::element, inline::link};
use crate::route::RelativeRoot;

/// The list inside the breadcrumb's landmark; nothing on the first page.
pub fn breadcrumb(above: &[Link], root: &RelativeRoot) -> Option<AnyView> {
    let items = above
        .iter()
        .map(|page| element("li", &[], vec![link(page, root)]));
    (!above.is_empty()).then(|| element("ol", &[], items.collect()))
}
