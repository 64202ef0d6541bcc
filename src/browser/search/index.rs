//! The index: fetched when it is first asked, and asked until it has an answer.

use std::cell::{Cell, RefCell};

use js_sys::{Array, JsString, Promise};
use lscb_search::{IndexError, SearchQuery, SearchResults, Searcher, Step};
use lscb_wire::{FileEntry, INDEX_FOLDER};
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestCache;

use crate::browser::bundles::{BundleCache, LoadError};
use crate::browser::generation::Generation;
use crate::browser::single_flight::SingleFlight;

/// The index, once it is there.
pub(super) struct Index {
    bundles: &'static BundleCache,
    searcher: RefCell<Option<Searcher>>,
    error: Cell<Option<SearchError>>,
    loads: SingleFlight,
}

/// Why nothing can be found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SearchError {
    /// The index did not come, or what came was damaged.
    Unavailable,
    /// The site is of another release than this document, or the index of another version
    /// than this app: only loading the page anew helps.
    Outdated,
}

impl Index {
    /// The index of the release that `bundles` are of.
    pub(super) fn new(bundles: &'static BundleCache) -> Self {
        Self {
            bundles,
            searcher: RefCell::default(),
            error: Cell::default(),
            loads: SingleFlight::default(),
        }
    }

    /// Forgets what could not be had: it may be there now.
    pub(super) fn retry(&self) {
        self.error.take();
        if let Some(searcher) = self.searcher.borrow_mut().as_mut() {
            searcher.retry_unavailable();
        }
    }

    /// Gets the index ready before it is asked.
    pub(super) async fn open(&'static self) -> Result<(), SearchError> {
        if self.searcher.borrow().is_some() {
            return Ok(());
        }
        let release = self.bundles.release().await.map_err(|error| match error {
            LoadError::Unavailable => SearchError::Unavailable,
            LoadError::NeedsFullLoad => SearchError::Outdated,
        })?;
        let entry = release.search.as_ref().ok_or(SearchError::Outdated)?;
        JsFuture::from(self.loads.run(&entry.file, Box::pin(self.load(entry))))
            .await
            .ok();
        match self.error.get() {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }

    async fn load(&'static self, entry: &'static FileEntry) {
        let mut error = Some(SearchError::Unavailable);
        // A damaged file may be in the browser's cache: the second time, the host is asked.
        for cache in [RequestCache::Default, RequestCache::Reload] {
            let http = self.bundles.http();
            let bytes = http.inflated(&entry.file, &entry.integrity, cache).await;
            match bytes.map(|bytes| Searcher::open(&bytes, nfkd_lower)) {
                Some(Ok(searcher)) => {
                    self.searcher.replace(Some(searcher));
                    error = None;
                    break;
                }
                Some(Err(IndexError::Version)) => error = Some(SearchError::Outdated),
                _ => {}
            }
        }
        self.error.set(error);
    }

    /// The answer to a query; `None` once a later one has superseded its `number`.
    pub(super) async fn ask(
        &'static self,
        query: SearchQuery,
        queries: &'static Generation,
        number: u32,
    ) -> Option<Result<SearchResults, SearchError>> {
        if let Err(error) = self.open().await {
            return queries.is_current(number).then_some(Err(error));
        }
        loop {
            if !queries.is_current(number) {
                return None;
            }
            let step = self.searcher.borrow().as_ref()?.search(&query);
            match step {
                Step::Done(results) => return Some(Ok(results)),
                Step::Fetch(names) => {
                    let files: Array = names.into_iter().map(|name| self.fetch(name)).collect();
                    JsFuture::from(Promise::all(&files)).await.ok();
                }
            }
        }
    }

    /// Fetches a file into the searcher, or marks it unavailable.
    fn fetch(&'static self, name: String) -> Promise {
        let file = [INDEX_FOLDER, &name].concat();
        let load = self.load_file(name, file.clone());
        self.loads.run(&file, Box::pin(load))
    }

    async fn load_file(&'static self, name: String, file: String) {
        for cache in [RequestCache::Default, RequestCache::Reload] {
            let bytes = self.bundles.http().inflated(&file, "", cache).await;
            let mut searcher = self.searcher.borrow_mut();
            let Some(searcher) = searcher.as_mut() else {
                return;
            };
            if bytes.is_some_and(|bytes| searcher.insert(&name, &bytes).is_ok()) {
                return;
            }
            if cache == RequestCache::Reload {
                searcher.mark_unavailable(&name);
            }
        }
    }
}

/// The browser has the tables of Unicode: the app need not bring its own.
fn nfkd_lower(text: &str) -> String {
    let text = JsString::from(text).normalize("NFKD");
    text.to_lower_case().into()
}
