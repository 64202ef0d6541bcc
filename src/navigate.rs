//! From a click, or Back and Forward, to another page.
//!
//! Every link is a real link. The app takes a click only when it is sure that it can
//! show the page, and leaves alone whatever the reader or the author meant differently:
//! new tabs, downloads, other sites, places on the same page.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, EventTarget, HtmlAnchorElement, HtmlElement, MouseEvent, VisibilityState};

use crate::boot::{app, by_id, document, window};
use crate::fetch::{self, Failure};
use crate::notice;
use crate::route::page_path;
use crate::screen::{Landing, anchor_of, pin_links};
use crate::search;

/// How long a page may take before the reader is told that it is on its way, in
/// milliseconds. Anything shorter would only flicker.
const SLOW: i32 = 400;

thread_local! {
    /// The number of the latest navigation: an older one that arrives late is dropped.
    static LATEST: Cell<u32> = const { Cell::new(0) };
    /// The address that failed last. Its link works as a normal link.
    static FAILED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// How the address comes to be.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// By a click: a new entry in the history, once the page is there.
    Click,
    /// By Back or Forward: the entry is there already, and was left at this position.
    Travel(Option<f64>),
}

/// Starts to listen. `body` is the root of what is ours.
pub(crate) fn listen(body: &HtmlElement) {
    on(body, "click", |event| {
        if let Some(event) = event.dyn_ref::<MouseEvent>() {
            clicked(event);
        }
    });
    for intent in ["pointerover", "focusin", "touchstart"] {
        on(body, intent, |event| {
            if let Some(page) = anchor_of(event.target()).and_then(|link| page_of(&link)) {
                fetch::prefetch(page);
            }
        });
    }
    on(&window(), "popstate", |_| travelled());
    on(&window(), "pagehide", |_| {
        app().history.restore_by_hand(false)
    });
    on(&window(), "pageshow", |_| {
        if app().history.is_ours() {
            app().history.restore_by_hand(true);
        }
    });
    on(&document(), "visibilitychange", |_| {
        if document().visibility_state() == VisibilityState::Visible {
            fetch::look_for_newer();
        }
    });
}

/// Calls `handle` for every event of this name.
pub(crate) fn on(target: &EventTarget, name: &str, handle: impl Fn(Event) + 'static) {
    // The document keeps its listeners for life.
    let closure = Closure::<dyn Fn(Event)>::new(handle).into_js_value();
    target
        .add_event_listener_with_callback(name, closure.unchecked_ref())
        .ok();
}

fn clicked(event: &MouseEvent) {
    if event.default_prevented()
        || event.button() != 0
        || event.meta_key()
        || event.ctrl_key()
        || event.shift_key()
        || event.alt_key()
    {
        return;
    }
    if is_retry(event) {
        let url = FAILED.take();
        if let Some(page) = page_of_url(&url) {
            go(url, page, Way::Click);
        }
        return;
    }
    let Some(link) = anchor_of(event.target()) else {
        return;
    };
    if link.closest("#results").is_ok_and(|place| place.is_some()) {
        app().marks.follow();
    }
    let Some(page) = page_of(&link) else { return };
    let url = link.href();
    let same_page = page == app().screen.path();
    if same_page && !link.hash().is_empty() {
        // A place on this page: the browser does it best. Note where the reader was.
        app().history.leave();
        return;
    }
    if same_page || app().library.is_outdated() || FAILED.with_borrow(|failed| *failed == url) {
        return;
    }
    event.prevent_default();
    go(url, page, Way::Click);
}

/// Goes to an address of this site as a click on a link to it would.
pub(crate) fn follow(url: &str) {
    let is_failed = FAILED.with_borrow(|failed| failed == url);
    match page_of_url(url) {
        Some(page) if page != app().screen.path() && !app().library.is_outdated() && !is_failed => {
            go(url.to_owned(), page, Way::Click);
        }
        // A place on this page, a file, or what only the host has.
        _ => {
            app().history.leave();
            window().location().assign(url).ok();
            search::mark(&app().marks);
        }
    }
}

/// Whether an address is that of what is on screen.
pub(crate) fn is_here(url: &str) -> bool {
    let here = window().location().href().unwrap_or_default();
    here.trim_end_matches('#') == url.trim_end_matches('#')
}

fn is_retry(event: &MouseEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|element| element.id() == "notice-retry")
}

/// The page that a link leads to, if it is one of ours that the app may show here.
fn page_of(link: &HtmlAnchorElement) -> Option<String> {
    let elsewhere = !matches!(link.target().as_str(), "" | "_self");
    if elsewhere || link.has_attribute("download") || is_external(&link.rel()) {
        return None;
    }
    let ours = link.origin() == window().location().origin().ok()? && link.search().is_empty();
    ours.then(|| page_path(&app().root, &link.pathname()))
        .flatten()
}

/// Whether a link says that it leads to another site: one of the words of its `rel`.
fn is_external(rel: &str) -> bool {
    rel.split(' ').any(|word| word == "external")
}

fn page_of_url(url: &str) -> Option<String> {
    let url = web_sys::Url::new(url).ok()?;
    page_path(&app().root, &url.pathname())
}

/// Back or Forward, or a place on the same page.
fn travelled() {
    let app = app();
    app.history.leave();
    let position = app.history.arrive();
    let location = window().location();
    let page = location
        .pathname()
        .ok()
        .and_then(|path| page_path(&app.root, &path));
    let (Some(page), Ok(url)) = (page, location.href()) else {
        return;
    };
    if page != app.screen.path() {
        go(url, page, Way::Travel(position));
    } else if let Some(y) = position {
        window().scroll_to_with_x_and_y(0.0, y);
    }
}

/// Fetches the page if need be and shows it.
fn go(url: String, page: String, way: Way) {
    let ticket = LATEST.get() + 1;
    LATEST.set(ticket);
    notice::clear();
    going(Some(&url));
    tell_if_slow("Loading the page…", move || LATEST.get() == ticket);
    spawn_local(async move {
        let loaded = fetch::bundle(&page).await;
        if LATEST.get() != ticket {
            return;
        }
        // The ticket is used up: nothing more is said of a slow page.
        LATEST.set(ticket + 1);
        match loaded {
            Ok(bundle) => {
                notice::clear();
                FAILED.take();
                let app = app();
                pin_links("header a, body > aside a, footer a, link[rel=icon]");
                close_menu();
                if way == Way::Click {
                    app.history.leave();
                    app.history.push(&url);
                }
                let fragment = fragment_of(&url);
                let landing = match way {
                    Way::Travel(Some(y)) => Landing::Position(y),
                    _ => Landing::Fragment(&fragment),
                };
                app.screen.show(&page, &bundle, &landing);
                search::mark(&app.marks);
                search::arrive(match landing {
                    Landing::Position(y) => Some(y),
                    Landing::Fragment(_) => None,
                });
                going(None);
            }
            Err(Failure::Elsewhere) => {
                window().location().assign(&url).ok();
            }
            Err(Failure::Unavailable) => {
                if way != Way::Click {
                    // The address has changed and the page has not.
                    pin_links("#main a, #breadcrumb a");
                }
                notice::failed(&url);
                FAILED.set(url);
                going(None);
                if fetch::is_intercepted().await && LATEST.get() == ticket + 1 {
                    notice::intercepted();
                }
            }
        }
    });
}

/// Notes where the reader is going while the page is not there yet: should the app stop
/// on the way, the boot script takes them there.
fn going(url: Option<&str>) {
    if let Some(html) = document().document_element() {
        match url {
            Some(url) => html.set_attribute("data-going", url).ok(),
            None => html.remove_attribute("data-going").ok(),
        };
    }
}

/// Says that something is on its way if it has not come within a moment.
pub(crate) fn tell_if_slow(words: &'static str, is_awaited: impl Fn() -> bool + 'static) {
    after(SLOW, move || {
        if is_awaited() {
            notice::status(words);
        }
    });
}

/// Calls `then` after so many milliseconds.
pub(crate) fn after(delay: i32, then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    let then = then.unchecked_ref();
    window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(then, delay)
        .ok();
}

/// The decoded fragment of an address, empty if it has none.
fn fragment_of(url: &str) -> String {
    let fragment = url.split_once('#').map_or("", |(_, fragment)| fragment);
    js_sys::decode_uri_component(fragment)
        .map(String::from)
        .unwrap_or_default()
}

/// Closes the header's menu, which the browser leaves open when no document is loaded.
fn close_menu() {
    if let Some(menu) = by_id("sections") {
        menu.hide_popover().ok();
    }
}
