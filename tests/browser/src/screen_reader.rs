//! Orca, a screen reader, and a log of what it says.
//!
//! Orca reads a browser's accessible tree over the bus for assistive technology, as it does
//! for a reader who cannot see. It is given a desktop of its own and no voice: what it says
//! is written down instead. Keys come from outside of the browser, as a keyboard's do: Orca
//! listens to those.

mod desktop;
mod orca;

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::Value;

use self::desktop::Desktop;
use self::orca::Orca;
use crate::browser::Browser;
use crate::engine::{BrowserOptions, Engine, TIMEOUT};
use crate::runner::{caught, is_chosen};
use crate::site::Site;

/// A browser with a running screen reader.
pub struct ScreenReader {
    // In the order in which they end.
    browser: Browser,
    orca: Orca,
    desktop: Desktop,
}

/// Runs `scenario` with Orca and each browser that it can follow. In WebKitGTK it hears
/// nothing but stops of the keyboard.
///
/// # Panics
/// If it fails with any, or what it needs is not installed.
pub fn with_screen_reader(scenario: impl AsyncFn(&ScreenReader)) {
    // Orca looks for others of its user before it starts, and gives way: one at a time.
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let engines = [Engine::Chromium, Engine::Firefox];
    for engine in engines.into_iter().filter(|engine| is_chosen(*engine)) {
        let ended = caught(async {
            let reader = ScreenReader::start(engine).await;
            scenario(&reader).await;
        });
        if let Err(words) = ended {
            panic!("it failed in {engine}: {words}");
        }
    }
}

impl ScreenReader {
    async fn start(engine: Engine) -> Self {
        let desktop = Desktop::start().await;
        let orca = Orca::start(&desktop).await;
        let browser =
            Browser::start_on(engine, BrowserOptions::default(), desktop.variables()).await;
        Self {
            browser,
            orca,
            desktop,
        }
    }

    /// What is read.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// Opens a page, and waits until the app has taken over and the screen reader has the page:
    /// before that, it does not say what gets the focus.
    pub async fn open_app(&self, site: &Site, path: &str) {
        let moment = self.moment();
        self.browser.open_app(site, path).await;
        // Its summary of a page that has loaded.
        self.until_said_after(moment, "Page has ").await;
    }

    /// Presses a key by its X name (`Tab`, `Return`).
    pub fn press(&self, key: &str) {
        self.desktop.press(key);
    }

    /// Presses Tab until the link of that name has the focus and was said.
    pub async fn tab_to(&self, name: &str) {
        let has_focus = format!(
            "document.activeElement.textContent === {}",
            Value::from(name)
        );
        while !self.browser.value::<bool>(&has_focus).await {
            self.tab().await;
        }
    }

    /// Presses Tab once and waits until the next stop was said. Its words are returned.
    pub async fn tab(&self) -> String {
        let start = self.orca.said().len();
        self.browser
            .run("window.before = document.activeElement")
            .await;
        self.press("Tab");
        self.browser
            .until("document.activeElement !== before")
            .await;
        let words: String = self
            .browser
            .value("document.activeElement.textContent.trim()")
            .await;
        self.until_said_after(start, &words).await;
        words
    }

    /// How much was said so far: to be handed to [`ScreenReader::said_since`].
    pub fn moment(&self) -> usize {
        self.orca.said().len()
    }

    /// What was said since `moment`.
    pub fn said_since(&self, moment: usize) -> Vec<String> {
        self.orca.said().split_off(moment)
    }

    /// Waits until something with these words was said since `moment`.
    ///
    /// # Panics
    /// If it is not said.
    pub async fn until_said_after(&self, moment: usize, words: &str) {
        let started = Instant::now();
        loop {
            let said = self.said_since(moment);
            if said.iter().any(|line| line.contains(words)) {
                return;
            }
            assert!(
                started.elapsed() < TIMEOUT,
                "{words:?} was not said, but {said:#?}"
            );
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }
}
