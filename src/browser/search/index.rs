//! The index: fetched when it is first asked, and asked until it has an answer.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Promise};
use lscb_content::wire::FileEntry;
use lscb_search::{IndexError, SearchQuery, SearchResults, Searcher, Step};
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestCache;

use crate::boot::app;
use crate::fetch::{self, Failure};

/// The index, once it is there.
#[derive(Default)]
pub(crate) struct Index {
    searcher: RefCell<Option<Searcher>>,
    trouble: RefCell<Option<Trouble>>,
}

/// Why nothing can be found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The index did not come, or what came was damaged.
    Unavailable,
    /// The site is of another release than this document, or the index of another version
    /// than this app: only loading the page anew helps.
    Outdated,
}

impl Index {
    /// Whether asking it costs nothing more than the question's own files.
    pub(crate) fn is_there(&self) -> bool {
        self.searcher.borrow().is_some()
    }

    /// Forgets what could not be had: it may be there now.
    pub(crate) fn try_again(&self) {
        self.trouble.take();
        if let Some(searcher) = self.searcher.borrow_mut().as_mut() {
            searcher.retry_unavailable();
        }
    }
}

/// Gets the index ready before it is asked. A failure is not told: the reader has not
/// asked yet.
pub(crate) async fn open() -> Result<(), Trouble> {
    let index = &app().index;
    if index.is_there() {
        return Ok(());
    }
    let release = fetch::release().await.map_err(|failure| match failure {
        Failure::Unavailable => Trouble::Unavailable,
        Failure::Elsewhere => Trouble::Outdated,
    })?;
    let entry = release.search.as_ref().ok_or(Trouble::Outdated)?;
    JsFuture::from(fetch::once(&entry.file, Box::pin(load(entry))))
        .await
        .ok();
    match *index.trouble.borrow() {
        Some(trouble) => Err(trouble),
        None => Ok(()),
    }
}

async fn load(entry: &'static FileEntry) {
    let mut trouble = Some(Trouble::Unavailable);
    // A damaged file may be in the browser's cache: the second time, the host is asked.
    for cache in [RequestCache::Default, RequestCache::Reload] {
        let bytes = fetch::index_file(&entry.file, &entry.integrity, cache).await;
        match bytes.map(|bytes| Searcher::open(&bytes, nfkd_lower)) {
            Some(Ok(searcher)) => {
                app().index.searcher.replace(Some(searcher));
                trouble = None;
                break;
            }
            Some(Err(IndexError::Version)) => trouble = Some(Trouble::Outdated),
            _ => {}
        }
    }
    app().index.trouble.replace(trouble);
}

/// The browser has the tables of Unicode: the app need not bring its own.
fn nfkd_lower(text: &str) -> String {
    let text = js_sys::JsString::from(text).normalize("NFKD");
    text.to_lower_case().into()
}

/// The number of the latest of several questions, each of which makes the ones before it
/// pointless.
#[derive(Default)]
pub(crate) struct Turn(Cell<u32>);

impl Turn {
    /// The next question's number.
    pub(super) fn next(&self) -> u32 {
        self.0.set(self.0.get() + 1);
        self.0.get()
    }

    /// Whether no later question has come.
    pub(super) fn is(&self, number: u32) -> bool {
        self.0.get() == number
    }
}

/// The answer to a query; `None` once a later question has come.
pub(crate) async fn ask(
    query: SearchQuery,
    turn: &'static Turn,
    number: u32,
) -> Option<Result<SearchResults, Trouble>> {
    if let Err(trouble) = open().await {
        return turn.is(number).then_some(Err(trouble));
    }
    loop {
        if !turn.is(number) {
            return None;
        }
        let step = app().index.searcher.borrow().as_ref()?.search(&query);
        match step {
            Step::Done(results) => return Some(Ok(results)),
            Step::Fetch(names) => {
                let files: Array = names.into_iter().map(fetching).collect();
                JsFuture::from(Promise::all(&files)).await.ok();
            }
        }
    }
}

/// Fetches a file into the searcher, or marks it unavailable.
fn fetching(name: String) -> Promise {
    let file = ["search/index/", &name].concat();
    fetch::once(&file, Box::pin(load_file(name)))
}

async fn load_file(name: String) {
    let file = ["search/index/", &name].concat();
    for cache in [RequestCache::Default, RequestCache::Reload] {
        let bytes = fetch::index_file(&file, "", cache).await;
        let mut searcher = app().index.searcher.borrow_mut();
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
