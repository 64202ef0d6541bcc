//! What the app fetches: the release, once, and bundles, each once. The browser checks
//! every bundle against the release's hash before the app sees a byte of it.

use std::cell::{Cell, OnceCell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use gloo_net::http::{Request, RequestBuilder, Response};
use js_sys::Promise;
use lscb_content::wire::{BUNDLE_FORMAT, Bundle, BundleEntry, RELEASE_FORMAT, Release};
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{AbortSignal, RequestCache};

use crate::boot::app;

/// How long one request may take, in milliseconds.
const PATIENCE: u32 = 8_000;
/// The longest release or bundle that is read, in bytes as sent. A bundle that is altered to
/// be longer is refused by its hash anyway.
const LIMIT: u32 = 4 * 1024 * 1024;

/// Why a page cannot be shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// It did not come, or what came was not it.
    Unavailable,
    /// The host has a newer release than this document, or no such page: only a full
    /// load of the address can tell.
    Elsewhere,
}

/// What has been fetched.
pub(crate) struct Library {
    /// The release that this document belongs to.
    ours: String,
    release: OnceCell<Release>,
    /// Whether the host was seen to have another release.
    outdated: Cell<bool>,
    /// Bundles by file name. A handful: a list is smaller code than a map.
    bundles: RefCell<Vec<(&'static str, Rc<Bundle>)>>,
    /// Requests under way, by file name, so that an intent and the click after it share one.
    pending: RefCell<Vec<(&'static str, Promise)>>,
}

impl Library {
    pub(crate) fn new(ours: String) -> Self {
        Self {
            ours,
            release: OnceCell::new(),
            outdated: Cell::new(false),
            bundles: RefCell::default(),
            pending: RefCell::default(),
        }
    }

    fn bundle(&self, file: &str) -> Option<Rc<Bundle>> {
        let bundles = self.bundles.borrow();
        bundles
            .iter()
            .find(|(key, _)| *key == file)
            .map(|(_, bundle)| bundle.clone())
    }

    /// Whether the next navigation should be a full page load.
    pub(crate) fn is_outdated(&self) -> bool {
        self.outdated.get()
    }

    /// The name of the site.
    pub(crate) fn site_title(&self) -> &str {
        self.release.get().map_or("", |release| &release.title)
    }
}

/// The bundle that holds the page at `path`.
pub(crate) async fn bundle(path: &str) -> Result<Rc<Bundle>, Failure> {
    let library = &app().library;
    if library.release.get().is_none() {
        once("release.json", Box::pin(load_release())).await;
    }
    if library.outdated.get() {
        return Err(Failure::Elsewhere);
    }
    let release = library.release.get().ok_or(Failure::Unavailable)?;
    let entry = release.bundle_of(path).ok_or(Failure::Elsewhere)?;
    if library.bundle(&entry.file).is_none() {
        once(&entry.file, Box::pin(load_bundle(entry))).await;
    }
    let bundle = library.bundle(&entry.file).ok_or(Failure::Unavailable)?;
    if bundle.page(path).is_none() {
        Err(Failure::Elsewhere)
    } else {
        Ok(bundle)
    }
}

/// Fetches the bundle of `path` ahead of need. A failure is not told: the reader has not
/// asked yet.
pub(crate) fn prefetch(path: String) {
    spawn_local(async move {
        bundle(&path).await.ok();
    });
}

/// Asks the host once more which release it has.
pub(crate) fn look_for_newer() {
    spawn_local(once("release.json", Box::pin(load_release())));
}

/// Runs `load` unless the same is running already; in both cases waits for it.
async fn once(name: &'static str, load: Pin<Box<dyn Future<Output = ()>>>) {
    let pending = &app().library.pending;
    let running = pending
        .borrow()
        .iter()
        .find(|(key, _)| *key == name)
        .map(|(_, it)| it.clone());
    let promise = running.unwrap_or_else(|| {
        let promise = future_to_promise(async move {
            load.await;
            pending.borrow_mut().retain(|(key, _)| *key != name);
            Ok(JsValue::UNDEFINED)
        });
        pending.borrow_mut().push((name, promise.clone()));
        promise
    });
    JsFuture::from(promise).await.ok();
}

async fn load_release() {
    let library = &app().library;
    let Some(release) = json::<Release>(get("release.json").cache(RequestCache::NoCache)).await
    else {
        return;
    };
    if release.format != RELEASE_FORMAT || release.release != library.ours {
        library.outdated.set(true);
    } else {
        library.release.set(release).ok();
    }
}

async fn load_bundle(entry: &'static BundleEntry) {
    let mut bundle = None;
    // A damaged or missing file may be in the browser's cache: the second time, the host
    // itself is asked.
    for cache in [RequestCache::Default, RequestCache::Reload] {
        bundle = json::<Bundle>(get(&entry.file).integrity(&entry.integrity).cache(cache)).await;
        if bundle.is_some() {
            break;
        }
    }
    if let Some(bundle) = bundle.filter(|bundle| bundle.format == BUNDLE_FORMAT) {
        app()
            .library
            .bundles
            .borrow_mut()
            .push((&entry.file, Rc::new(bundle)));
    }
}

fn get(file: &str) -> RequestBuilder {
    Request::get(&format!("{}{file}", app().root))
        .abort_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)))
}

/// The browser reads and parses the body: it is never copied into the app's memory as text.
async fn json<T: DeserializeOwned>(request: RequestBuilder) -> Option<T> {
    let response = request.send().await.ok().filter(Response::ok)?;
    let size = response.headers().get("content-length");
    if size.is_some_and(|size| size.parse().is_ok_and(|size: u32| size > LIMIT)) {
        return None;
    }
    let body = web_sys::Response::from(response).json().ok()?;
    let body = JsFuture::from(body).await.ok()?;
    serde_wasm_bindgen::from_value(body).ok()
}
