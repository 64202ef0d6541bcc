//! The content of pages: the release that the document belongs to, once, and bundles, each once. The
//! browser checks every bundle against the release's hash before the app sees a byte of it.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use lscb_wire::{BUNDLE_FORMAT, Bundle, BundleEntry, RELEASE_FORMAT, Read, Release};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::RequestCache;

use super::http::Http;
use super::single_flight::SingleFlight;

const RELEASE: &str = "release.json";
/// How large the text of a small site is at most, in bytes of JSON: about 24 kB in Brotli.
const MAX_SMALL_SITE: usize = 128 * 1024;

/// Why the content of a page cannot be had.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LoadError {
    /// It did not come, or what came was not it.
    Unavailable,
    /// The host has a newer release than this document, or no such page: only a full
    /// load of the address can tell.
    NeedsFullLoad,
}

/// What has been fetched of the release that the document belongs to.
pub(super) struct BundleCache {
    http: Http,
    /// The id of that release.
    document_release: String,
    release: OnceCell<Release>,
    /// Whether the host was seen to have another one.
    is_outdated: Cell<bool>,
    /// Bundles by file name. A handful: a list is smaller code than a map.
    bundles: RefCell<Vec<(&'static str, Rc<Bundle>)>>,
    loads: SingleFlight,
}

impl BundleCache {
    /// An empty cache for a document of the release with this id.
    pub(super) fn new(http: Http, document_release: String) -> Self {
        Self {
            http,
            document_release,
            release: OnceCell::new(),
            is_outdated: Cell::new(false),
            bundles: RefCell::default(),
            loads: SingleFlight::default(),
        }
    }

    /// The host.
    pub(super) fn http(&self) -> &Http {
        &self.http
    }

    /// Whether the next navigation should be a full page load.
    pub(super) fn is_outdated(&self) -> bool {
        self.is_outdated.get()
    }

    /// The name of the site; empty before the release is there.
    pub(super) fn site_title(&self) -> &str {
        self.release.get().map_or("", |release| &release.title)
    }

    /// The release of this document.
    pub(super) async fn release(&'static self) -> Result<&'static Release, LoadError> {
        if self.release.get().is_none() {
            let load = self.load_release(RequestCache::ForceCache);
            JsFuture::from(self.loads.run(RELEASE, Box::pin(load)))
                .await
                .ok();
        }
        if self.is_outdated.get() {
            return Err(LoadError::NeedsFullLoad);
        }
        self.release.get().ok_or(LoadError::Unavailable)
    }

    /// The bundle that holds the page at `path`.
    pub(super) async fn bundle(&'static self, path: &str) -> Result<Rc<Bundle>, LoadError> {
        let release = self.release().await?;
        let entry = release.bundle_of(path).ok_or(LoadError::NeedsFullLoad)?;
        if self.known(&entry.file).is_none() {
            let load = self.load_bundle(entry);
            JsFuture::from(self.loads.run(&entry.file, Box::pin(load)))
                .await
                .ok();
        }
        let bundle = self.known(&entry.file).ok_or(LoadError::Unavailable)?;
        if bundle.page(path).is_none() {
            Err(LoadError::NeedsFullLoad)
        } else {
            Ok(bundle)
        }
    }

    /// Fetches the bundle of `path` ahead of need. A failure is not told: the reader has not
    /// asked yet.
    pub(super) fn prefetch(&'static self, path: String) {
        spawn_local(async move {
            self.bundle(&path).await.ok();
        });
    }

    /// Whether the site is so small that much of it may be fetched ahead of need.
    pub(super) fn is_small_site(&self) -> bool {
        let size = |entry: &BundleEntry| entry.size.parse().unwrap_or(MAX_SMALL_SITE);
        let total = |release: &Release| release.bundles.iter().map(size).sum::<usize>();
        self.release
            .get()
            .is_some_and(|it| total(it) <= MAX_SMALL_SITE)
    }

    /// Asks the host once more which release it has.
    pub(super) fn revalidate(&'static self) {
        // Runs by itself: nobody waits for it.
        let load = self.load_release(RequestCache::NoCache);
        let _ = self.loads.run(RELEASE, Box::pin(load));
    }

    fn known(&self, file: &str) -> Option<Rc<Bundle>> {
        let bundles = self.bundles.borrow();
        let known = bundles.iter().find(|(key, _)| *key == file);
        known.map(|(_, bundle)| bundle.clone())
    }

    /// Where the document is of the release that the browser has kept, the host need not be asked:
    /// the document has just come from there.
    async fn load_release(&'static self, first: RequestCache) {
        let mut cache = first;
        loop {
            let release = self.http.json(RELEASE, "", cache).await;
            let Some(release) = release.and_then(Release::from_value) else {
                return;
            };
            if release.format == RELEASE_FORMAT && release.release == self.document_release {
                self.release.set(release).ok();
                return;
            }
            if cache == RequestCache::NoCache {
                self.is_outdated.set(true);
                return;
            }
            cache = RequestCache::NoCache;
        }
    }

    async fn load_bundle(&'static self, entry: &'static BundleEntry) {
        let (file, integrity) = (&entry.file, &entry.integrity);
        let parsed = self.http.json(file, integrity, RequestCache::Default).await;
        let bundle = parsed.and_then(Bundle::from_value);
        if let Some(bundle) = bundle.filter(|bundle| bundle.format == BUNDLE_FORMAT) {
            self.bundles.borrow_mut().push((file, Rc::new(bundle)));
        }
    }
}
