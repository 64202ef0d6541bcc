//! The menu of a section: its pages, and the ones before and after this one.

use leptos::html;
use leptos::prelude::*;
use lscb_content::wire::{Link, Menu, Page, Target};

use super::inline::link;
use crate::route::Base;

/// The pages of the section that `page` stands in.
pub fn menu(menu: &Menu, page: &Page, base: &Base) -> AnyView {
    let here = menu.pages.iter().position(|link| is_page(link, &page.path));
    let items: Vec<AnyView> = menu
        .pages
        .iter()
        .enumerate()
        .map(|(index, entry)| {
            let current = (Some(index) == here).then_some("page");
            html::li().child(link(entry, current, base)).into_any()
        })
        .collect();
    let mut content = vec![
        html::h2().id("in-this-section").child("In this section").into_any(),
        html::ul().child(items).into_any(),
    ];
    if let Some(here) = here {
        let previous = here.checked_sub(1).and_then(|index| menu.pages.get(index));
        let next = menu.pages.get(here + 1);
        content.extend(previous.map(|page| neighbour("Previous: ", page, base)));
        content.extend(next.map(|page| neighbour("Next: ", page, base)));
    }
    html::nav()
        .class("section-menu")
        .attr("aria-labelledby", "in-this-section")
        .child(content)
        .into_any()
}

fn is_page(link: &Link, path: &str) -> bool {
    matches!(&link.to, Target::Page(to) if to == path)
}

fn neighbour(label: &'static str, page: &Link, base: &Base) -> AnyView {
    html::p().child(vec![label.into_any(), link(page, None, base)]).into_any()
}
