//! What the reader sees: which page is on screen, and putting another one there.

use std::cell::RefCell;

use leptos::prelude::*;
use lscb_content::wire::Bundle;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlAnchorElement, HtmlElement, Url};

use crate::boot::{app, by_id, document, window};
use crate::page::{PageView, document_title, page};
use crate::route::page_path;

/// The page on screen.
pub(crate) struct Screen {
    path: RefCell<String>,
    /// What the app has drawn, by place. Empty while the published page stands.
    drawn: RefCell<Vec<Drawn>>,
}

/// Views that stand in the document for as long as this is kept.
pub(crate) struct Drawn(Vec<<AnyView as Render>::State>);

impl Drop for Drawn {
    fn drop(&mut self) {
        for view in &mut self.0 {
            view.unmount();
        }
    }
}

/// Where the reader lands on a page.
pub(crate) enum Landing<'a> {
    /// At the top, or at an element if the address names one.
    Fragment(&'a str),
    /// Where they left it.
    Position(f64),
}

impl Screen {
    pub(crate) fn new(path: String) -> Self {
        Self {
            path: RefCell::new(path),
            drawn: RefCell::default(),
        }
    }

    /// The path of the page on screen.
    pub(crate) fn path(&self) -> String {
        self.path.borrow().clone()
    }

    /// Draws a page where nobody sees it: browsers compile a function when it is first
    /// called, and that must not happen while the reader waits for a page.
    pub(crate) fn rehearse(&self, path: &str, bundle: &Bundle) {
        let Some((content, menu)) = bundle.page(path) else {
            return;
        };
        let Ok(place) = document().create_element("main") else {
            return;
        };
        drop(draw(&place, page(content, menu).main));
    }

    /// Replaces the page on screen in one task: no frame shows half of each. Links of the
    /// shell must have been pinned before the address changed.
    pub(crate) fn show(&self, path: &str, bundle: &Bundle, landing: &Landing<'_>) {
        let (Some((content, menu)), Some(main)) = (bundle.page(path), by_id("main")) else {
            return;
        };
        document().set_title(&document_title(&content.title, app().library.site_title()));
        let PageView {
            breadcrumb,
            main: parts,
        } = page(content, menu);

        self.drawn.take();
        let mut drawn = Vec::with_capacity(2);
        if let Some(nav) = by_id("breadcrumb") {
            nav.set_hidden(breadcrumb.is_none());
            drawn.push(draw(&nav, breadcrumb.into_iter().collect()));
        }
        drawn.push(draw(&main, parts));
        self.drawn.replace(drawn);

        self.path.replace(path.to_owned());
        if let Some(body) = document().body() {
            body.set_attribute("data-route", path).ok();
        }
        mark_current(path);
        land(&main, landing);
    }
}

/// Puts views into an element in place of what is there. Not with `mount_to`, which brings an
/// owner for signals and effects: a page has none.
pub(crate) fn draw(place: &Element, views: Vec<AnyView>) -> Drawn {
    place.set_text_content(None);
    let built = views.into_iter().map(|view| {
        let mut state = view.build();
        state.mount(place, None);
        state
    });
    Drawn(built.collect())
}

/// Scrolls, then focuses the new heading: that alone is read once by a screen reader and
/// leads the next Tab into the new page. A live region on top would say it twice.
fn land(main: &HtmlElement, landing: &Landing<'_>) {
    let target = match landing {
        Landing::Fragment(id) if !id.is_empty() => by_id(id),
        _ => None,
    };
    let heading = main.query_selector("h1").ok().flatten();
    let heading = heading.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    match (&target, landing) {
        (Some(target), _) => target.scroll_into_view(),
        (None, Landing::Position(y)) => window().scroll_to_with_x_and_y(0.0, *y),
        (None, Landing::Fragment(_)) => window().scroll_to_with_x_and_y(0.0, 0.0),
    }
    if let Some(element) = target.or(heading) {
        focus(&element);
    }
}

/// Focuses an element without scrolling to it.
pub(crate) fn focus(element: &HtmlElement) {
    if !element.has_attribute("tabindex") {
        element.set_attribute("tabindex", "-1").ok();
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).ok();
}

/// Says in the shell's lists which page, and which section, is on screen.
fn mark_current(path: &str) {
    for link in elements::<HtmlAnchorElement>("header li a, footer li a") {
        let to = page_path(&app().root, &link.pathname()).unwrap_or_default();
        let current = if to == path {
            "page"
        } else if to.len() > 1 && path.starts_with(&to) {
            "true"
        } else {
            link.remove_attribute("aria-current").ok();
            continue;
        };
        link.set_attribute("aria-current", current).ok();
    }
}

/// Makes relative links absolute, as seen from the page on screen, so that they still lead
/// to the same place once the address is another one.
pub(crate) fn pin_links(selector: &str) {
    let app = app();
    let here = window().location().origin().unwrap_or_default();
    let page = app.screen.path();
    let here = [&here, &app.root, page.trim_start_matches('/')].concat();
    for link in elements::<Element>(selector) {
        let href = link.get_attribute("href").unwrap_or_default();
        // A bare fragment is a place in whatever page is on screen.
        if href.starts_with('#') {
            continue;
        }
        if let Ok(url) = Url::new_with_base(&href, &here) {
            link.set_attribute("href", &url.href()).ok();
        }
    }
}

fn elements<T: JsCast>(selector: &str) -> Vec<T> {
    let Ok(list) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into().ok())
        .collect()
}

/// The link that an event happened in.
pub(crate) fn anchor_of(target: Option<web_sys::EventTarget>) -> Option<HtmlAnchorElement> {
    let element: Element = target?.dyn_into().ok()?;
    element.closest("a[href]").ok()??.dyn_into().ok()
}
