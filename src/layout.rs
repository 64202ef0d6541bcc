//! The layout around every page, one noun a file. Drawn at publish time only; the browser
//! keeps it.

mod as_at;
mod exit;
mod footer;
mod header;
mod help;
mod messages;
mod not_found;
mod search;
mod skip_link;
mod theme;

use leptos::prelude::*;
use lscb_wire::{Link, Page, Target};

pub(crate) use self::{
    as_at::{as_at, as_at_more},
    footer::footer,
    header::header,
    help::help,
    messages::messages,
    not_found::not_found,
};
use crate::component::element::element;
use crate::component::inline::{current_link, link};
use crate::route::Base;

/// Keeps content to the width of a page.
fn wrap(content: Vec<AnyView>) -> AnyView {
    element("div", &[("class", "wrap")], content)
}

/// Items of links. `aria-current` says `page` on the page itself and `true` in its section.
fn items(links: &[Link], page: &Page, base: &Base) -> Vec<AnyView> {
    let items = links.iter().map(|entry| {
        let link = match &entry.to {
            Target::Page(to) if *to == page.path => current_link(entry, "page", base),
            Target::Page(to) if to != "/" && page.path.starts_with(to.as_str()) => {
                current_link(entry, "true", base)
            }
            _ => link(entry, base),
        };
        element("li", &[], vec![link])
    });
    items.collect()
}
