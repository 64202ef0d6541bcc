//! The document: its elements, its listeners, its timers.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Event, EventTarget, FocusOptions, HtmlElement, Window};

/// The window.
pub(super) fn window() -> Window {
    web_sys::window().expect_throw("a window")
}

/// The document in it.
pub(super) fn document() -> Document {
    window().document().expect_throw("a document")
}

/// The element with this id, if it is there and is an HTML element.
pub(super) fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The elements that a selector matches and that are of type `T`, in the order of the document.
pub(super) fn elements<T: JsCast>(selector: &str) -> Vec<T> {
    let Ok(list) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into().ok())
        .collect()
}

/// Calls `handle` for every event of this name, for as long as the document lives. It cannot keep
/// the browser from doing what it does (`passive`).
pub(super) fn listen(target: &EventTarget, name: &'static str, handle: impl Fn(&Event) + 'static) {
    EventListener::new(target, name, handle).forget();
}

/// The same; it can.
pub(super) fn intercept(
    target: &EventTarget,
    name: &'static str,
    handle: impl Fn(&Event) + 'static,
) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, name, options, handle).forget();
}

/// Calls `then` after so many milliseconds.
pub(super) fn set_timeout(delay: u32, then: impl FnOnce() + 'static) {
    Timeout::new(delay, then).forget();
}

/// Focuses an element without scrolling to it.
pub(super) fn focus(element: &HtmlElement) {
    if !element.has_attribute("tabindex") {
        element.set_attribute("tabindex", "-1").ok();
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).ok();
}

/// Scrolls the window to a position, in CSS pixels from the top of the document.
pub(super) fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// A part that lives as long as the document: references to it are copied into listeners.
pub(super) fn leak<T>(part: T) -> &'static T {
    Box::leak(Box::new(part))
}
