//! Listens to the document, and hands on what happens.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, HtmlFormElement, HtmlSelectElement, MouseEvent, VisibilityState,
};

use super::dom::{document, intercept, listen as on, window};
use super::links::link_at;
use super::navigator::Navigator;
use super::search::Search;

/// Starts to listen. `body` is the root of what is the site's.
pub(super) fn listen(body: &HtmlElement, navigator: &'static Navigator, search: Search) {
    intercept(body, "click", move |event| {
        if let Some(event) = event.dyn_ref::<MouseEvent>() {
            clicked(event, navigator, search);
        }
    });
    for intent in ["pointerover", "focusin", "touchstart"] {
        on(body, intent, move |event| {
            if let Some(link) = link_at(event.target()) {
                navigator.prefetch(&link);
            }
        });
    }
    on(&window(), "popstate", move |_| navigator.traverse());
    on(&window(), "pagehide", move |_| navigator.page_hidden());
    on(&window(), "pageshow", move |_| navigator.page_restored());
    on(&window(), "hashchange", move |_| search.address_changed());
    on(&document(), "visibilitychange", move |_| {
        if document().visibility_state() == VisibilityState::Visible {
            navigator.revalidate();
        }
    });
    intercept(&document(), "submit", move |event| {
        if let Some(form) = search_form_at(event) {
            event.prevent_default();
            search.submit(&form);
        }
    });
    on(&document(), "change", move |event| {
        let target = event.target();
        let select = target.and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
        if let (Some(_), Some(form)) = (select, search_form_at(event)) {
            search.submit(&form);
        }
    });
}

/// Clicks that mean what clicks on links and buttons mean, with the first button and no key.
fn clicked(event: &MouseEvent, navigator: &'static Navigator, search: Search) {
    if event.default_prevented()
        || event.button() != 0
        || event.meta_key()
        || event.ctrl_key()
        || event.shift_key()
        || event.alt_key()
    {
        return;
    }
    let target = event.target();
    let target = target.and_then(|target| target.dyn_into::<Element>().ok());
    match target.map(|element| element.id()).as_deref() {
        Some("notice-retry") => navigator.retry(),
        Some("search-again") => search.retry(),
        _ => {
            if let Some(link) = link_at(event.target()) {
                search.link_clicked(&link);
                navigator.click(&link, event);
            }
        }
    }
}

/// The search form that an event happened in.
fn search_form_at(event: &Event) -> Option<HtmlFormElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("form[role=search]").ok()??.dyn_into().ok()
}
