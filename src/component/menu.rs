//! The menu of a section: its pages, and the ones before and after this one.

use leptos::prelude::*;
use lscb_wire::{Link, Menu, Target};

use super::element::{element, text};
use super::inline::{current_link, link};
use crate::route::RelativeRoot;

/// The pages of the section that the page at `path` stands in.
pub fn menu(menu: &Menu, path: &str, root: &RelativeRoot) -> AnyView {
    let here = menu.pages.iter().position(|link| is_page(link, path));
    let items = menu.pages.iter().enumerate().map(|(index, entry)| {
        let link = if Some(index) == here {
            current_link(entry, "page", root)
        } else {
            link(entry, root)
        };
        element("li", &[], vec![link])
    });
    let mut content = vec![
        element(
            "h2",
            &[("id", "in-this-section")],
            vec![text("In this section")],
        ),
        element("ul", &[], items.collect()),
    ];
    if let Some(here) = here {
        let previous = here.checked_sub(1).and_then(|index| menu.pages.get(index));
        let next = menu.pages.get(here + 1);
        content.extend(previous.map(|page| neighbour("Previous: ", page, root)));
        content.extend(next.map(|page| neighbour("Next: ", page, root)));
    }
    element(
        "nav",
        &[
            ("class", "section-menu"),
            ("aria-labelledby", "in-this-section"),
        ],
        content,
    )
}

fn is_page(link: &Link, path: &str) -> bool {
    matches!(&link.to, Target::Page(to) if to == path)
}

fn neighbour(label: &str, page: &Link, root: &RelativeRoot) -> AnyView {
    element("p", &[], vec![text(label), link(page, root)])
}
