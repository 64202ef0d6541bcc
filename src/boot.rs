//! Start in the browser: look at the page that is there, and listen. Nothing is drawn.

use std::cell::OnceCell;

use wasm_bindgen::UnwrapThrowExt;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, HtmlElement, Url, Window};

use crate::fetch::Library;
use crate::history::History;
use crate::route::Base;
use crate::screen::Screen;
use crate::search::index::Index;
use crate::search::{Marks, Results, Suggestions};
use crate::{fetch, navigate, search};

/// What the app knows while the document lives. One a document, set once by [`start`].
pub(crate) struct App {
    /// The path that the site is served under, with a slash at both ends.
    pub(crate) root: String,
    /// What the reader sees.
    pub(crate) screen: Screen,
    /// What has been fetched.
    pub(crate) library: Library,
    /// Where the reader was.
    pub(crate) history: History,
    /// What searches the site.
    pub(crate) index: Index,
    /// What the header's field suggests.
    pub(crate) suggestions: Suggestions,
    /// What the results page shows.
    pub(crate) results: Results,
    /// The words that are marked on the next page.
    pub(crate) marks: Marks,
}

thread_local! {
    static APP: OnceCell<&'static App> = const { OnceCell::new() };
}

/// The app of this document.
pub(crate) fn app() -> &'static App {
    APP.with(|app| *app.get().expect_throw("started"))
}

pub(crate) fn window() -> Window {
    web_sys::window().expect_throw("a window")
}

pub(crate) fn document() -> Document {
    window().document().expect_throw("a document")
}

/// Takes over navigation on a page of the site. On any other document it does nothing.
pub fn start() {
    let Some(body) = document().body() else {
        return;
    };
    let (Some(path), Some(release)) = (
        body.get_attribute("data-route"),
        body.get_attribute("data-release"),
    ) else {
        return;
    };
    let Some(root) = root(&path) else { return };
    // The app lives as long as its document.
    let app: &'static App = Box::leak(Box::new(App {
        root,
        screen: Screen::new(path.clone()),
        library: Library::new(release),
        history: History::default(),
        index: Index::default(),
        suggestions: Suggestions::default(),
        results: Results::default(),
        marks: Marks::default(),
    }));
    APP.with(|cell| cell.set(app).ok());
    navigate::listen(&body);
    app.history.begin();
    search::listen();
    // The page's neighbours travel in its own bundle: with it in memory the next click
    // most likely needs no network.
    spawn_local(async move {
        if let Ok(bundle) = fetch::bundle(&path).await {
            app.screen.rehearse(&path, &bundle);
        }
    });
    if let Some(html) = document().document_element() {
        html.set_attribute("data-app", "ready").ok();
    }
}

/// The root, seen from the page as its own links see it.
fn root(path: &str) -> Option<String> {
    let here = window().location().href().ok()?;
    let root = Url::new_with_base(&Base::of(path).file("./"), &here).ok()?;
    Some(root.pathname())
}

/// Whether `element` is there and is an HTML element.
pub(crate) fn by_id(id: &str) -> Option<HtmlElement> {
    use wasm_bindgen::JsCast;
    document().get_element_by_id(id)?.dyn_into().ok()
}
