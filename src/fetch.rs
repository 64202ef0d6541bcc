//! What the app fetches: the release, once, and bundles, each once. The browser checks
//! every bundle against the release's hash before the app sees a byte of it.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo_net::http::{Request, RequestBuilder};
use js_sys::Promise;
use lscb_content::wire::{BUNDLE_FORMAT, Bundle, BundleEntry, RELEASE_FORMAT, Release};
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{AbortSignal, RequestCache};

use crate::boot::app;

/// How long one request may take, in milliseconds.
const PATIENCE: u32 = 8_000;
/// The longest release or bundle that is read, in bytes.
const LIMIT: usize = 4 * 1024 * 1024;

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
    /// Bundles by file name.
    bundles: RefCell<BTreeMap<String, Rc<Bundle>>>,
    /// Requests under way, by file name, so that an intent and the click after it share one.
    pending: RefCell<BTreeMap<String, Promise>>,
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
        once("release.json", load_release).await;
    }
    if library.outdated.get() {
        return Err(Failure::Elsewhere);
    }
    let release = library.release.get().ok_or(Failure::Unavailable)?;
    let entry = release.bundle_of(path).ok_or(Failure::Elsewhere)?;
    if !library.bundles.borrow().contains_key(&entry.file) {
        once(&entry.file, || load_bundle(entry)).await;
    }
    let bundle = library.bundles.borrow().get(&entry.file).cloned();
    let bundle = bundle.ok_or(Failure::Unavailable)?;
    if bundle.page(path).is_none() { Err(Failure::Elsewhere) } else { Ok(bundle) }
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
    spawn_local(once("release.json", load_release));
}

/// Runs `load` unless it is running already; in both cases waits for it.
async fn once<L>(name: &str, load: impl FnOnce() -> L)
where
    L: Future<Output = ()> + 'static,
{
    let library = &app().library;
    let running = library.pending.borrow().get(name).cloned();
    let promise = running.unwrap_or_else(|| {
        let (name, load) = (name.to_owned(), load());
        let key = name.clone();
        let promise = future_to_promise(async move {
            load.await;
            library.pending.borrow_mut().remove(&name);
            Ok(JsValue::UNDEFINED)
        });
        library.pending.borrow_mut().insert(key, promise.clone());
        promise
    });
    JsFuture::from(promise).await.ok();
}

async fn load_release() {
    let library = &app().library;
    let request = || get("release.json").cache(RequestCache::NoCache);
    let Some(release) = json::<Release>(request()).await else { return };
    if release.format != RELEASE_FORMAT || release.release != library.ours {
        library.outdated.set(true);
    } else {
        library.release.set(release).ok();
    }
}

async fn load_bundle(entry: &'static BundleEntry) {
    let request = || get(&entry.file).integrity(&entry.integrity);
    let mut bundle = json::<Bundle>(request()).await;
    if bundle.is_none() {
        // A damaged or missing file may be in the browser's cache: ask the host itself, once.
        bundle = json(request().cache(RequestCache::Reload)).await;
    }
    if let Some(bundle) = bundle.filter(|bundle| bundle.format == BUNDLE_FORMAT) {
        let bundles = &app().library.bundles;
        bundles.borrow_mut().insert(entry.file.clone(), Rc::new(bundle));
    }
}

fn get(file: &str) -> RequestBuilder {
    Request::get(&format!("{}{file}", app().root))
        .abort_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)))
}

async fn json<T: DeserializeOwned>(request: RequestBuilder) -> Option<T> {
    let response = request.send().await.ok().filter(|response| response.ok())?;
    let text = response.text().await.ok().filter(|text| text.len() <= LIMIT)?;
    serde_json::from_str(&text).ok()
}
