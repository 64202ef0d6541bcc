//! Waiting for conditions on a page; never for a fixed time.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::Browser;
use crate::engine::TIMEOUT;
use crate::site::Site;

/// How long a driver may take to answer a question.
pub(super) const ANSWER: Duration = Duration::from_secs(3);
/// Between two questions to a page.
pub(super) const MIN_PAUSE: Duration = Duration::from_millis(20);
const MAX_PAUSE: Duration = Duration::from_millis(100);

/// The app has taken over the page.
const APP_RUNS: &str = "document.documentElement.dataset.app === 'ready'";
/// What scripts of their own put into their places on a page (`public/boot/places.js`) is there.
/// Last of all comes the snippet of the form, and how much a copy takes up where one can be kept.
const PLACES_ARE_FILLED: &str = "[...document.querySelectorAll('.builder, #copy')].every((place) =>
    place.id !== 'copy'
        ? place.querySelector('textarea')?.value
        : place.querySelector('[role=status]')?.textContent &&
            (place.querySelectorAll('button').length !== 1 || place.lastElementChild.textContent))";

impl Browser {
    /// Waits until a JavaScript expression holds.
    ///
    /// # Panics
    /// If it does not come to hold.
    pub async fn until(&self, expression: &str) {
        let seen = self.try_until(expression).await;
        seen.unwrap_or_else(|error| panic!("{error}"));
    }

    /// The same, for whoever can say more about what it means that it does not.
    ///
    /// # Errors
    /// If it does not come to hold, with where that was and what was seen.
    pub async fn try_until(&self, expression: &str) -> Result<(), String> {
        let started = Instant::now();
        let question = format!("!!({expression})");
        loop {
            // Between two documents there is nothing to run a script in, and WebKit's driver
            // may never answer then: both are a "not yet".
            let seen = tokio::time::timeout(ANSWER, self.try_value(&question)).await;
            if matches!(seen, Ok(Ok(Value::Bool(true)))) {
                return Ok(());
            }
            if let Ok(seen) = &seen {
                self.come_back(seen).await;
            }
            if started.elapsed() > TIMEOUT {
                let place = tokio::time::timeout(ANSWER, self.current_url()).await;
                return Err(format!(
                    "{place:?}: after {TIMEOUT:?}, still not: `{expression}` ({seen:?})"
                ));
            }
            // Each question takes the page's time, too.
            let pause = started.elapsed() / 4;
            tokio::time::sleep(pause.clamp(MIN_PAUSE, MAX_PAUSE)).await;
        }
    }

    /// Waits until the app has taken over the page.
    pub async fn until_app_runs(&self) {
        self.until(APP_RUNS).await;
    }

    /// Waits until the app and all other scripts have done with the page.
    pub(super) async fn until_filled(&self) {
        self.until(&format!("{APP_RUNS} && {PLACES_ARE_FILLED}"))
            .await;
    }

    /// Waits until the page at `path` of `site` is shown: its address, and the `h1` that the site
    /// has for it now. The path may have a query and a fragment.
    pub async fn until_page(&self, site: &Site, path: &str) {
        let heading = site.heading(path);
        self.until_at(site, path, &heading).await;
    }

    /// Waits until the address is that of `path`, and the page has this `h1`: for pages whose
    /// address is not their route, and for headings that the site no longer has.
    pub async fn until_at(&self, site: &Site, path: &str, h1: &str) {
        let url = site.url(path);
        let words = "document.querySelector('main h1')?.textContent.trim().replace(/\\s+/g, ' ')";
        let h1 = Value::from(h1);
        let whole = "document.readyState !== 'loading'";
        self.until(&format!(
            "location.href === '{url}' && {whole} && {words} === {h1}"
        ))
        .await;
    }

    /// Waits until the browser is about to show the page at `url`, and asks the one that it leaves
    /// nothing: to answer, Firefox's driver listens for the end of a page, and one that is left at
    /// that moment is not kept in memory. WebKit's driver names the address at once, before the page
    /// is there.
    pub async fn until_gone_to(&self, url: &str) {
        let started = Instant::now();
        loop {
            let place = self.current_url().await;
            if place.as_ref().is_ok_and(|place| place.as_str() == url) {
                return;
            }
            let in_time = started.elapsed() < TIMEOUT;
            assert!(in_time, "{url} does not open: still at {place:?}");
            tokio::time::sleep(MAX_PAUSE).await;
        }
    }

    /// An expression that holds if one of two does.
    pub fn either(one: &str, other: &str) -> String {
        format!("({one}) || ({other})")
    }

    /// Waits until what was under way has been drawn: two frames and an empty queue of tasks.
    pub async fn settle(&self) {
        self.run(
            "window.settled = false;
             requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => { window.settled = true; })))",
        )
        .await;
        self.until("window.settled !== false").await;
    }

    /// Waits until the page has loaded and asks for nothing more.
    pub async fn until_quiet(&self, site: &Site) {
        self.until("document.readyState === 'complete'").await;
        let mut seen = usize::MAX;
        while seen != site.requests().len() {
            seen = site.requests().len();
            self.idle().await;
        }
    }

    /// Waits until the page has the answer to something that it asked for below `folder`, from the
    /// host or from what the browser has kept. On a busy machine even that takes a while, of which
    /// [`Browser::until_quiet`] sees nothing.
    pub async fn until_answered(&self, site: &Site, folder: &str) {
        let url = site.url(&format!("/{folder}/"));
        self.until(&format!(
            "performance.getEntriesByType('resource').some(({{ name }}) => name.startsWith('{url}'))"
        ))
        .await;
    }

    /// Lets the page be idle for a while.
    async fn idle(&self) {
        self.run("window.settled = false; setTimeout(() => { window.settled = true; }, 300)")
            .await;
        self.until("window.settled !== false").await;
    }

    /// Waits until the browser has called the page idle, where it does such a thing.
    pub async fn until_idle(&self) {
        self.run(
            "window.settled = false;
             (window.requestIdleCallback ?? setTimeout)(() => { window.settled = true; })",
        )
        .await;
        self.until("window.settled !== false").await;
        self.idle().await;
    }

    /// Waits until something outside of the page holds.
    ///
    /// # Panics
    /// If it does not come to hold.
    pub async fn wait_for(&self, what: &str, holds: impl Fn() -> bool) {
        let started = Instant::now();
        while !holds() {
            assert!(started.elapsed() < TIMEOUT, "{what}: not after {TIMEOUT:?}");
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }
}
