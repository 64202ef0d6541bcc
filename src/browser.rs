//! The app in the browser. It looks at the page that is there and listens; nothing is drawn until
//! the reader goes somewhere.
//!
//! What depends on what goes one way, which `cargo xtask check` holds: `events` hands what happens
//! to `navigator` and `search`; `search` goes to pages by `navigator`; `navigator` puts pages on
//! screen by `bundles`, `scroll_history`, `main_content`, `links` and `status`; those know `dom`.
//! Each part is given what it needs and lives as long as its document.

mod bundles;
mod dom;
mod events;
mod generation;
mod http;
mod json_value;
mod links;
mod main_content;
mod mounted;
mod navigator;
mod scroll_history;
mod search;
mod single_flight;
mod status;

use self::bundles::BundleCache;
use self::dom::{document, leak, window};
use self::http::Http;
use self::navigator::Navigator;
use self::search::Search;
use crate::route::root_of;

/// Takes over navigation on a page of the site. On any other document it does nothing.
///
/// The attributes of `<html>` and `<body>` are what the page, this app and the script that starts it
/// (`public/boot/app.js`) say to each other: ARCHITECTURE.md, "How the app and the page talk".
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
    let url_path = window().location().pathname().unwrap_or_default();
    let Some(root) = root_of(&path, &url_path) else {
        return;
    };
    let bundles: &'static BundleCache = leak(BundleCache::new(Http::new(root.clone()), release));
    let navigator: &'static Navigator = leak(Navigator::new(root, path, bundles));
    let search = Search::new(navigator, bundles);
    navigator.on_page_shown(move |position| search.page_shown(position));
    events::listen(&body, navigator, search);
    navigator.begin();
    search.begin();
    if let Some(html) = document().document_element() {
        html.set_attribute("data-app", "ready").ok();
    }
}
