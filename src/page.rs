//! A page: the part of the document that changes when the reader goes to another one.

use leptos::prelude::*;
use lscb_wire::{Menu, Page};

use crate::component::element::{element, text};
use crate::component::{
    block::blocks,
    breadcrumb::breadcrumb,
    contents::{contents, is_long},
    inline::in_language,
    menu::menu,
};
use crate::route::RelativeRoot;

/// What stands in the document's two places for it.
pub struct PageView {
    /// Inside the breadcrumb's landmark; `None` leaves it empty and hidden.
    pub breadcrumb: Option<AnyView>,
    /// Inside `<main>`.
    pub main: Vec<AnyView>,
}

/// Draws a page.
pub fn page(page: &Page, section: Option<&Menu>) -> PageView {
    let root = RelativeRoot::of(&page.path);
    let title = [("tabindex", "-1")];
    let mut main = vec![element("h1", &title, vec![text(&page.title)])];
    let is_long = is_long(&page.contents);
    // Beside the text there is room for one of the two; the front page's own lists take it all.
    let has_contents = is_long || section.is_none() && page.path != "/";
    if has_contents {
        main.extend(contents(&page.contents, &root));
    }
    let text = blocks(&page.blocks, &root);
    match section {
        Some(_) if !is_long => main.push(element("div", &[("class", "text")], text)),
        _ => main.extend(text),
    }
    if !page.language.is_empty() {
        main = vec![in_language("div", &page.language, page.rtl, main)];
    }
    main.extend(section.map(|section| menu(section, &page.path, &root)));
    PageView {
        breadcrumb: breadcrumb(&page.breadcrumb, &root),
        main,
    }
}

/// The document's title: the page's own first, so that tabs and history can be told apart
/// (WCAG 2.4.2).
pub fn document_title(page_title: &str, site_title: &str) -> String {
    if page_title == site_title {
        site_title.to_owned()
    } else {
        [page_title, " - ", site_title].concat()
    }
}
