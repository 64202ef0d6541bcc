//! The steps of a reader in a browser, and what the browser shows.
//!
//! Pages are loaded without waiting (`pageLoadStrategy` is `none`), because half of the
//! scenarios are about loads that never finish; every step waits for what it needs.

mod frame;
mod read;
mod wait;

use std::ffi::OsString;
use std::ops::Deref;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{WebDriver, WebElement};

use crate::engine::{BrowserOptions, Engine, Session};
use crate::site::Site;

/// The Tab key, as WebDriver names it (W3C WebDriver, 17.4.2 "Keyboard actions").
pub const TAB: &str = "\u{e004}";
/// The Enter key.
pub const ENTER: &str = "\u{e007}";

/// The words of the page's `<main>`, shown or not, white space collapsed, in JavaScript.
pub const MAIN_WORDS: &str =
    "document.querySelector('main').textContent.trim().replace(/\\s+/g, ' ')";

/// A browser window.
pub struct Browser {
    engine: Engine,
    session: Session,
    /// How many bytes of the console are those of scenarios before.
    console_before: AtomicUsize,
    /// The frame that a scenario takes for the page, in JavaScript.
    frame: Mutex<Option<String>>,
}

impl Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.session.driver
    }
}

impl Browser {
    pub(crate) async fn start(engine: Engine, options: BrowserOptions) -> Self {
        Self {
            engine,
            session: Session::start(engine, options).await,
            console_before: AtomicUsize::new(0),
            frame: Mutex::default(),
        }
    }

    /// Starts it on the desktop that `variables` lead to.
    pub(crate) async fn start_on(
        engine: Engine,
        options: BrowserOptions,
        variables: &[(&'static str, OsString)],
    ) -> Self {
        Self {
            engine,
            session: Session::start_on(engine, options, variables).await,
            console_before: AtomicUsize::new(0),
            frame: Mutex::default(),
        }
    }

    /// Which one it is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Whether the browser and its driver still answer.
    pub(crate) async fn is_alive(&self) -> bool {
        let answer = tokio::time::timeout(Self::ALIVE, self.windows()).await;
        matches!(answer, Ok(Ok(windows)) if !windows.is_empty())
    }

    /// How long a living driver takes at most, on a machine that is busy.
    const ALIVE: Duration = Duration::from_secs(15);

    /// Leaves whatever the last scenario had open and set.
    pub(crate) async fn clear(&self, options: BrowserOptions) {
        self.stay_in(None).await;
        self.session.reset(self.engine, options).await;
        self.goto("about:blank").await.expect("an empty page");
        self.until("location.href === 'about:blank'").await;
        if self.engine == Engine::Chromium {
            self.browser_log().await.expect("the browser's log");
        }
        let before = self.session.console().len();
        self.console_before.store(before, Ordering::Relaxed);
    }

    /// What the pages of a scenario have written to the console, a message a line. `WebKit` tells
    /// nobody while it is automated: its sessions are private ones.
    pub async fn console(&self) -> String {
        if self.engine == Engine::Chromium {
            let log = self.browser_log().await.unwrap_or_default();
            let lines = log.into_iter().map(|entry| entry.message + "\n");
            return lines.collect();
        }
        let mut all = self.session.console().into_bytes();
        let before = self.console_before.load(Ordering::Relaxed).min(all.len());
        String::from_utf8_lossy(&all.split_off(before)).into_owned()
    }

    /// Opens a page of `site` and waits until its text can be read.
    pub async fn open(&self, site: &Site, path: &str) {
        let url = site.url(path);
        // The page before may be of the same site and stand a moment longer (seen in Firefox).
        self.execute("window.leftBehind = true", vec![]).await.ok();
        self.goto(url.as_str())
            .await
            .unwrap_or_else(|error| panic!("{url}: {error}"));
        let left = "!window.leftBehind && document.readyState !== 'loading'";
        self.until(&format!(
            "{left} && location.origin === '{}'",
            site.origin()
        ))
        .await;
    }

    /// Opens the page at `route` and waits until it is shown.
    pub async fn open_page(&self, site: &Site, route: &str) {
        self.open(site, route).await;
        self.until_page(site, route).await;
    }

    /// Opens a page of `site` and waits for all that it loads: where it has the app, that runs, and
    /// what scripts put into the page is there.
    pub async fn open_complete(&self, site: &Site, path: &str) {
        self.open(site, path).await;
        self.until("document.readyState === 'complete'").await;
        let has_scripts: bool = self.value("document.scripts.length > 0").await;
        let has_app: bool = self
            .value("!!document.querySelector('meta[name=app]')")
            .await;
        match (has_scripts, has_app) {
            (true, true) => self.until_filled().await,
            // The page of an error finds its site.
            (true, false) => {
                self.until("document.querySelector('.ways a[href^=http]')")
                    .await
            }
            (false, _) => {}
        }
    }

    /// Opens a page of `site` and waits until the app has taken over.
    pub async fn open_app(&self, site: &Site, path: &str) {
        self.open(site, path).await;
        self.until_app_runs().await;
    }

    /// The value of a JavaScript expression.
    ///
    /// # Panics
    /// If it throws or has another type.
    pub async fn value<T: DeserializeOwned>(&self, expression: &str) -> T {
        let mut value = self.try_value(expression).await;
        if self.come_back(&value).await {
            value = self.try_value(expression).await;
        }
        let value = value.unwrap_or_else(|e| panic!("`{expression}`: {e}"));
        serde_json::from_value(value.clone())
            .unwrap_or_else(|error| panic!("`{expression}` is {value}: {error}"))
    }

    /// The value of [`MAIN_WORDS`].
    pub async fn main_words(&self) -> String {
        self.value(MAIN_WORDS).await
    }

    /// Runs JavaScript statements.
    pub async fn run(&self, statements: &str) {
        let done = self.execute(statements, vec![]).await;
        done.unwrap_or_else(|error| panic!("`{statements}`: {error}"));
    }

    /// The value of a JavaScript expression, if there is a page that can tell: a frame that is
    /// loaded anew has none for a moment.
    ///
    /// # Errors
    /// If it throws, or the driver does not find the page.
    pub async fn try_value(
        &self,
        expression: &str,
    ) -> Result<Value, thirtyfour::error::WebDriverError> {
        let value = self
            .execute(format!("return ({expression})"), vec![])
            .await?;
        Ok(value.json().clone())
    }

    /// The element that a JavaScript expression names.
    pub async fn element(&self, expression: &str) -> WebElement {
        let found = self.execute(format!("return ({expression})"), vec![]).await;
        let found = found.and_then(|value| value.element());
        found.unwrap_or_else(|error| panic!("no element `{expression}`: {error}"))
    }

    /// The first link inside `place` (a selector) to a path of `site`, in JavaScript.
    pub fn link(site: &Site, place: &str, path: &str) -> String {
        let url = site.url(path);
        format!("[...document.querySelectorAll('{place} a[href]')].find(a => a.href === '{url}')")
    }

    /// Clicks, with the mouse, on the element that a JavaScript expression names.
    pub async fn click(&self, expression: &str) {
        let element = self.element(expression).await;
        element
            .click()
            .await
            .unwrap_or_else(|error| panic!("no click on `{expression}`: {error}"));
    }

    /// Clicks on the header's link to a path of `site`.
    pub async fn click_header(&self, site: &Site, path: &str) {
        self.click(&Self::link(site, "header nav", path)).await;
    }

    /// Clicks on the header's link to the page at `route`, and waits until it is shown.
    pub async fn go_by_header(&self, site: &Site, route: &str) {
        self.click_header(site, route).await;
        self.until_page(site, route).await;
    }

    /// Clicks, by script, on the first link of the page to the page at `route`, in view or not, and
    /// waits until it is shown.
    pub async fn follow_link(&self, site: &Site, route: &str) {
        let link = Self::link(site, "", route);
        self.run(&format!("{link}.click()")).await;
        self.until_page(site, route).await;
    }

    /// Goes back by one entry of the history. The script must have ended before its page goes:
    /// Chromium's driver would run it again.
    pub async fn go_back(&self) {
        self.run("setTimeout(() => history.back())").await;
    }

    /// The same, forwards.
    pub async fn go_forward(&self) {
        self.run("setTimeout(() => history.forward())").await;
    }

    /// Presses keys, wherever the focus is.
    pub async fn press(&self, keys: &str) {
        let pressed = self.action_chain().send_keys(keys).perform().await;
        pressed.unwrap_or_else(|error| panic!("keys: {error}"));
    }

    /// Marks the document, so that [`Browser::is_same_document`] can tell.
    pub async fn mark(&self) {
        self.run("window.marked = true").await;
    }

    /// Whether no other document was loaded since [`Browser::mark`].
    pub async fn is_same_document(&self) -> bool {
        self.value("window.marked === true").await
    }

    /// What the page complained about: errors, rejections, `console.error`, and in Chromium
    /// the browser's own log.
    pub async fn complaints(&self) -> Vec<String> {
        let mut all: Vec<String> = self.value("window.probe?.errors ?? []").await;
        if self.engine == Engine::Chromium {
            let log = self.browser_log().await.expect("the browser's log");
            let grave = log
                .into_iter()
                .filter(|entry| entry.level == "SEVERE" || entry.level == "WARNING");
            let texts = grave.map(|entry| entry.message);
            all.extend(texts.filter(|text| !text.contains("/favicon.ico") && !is_of_leaving(text)));
        }
        all
    }
}

/// Whether a text is Chromium's on a request that ended with its page: an address, a full stop, and
/// no reason after it.
fn is_of_leaving(text: &str) -> bool {
    text.contains("Fetch API cannot load ") && text.ends_with(". ")
}
