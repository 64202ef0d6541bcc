//! What several parts of the layout are made of.

use leptos::prelude::*;
use lscb_wire::{Link, Page, Target};

use crate::component::element::element;
use crate::component::inline::{current_link, link};
use crate::route::{RelativeRoot, aria_current};

/// Keeps content to the width of a page.
pub(super) fn wrap(content: Vec<AnyView>) -> AnyView {
    element("div", &[("class", "wrap")], content)
}

/// Items of links. `aria-current` says `page` on the page itself and `true` in its section.
pub(super) fn items(links: &[Link], page: &Page, root: &RelativeRoot) -> Vec<AnyView> {
    let items = links.iter().map(|entry| {
        let link = match &entry.to {
            Target::Page(to) => match aria_current(to, &page.path) {
                Some(current) => current_link(entry, current, root),
                None => link(entry, root),
            },
            _ => link(entry, root),
        };
        element("li", &[], vec![link])
    });
    items.collect()
}
