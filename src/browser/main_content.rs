//! What the reader sees: which page is on screen, and putting another one there.

use std::cell::RefCell;

use lscb_wire::Bundle;
use wasm_bindgen::JsCast;

use super::dom::{by_id, document, focus, scroll_to};
use super::mounted::Mounted;
use crate::page::{PageView, document_title, page};

/// The page on screen.
pub(super) struct MainContent {
    path: RefCell<String>,
    /// What the app has drawn, by place. Empty while the published page stands.
    mounted: RefCell<Vec<Mounted>>,
}

/// Where on a page the reader gets to.
#[derive(Clone, Copy)]
pub(super) enum ScrollTarget<'a> {
    /// At the top, or at an element if the address names one.
    Fragment(&'a str),
    /// Where they left it, in CSS pixels from the top.
    Position(f64),
}

impl MainContent {
    /// The published page at `path`.
    pub(super) fn new(path: String) -> Self {
        Self {
            path: RefCell::new(path),
            mounted: RefCell::default(),
        }
    }

    /// The path of the page on screen.
    pub(super) fn path(&self) -> String {
        self.path.borrow().clone()
    }

    /// Draws the page on screen where nobody sees it: browsers compile a function when it is first
    /// called, and that must not happen while the reader waits for a page.
    pub(super) fn warm_up(&self, bundle: &Bundle) {
        let path = self.path.borrow();
        let Some((content, menu)) = bundle.page(&path) else {
            return;
        };
        if let Ok(place) = document().create_element("main") {
            drop(Mounted::into_place(&place, page(content, menu).main));
        }
    }

    /// Replaces the page on screen in one task: no frame shows half of each.
    pub(super) fn show(&self, path: &str, bundle: &Bundle, site_title: &str) {
        let (Some((content, menu)), Some(main)) = (bundle.page(path), by_id("main")) else {
            return;
        };
        document().set_title(&document_title(&content.title, site_title));
        let PageView {
            breadcrumb,
            main: parts,
        } = page(content, menu);

        self.mounted.take();
        let mut mounted = Vec::with_capacity(2);
        if let Some(nav) = by_id("breadcrumb") {
            nav.set_hidden(breadcrumb.is_none());
            let links = breadcrumb.into_iter().collect();
            mounted.push(Mounted::into_place(&nav, links));
        }
        mounted.push(Mounted::into_place(&main, parts));
        self.mounted.replace(mounted);

        self.path.replace(path.to_owned());
        if let Some(body) = document().body() {
            body.set_attribute("data-route", path).ok();
        }
    }
}

/// Scrolls, then focuses the new heading: that alone is read once by a screen reader and
/// leads the next Tab into the new page. A live region on top would say it twice.
pub(super) fn scroll_and_focus(target: ScrollTarget<'_>) {
    let element = match target {
        ScrollTarget::Fragment(id) if !id.is_empty() => by_id(id),
        _ => None,
    };
    match (&element, target) {
        (Some(element), _) => element.scroll_into_view(),
        (None, ScrollTarget::Position(y)) => scroll_to(y),
        (None, ScrollTarget::Fragment(_)) => scroll_to(0.0),
    }
    match element {
        Some(element) => focus(&element),
        None => focus_heading(),
    }
}

/// Focuses the heading of the page, and scrolls nowhere.
pub(super) fn focus_heading() {
    let heading = document().query_selector("#main h1");
    let heading = heading.ok().flatten().and_then(|it| it.dyn_into().ok());
    if let Some(heading) = heading {
        focus(&heading);
    }
}
