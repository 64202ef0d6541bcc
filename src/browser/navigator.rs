//! From a link, or Back and Forward, to another page.
//!
//! Every link is a real link. The app takes a click only when it is sure that it can
//! show the page, and leaves alone whatever the reader or the author meant differently:
//! new tabs, downloads, other sites, places on the same page.

use std::cell::{OnceCell, RefCell};

use lscb_wire::Bundle;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlAnchorElement, MouseEvent};

use super::bundles::{BundleCache, LoadError};
use super::dom::{by_id, document, elements, scroll_to, window};
use super::generation::Generation;
use super::links::{absolutize, mark_current, page_of_link, page_of_url};
use super::main_content::{MainContent, ScrollTarget, scroll_and_focus};
use super::scroll_history::ScrollHistory;
use super::status;
use crate::route::{fragment_of, is_same_url, page_path, url_path};

/// Goes from page to page.
pub(super) struct Navigator {
    /// The path that the site is served under, with a slash at both ends.
    root: String,
    bundles: &'static BundleCache,
    history: ScrollHistory,
    main: MainContent,
    /// Navigations: one that comes late is dropped.
    navigations: Generation,
    /// The address that failed last. Its link works as a normal link.
    failed_url: RefCell<String>,
    page_shown: OnceCell<Box<dyn Fn(Option<f64>)>>,
}

/// How the address comes to be (WHATWG HTML, 7.2.6.4 "NavigationType").
#[derive(Clone, Copy, PartialEq)]
enum NavigationType {
    /// By a click: a new entry in the history, once the page is there.
    Push,
    /// By Back or Forward: the entry is there already, and was left at this position.
    Traverse(Option<f64>),
}

impl Navigator {
    /// On the published page at `path` of the site under `root`.
    pub(super) fn new(root: String, path: String, bundles: &'static BundleCache) -> Self {
        Self {
            root,
            bundles,
            history: ScrollHistory::default(),
            main: MainContent::new(path),
            navigations: Generation::default(),
            failed_url: RefCell::default(),
            page_shown: OnceCell::new(),
        }
    }

    /// Calls `then` whenever a page has been put on screen, with the position that the reader had
    /// left it at. To be said once.
    pub(super) fn on_page_shown(&self, then: impl Fn(Option<f64>) + 'static) {
        self.page_shown.set(Box::new(then)).ok();
    }

    /// Gets ready what the first click needs.
    pub(super) fn begin(&'static self) {
        // Done now, it does not hold up the first click.
        self.history.enter();
        // The page's neighbours travel in its own bundle, and the header leads to most of a small
        // site: with them in memory the next click most likely needs no network.
        spawn_local(async move {
            let Ok(bundle) = self.bundles.bundle(&self.main.path()).await else {
                return;
            };
            self.main.warm_up(&bundle);
            if self.bundles.is_small_site() {
                for link in elements("header nav a") {
                    self.prefetch(&link);
                }
            }
        });
    }

    /// The whole address of one from the site's root (`contact/#office`).
    pub(super) fn url_of(&self, address: &str) -> String {
        let origin = window().location().origin().unwrap_or_default();
        [origin, url_path(&self.root, address)].concat()
    }

    /// Whether an address is that of what is on screen.
    pub(super) fn is_current(&self, url: &str) -> bool {
        let here = window().location().href().unwrap_or_default();
        is_same_url(&here, url)
    }

    /// The path of the page on screen.
    pub(super) fn path(&self) -> String {
        self.main.path()
    }

    /// The reader may be about to follow a link.
    pub(super) fn prefetch(&'static self, link: &HtmlAnchorElement) {
        if let Some(page) = page_of_link(link, &self.root) {
            self.bundles.prefetch(page);
        }
    }

    /// The reader follows a link: by the app, or else as the browser does it.
    pub(super) fn click(&'static self, link: &HtmlAnchorElement, event: &MouseEvent) {
        let Some(page) = page_of_link(link, &self.root) else {
            return;
        };
        if page == self.main.path() {
            if !link.hash().is_empty() {
                // A place on this page: the browser does it best. Note where the reader was.
                self.history.save_position();
            }
            return;
        }
        let url = link.href();
        if self.can_show(&url) {
            event.prevent_default();
            self.navigate(url, page, NavigationType::Push);
        }
    }

    /// Goes to an address of this site as a click on a link to it would. Gives whether the app
    /// shows another page, and not the browser what is there.
    pub(super) fn follow(&'static self, url: &str) -> bool {
        match page_of_url(url, &self.root) {
            Some(page) if page != self.main.path() && self.can_show(url) => {
                self.navigate(url.to_owned(), page, NavigationType::Push);
                true
            }
            // A place on this page, a file, or what only the host has.
            _ => {
                self.history.save_position();
                window().location().assign(url).ok();
                false
            }
        }
    }

    fn can_show(&self, url: &str) -> bool {
        !self.bundles.is_outdated() && *self.failed_url.borrow() != url
    }

    /// Tries the navigation that failed once more.
    pub(super) fn retry(&'static self) {
        let url = self.failed_url.take();
        if let Some(page) = page_of_url(&url, &self.root) {
            self.navigate(url, page, NavigationType::Push);
        }
    }

    /// Back or Forward, or a place on the same page.
    pub(super) fn traverse(&'static self) {
        self.history.save_position();
        let position = self.history.enter();
        let location = window().location();
        let path = location.pathname().ok();
        let page = path.and_then(|path| page_path(&self.root, &path));
        let (Some(page), Ok(url)) = (page, location.href()) else {
            return;
        };
        if page != self.main.path() {
            self.navigate(url, page, NavigationType::Traverse(position));
        } else if let Some(y) = position {
            scroll_to(y);
        }
    }

    /// The reader has come back to the document.
    pub(super) fn revalidate(&'static self) {
        self.bundles.revalidate();
    }

    /// The document goes away: the browser restores positions after a reload.
    pub(super) fn page_hidden(&self) {
        self.history.set_manual(false);
    }

    /// The document is there again.
    pub(super) fn page_restored(&self) {
        if self.history.has_entries() {
            self.history.set_manual(true);
        }
    }

    /// Fetches a page if need be and shows it.
    fn navigate(&'static self, url: String, page: String, kind: NavigationType) {
        let id = self.navigations.next();
        status::clear();
        set_pending(Some(&url));
        let is_pending = move || self.navigations.is_current(id);
        status::if_slow(is_pending, || status::announce("Loading the page…"));
        spawn_local(async move {
            let loaded = self.bundles.bundle(&page).await;
            if !self.navigations.is_current(id) {
                return;
            }
            // Nothing more is said of a slow page.
            let id = self.navigations.next();
            match loaded {
                Ok(bundle) => {
                    self.show(&url, &page, &bundle, kind);
                    set_pending(None);
                }
                Err(LoadError::NeedsFullLoad) => {
                    window().location().assign(&url).ok();
                }
                Err(LoadError::Unavailable) => {
                    if kind != NavigationType::Push {
                        // The address has changed and the page has not.
                        self.absolutize("#main a, #breadcrumb a");
                    }
                    status::navigation_failed(&url);
                    self.failed_url.replace(url);
                    set_pending(None);
                    let is_intercepted = self.bundles.http().is_intercepted().await;
                    if is_intercepted && self.navigations.is_current(id) {
                        status::intercepted();
                    }
                }
            }
        });
    }

    /// Everything that showing a page is, in the order that it has to be in.
    fn show(&self, url: &str, page: &str, bundle: &Bundle, kind: NavigationType) {
        status::clear();
        self.failed_url.take();
        // Before the address changes, which they are relative to.
        self.absolutize("header a, body > aside a, footer a, link[rel=icon]");
        close_menu();
        if kind == NavigationType::Push {
            self.history.save_position();
            self.history.push(url);
        }
        self.main.show(page, bundle, self.bundles.site_title());
        mark_current(page, &self.root);
        let (target, position) = match kind {
            NavigationType::Traverse(Some(y)) => (ScrollTarget::Position(y), Some(y)),
            _ => (ScrollTarget::Fragment(&fragment_of(url)), None),
        };
        scroll_and_focus(target);
        if let Some(page_shown) = self.page_shown.get() {
            page_shown(position);
        }
    }

    /// Makes links absolute as seen from the page on screen.
    fn absolutize(&self, selector: &str) {
        let page = self.main.path();
        absolutize(selector, &self.url_of(&page));
    }
}

/// Notes where the reader is going while the page is not there yet: should the app stop
/// on the way, the boot script takes them there.
fn set_pending(url: Option<&str>) {
    if let Some(html) = document().document_element() {
        match url {
            Some(url) => html.set_attribute("data-going", url).ok(),
            None => html.remove_attribute("data-going").ok(),
        };
    }
}

/// Closes the header's menu, which the browser leaves open when no document is loaded.
fn close_menu() {
    if let Some(menu) = by_id("sections") {
        menu.hide_popover().ok();
    }
}
