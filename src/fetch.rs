//! What the app fetches: the release, once, and bundles, each once. The browser checks
//! every bundle against the release's hash before the app sees a byte of it.

use std::cell::{Cell, OnceCell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use gloo_net::http::{Request, RequestBuilder};
use js_sys::Promise;
use lscb_content::wire::{BUNDLE_FORMAT, Bundle, BundleEntry, RELEASE_FORMAT, Read, Release};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{AbortSignal, ReadableWritablePair, RequestCache, RequestRedirect, Response};

mod parsed;

use self::parsed::Parsed;
use crate::boot::{app, window};
use crate::route::file_url;

/// How long one request may take, in milliseconds.
const PATIENCE: u32 = 8_000;
/// How long to wait before a file is asked for a second time, in milliseconds: what was in the
/// way may pass.
const PAUSE: i32 = 500;
/// The longest release or bundle that is read, in bytes as sent. A bundle that is altered to
/// be longer is refused by its hash anyway.
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
    /// Bundles by file name. A handful: a list is smaller code than a map.
    bundles: RefCell<Vec<(&'static str, Rc<Bundle>)>>,
    /// Requests under way, by file name, so that an intent and the click after it share one.
    pending: RefCell<Vec<(String, Promise)>>,
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

/// The release of this document.
pub(crate) async fn release() -> Result<&'static Release, Failure> {
    let library = &app().library;
    if library.release.get().is_none() {
        let load = load_release(RequestCache::ForceCache);
        JsFuture::from(once("release.json", Box::pin(load)))
            .await
            .ok();
    }
    if library.outdated.get() {
        return Err(Failure::Elsewhere);
    }
    library.release.get().ok_or(Failure::Unavailable)
}

/// The bundle that holds the page at `path`.
pub(crate) async fn bundle(path: &str) -> Result<Rc<Bundle>, Failure> {
    let library = &app().library;
    let release = release().await?;
    let entry = release.bundle_of(path).ok_or(Failure::Elsewhere)?;
    if library.bundle(&entry.file).is_none() {
        JsFuture::from(once(&entry.file, Box::pin(load_bundle(entry))))
            .await
            .ok();
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
    // Runs by itself: nobody waits for it.
    let load = load_release(RequestCache::NoCache);
    let _ = once("release.json", Box::pin(load));
}

/// Runs `load` unless the same is running already; in both cases the promise is kept when it
/// has run, whatever came of it.
pub(crate) fn once(name: &str, load: Pin<Box<dyn Future<Output = ()>>>) -> Promise {
    let pending = &app().library.pending;
    let running = pending
        .borrow()
        .iter()
        .find(|(key, _)| *key == name)
        .map(|(_, it)| it.clone());
    running.unwrap_or_else(|| {
        let key = name.to_owned();
        let promise = future_to_promise(async move {
            load.await;
            pending.borrow_mut().retain(|(other, _)| *other != key);
            Ok(JsValue::UNDEFINED)
        });
        pending
            .borrow_mut()
            .push((name.to_owned(), promise.clone()));
        promise
    })
}

/// Where the document is of the release that the browser has kept, the host need not be asked: the
/// document has just come from there.
async fn load_release(first: RequestCache) {
    let library = &app().library;
    let mut cache = first;
    loop {
        let release = json("release.json", "", cache).await;
        let Some(release) = release.and_then(Release::from_value) else {
            return;
        };
        if release.format == RELEASE_FORMAT && release.release == library.ours {
            library.release.set(release).ok();
            return;
        }
        if cache == RequestCache::NoCache {
            library.outdated.set(true);
            return;
        }
        cache = RequestCache::NoCache;
    }
}

async fn load_bundle(entry: &'static BundleEntry) {
    let parsed = json(&entry.file, &entry.integrity, RequestCache::Default).await;
    let bundle = parsed.and_then(Bundle::from_value);
    if let Some(bundle) = bundle.filter(|bundle| bundle.format == BUNDLE_FORMAT) {
        app()
            .library
            .bundles
            .borrow_mut()
            .push((&entry.file, Rc::new(bundle)));
    }
}

/// Whether somebody between the reader and the host answers in its place: a page, or the way to
/// one, where only `release.json` can be. Networks that want a sign-in do that (RFC 8952, 1).
pub(crate) async fn is_intercepted() -> bool {
    let Some(request) = get("release.json") else {
        return false;
    };
    let request = request
        .cache(RequestCache::NoStore)
        .redirect(RequestRedirect::Manual);
    request.send().await.is_ok_and(|response| {
        let kind = response.headers().get("content-type").unwrap_or_default();
        // A redirection that is not followed has no status.
        response.status() == 0 || (response.ok() && kind.starts_with("text/html"))
    })
}

/// A request for a file, which is given up after a while.
fn get(file: &str) -> Option<RequestBuilder> {
    let signal = AbortSignal::timeout_with_u32(PATIENCE);
    Some(Request::get(&file_url(&app().root, file)?).abort_signal(Some(&signal)))
}

#[wasm_bindgen]
extern "C" {
    /// WHATWG Compression, section 6; web-sys does not have it yet.
    #[wasm_bindgen(extends = ReadableWritablePair)]
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// A file of the search index, which is stored as raw DEFLATE (RFC 1951): hosts compress
/// only what they know.
pub(crate) async fn index_file(
    file: &str,
    integrity: &str,
    cache: RequestCache,
) -> Option<Vec<u8>> {
    let body = answer(file, integrity, cache).await?.body()?;
    let inflate = DecompressionStream::new("deflate-raw").ok()?;
    let raw = body.pipe_through(&inflate);
    let raw = Response::new_with_opt_readable_stream(Some(&raw)).ok()?;
    let bytes = JsFuture::from(raw.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// A file of JSON. The browser reads and parses it: it is never copied into the app's memory as
/// text. What is in the browser's cache may be damaged, or be the page of an error: the second
/// time, the host itself is asked.
async fn json(file: &str, integrity: &str, first: RequestCache) -> Option<Parsed> {
    for cache in [first, RequestCache::Reload] {
        let body = answer(file, integrity, cache).await.map(|it| it.json());
        if let Some(Ok(body)) = body
            && let Ok(value) = JsFuture::from(body).await
        {
            return Some(Parsed::new(value));
        }
    }
    None
}

/// The answer to a request, if it is one that can be read. An empty `integrity` asks for none.
async fn answer(file: &str, integrity: &str, cache: RequestCache) -> Option<Response> {
    if cache == RequestCache::Reload {
        let pause = Promise::new(&mut |resolve, _| {
            window()
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PAUSE)
                .ok();
        });
        JsFuture::from(pause).await.ok();
    }
    let request = get(file)?.integrity(integrity).cache(cache);
    let response = request.send().await.ok().filter(|it| it.ok())?;
    let size = response.headers().get("content-length");
    let is_large = size.is_some_and(|size| size.parse().is_ok_and(|size: usize| size > LIMIT));
    (!is_large).then(|| response.into())
}
