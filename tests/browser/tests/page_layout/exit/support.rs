//! The test fixture: the built site with a way out that stays on this machine.

use std::sync::Arc;

use lscb_browser::browser::Browser;
use lscb_browser::dist::{Dist, built};
use lscb_browser::site::Site;

/// Where the way out of the built site leads.
pub(super) const WEATHER: &str = "https://www.bbc.co.uk/weather";

/// Holds if nothing of the page is to be seen.
pub(super) const COVERED: &str = "![document.body, ...document.body.querySelectorAll('*')]
    .some(e => e.checkVisibility({ visibilityProperty: true }))";

/// The site, and the place that its way out leads to.
pub(super) struct Fixture {
    /// The built site.
    pub(super) site: Site,
    /// Another origin, in place of the weather.
    pub(super) away: Site,
}

impl Fixture {
    /// Serves both.
    pub(super) async fn new() -> Self {
        let weather = "<!doctype html><title>Weather</title><h1>Sunny</h1><footer></footer>";
        let away = Site::plain(&Dist::of(&[("index.html", weather)]), "/").await;
        let dist = leading_to(&away.url("/"));
        Self {
            site: Site::watched(&dist, "/lscb/").await,
            away,
        }
    }

    /// Reads `/`, then `/contact/`, which is to be left.
    pub(super) async fn read_two_pages(&self, browser: &Browser) {
        browser.open_complete(&self.site, "/").await;
        browser.open_complete(&self.site, "/contact/").await;
    }

    /// The same, but the second page is shown by the app.
    pub(super) async fn read_two_pages_of_the_app(&self, browser: &Browser) {
        browser.open_complete(&self.site, "/").await;
        browser.mark().await;
        browser.click_header(&self.site, "/contact/").await;
        self.until_titled_page(browser, "/contact/").await;
        assert!(browser.is_same_document().await, "the app shows it");
    }

    /// Waits for a page of the site, whole and in view, under its own title.
    pub(super) async fn until_titled_page(&self, browser: &Browser, route: &str) {
        browser.until_page(&self.site, route).await;
        let heading = "document.querySelector('main h1')";
        let seen = format!("{heading}.checkVisibility({{ visibilityProperty: true }})");
        browser.until(&seen).await;
        let title = built().page(route).words("title");
        browser
            .until(&format!("document.title === {title:?}"))
            .await;
    }

    /// Waits for the place that the way out leads to.
    pub(super) async fn until_away(&self, browser: &Browser) {
        let there = format!("location.origin === '{}'", self.away.origin());
        browser.until(&there).await;
        browser.until("document.readyState === 'complete'").await;
    }

    /// Asserts that `leave` leaves the page for good: the history gets no entry, and Back leads to
    /// the page before it.
    pub(super) async fn assert_leaves(&self, browser: &Browser, leave: impl AsyncFn(&Browser)) {
        const ENTRIES: &str = "history.length";
        let entries: u32 = browser.value(ENTRIES).await;
        leave(browser).await;
        self.until_away(browser).await;
        assert_eq!(browser.value::<u32>(ENTRIES).await, entries);
        let from: String = browser.value("document.referrer").await;
        assert_eq!(from, "", "the other place is told where the reader was");
        browser.go_back().await;
        self.until_titled_page(browser, "/").await;
    }

    /// Asserts that nobody has begun to leave.
    pub(super) async fn assert_here(&self, browser: &Browser, why: &str) {
        let covered: bool = browser.value(COVERED).await;
        assert!(!covered, "the page is covered: {why}");
        assert_ne!(browser.title().await.expect("a title"), "Loading", "{why}");
        assert_eq!(self.away.requests(), [""; 0], "{why}");
    }
}

/// The built site, the way out of each page leading to `address`.
fn leading_to(address: &str) -> Arc<Dist> {
    Arc::new(built().with_html(|html| html.replace(WEATHER, address)))
}
