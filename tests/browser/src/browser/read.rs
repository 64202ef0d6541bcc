//! Reading with scripts off: nothing here runs a script in the page.

use std::time::{Duration, Instant};

use thirtyfour::By;

use super::Browser;
use super::wait::{ANSWER, MIN_PAUSE};
use crate::engine::TIMEOUT;
use crate::site::Site;

impl Browser {
    /// Opens a page of `site` and waits until it is there, down to its foot.
    pub async fn read(&self, site: &Site, path: &str, title: &str) {
        self.go_to(&site.url(path)).await;
        self.until_read(site, path, title).await;
    }

    /// Opens a page of others and waits until it is there, down to what `sign` finds.
    pub async fn read_other(&self, url: &str, title: &str, sign: &str) {
        self.go_to(url).await;
        self.until_shows(url, title, sign).await;
    }

    /// Opens an address and waits until the page before has gone. WebKit's driver gives the address
    /// of the next page while that is still on its way, and two pages may have one title.
    async fn go_to(&self, url: &str) {
        let before = self.find(By::Css("html")).await;
        let opened = self.goto(url).await;
        opened.unwrap_or_else(|error| panic!("{url}: {error}"));
        let started = Instant::now();
        while let Ok(before) = &before {
            // Between two documents the driver may never answer, which is a "not yet".
            let answer = tokio::time::timeout(ANSWER, before.tag_name()).await;
            if matches!(answer, Ok(Err(_))) {
                return;
            }
            assert!(started.elapsed() < TIMEOUT, "{url} does not open");
            tokio::time::sleep(MIN_PAUSE).await;
        }
    }

    /// Waits until a page of `site` that a link has led to is there, down to its foot: one with
    /// another title than the page before.
    pub async fn until_read(&self, site: &Site, path: &str, title: &str) {
        self.until_shows(&site.url(path), title, "footer").await;
    }

    /// Waits until the page at `url` has that title and something that `sign` finds.
    async fn until_shows(&self, url: &str, title: &str, sign: &str) {
        let started = Instant::now();
        loop {
            let place = self
                .current_url()
                .await
                .map(String::from)
                .unwrap_or_default();
            let found = self.title().await.unwrap_or_default();
            if place == url && found == title && self.find(By::Css(sign)).await.is_ok() {
                return;
            }
            let in_time = started.elapsed() < TIMEOUT;
            assert!(
                in_time,
                "{url} ({title}) does not open: still at {place} ({found})"
            );
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }

    /// Opens what is folded away in the text, by a click on each line that says what it is: with or
    /// without scripts and style.
    pub async fn unfold(&self) {
        let folded = By::Css("main details:not([open]) > summary");
        for summary in self.find_all(folded).await.expect("a list") {
            summary.click().await.expect("a fold opens");
        }
    }

    /// The text that the first element found by `selector` shows. The element may be replaced while
    /// it is being read: then the one in its place is.
    pub async fn shown(&self, selector: &str) -> String {
        let started = Instant::now();
        loop {
            let element = self.find(By::Css(selector)).await;
            let element = element.unwrap_or_else(|error| panic!("no {selector}: {error}"));
            match element.text().await {
                Ok(text) => return text,
                Err(error)
                    if started.elapsed() < TIMEOUT && error.to_string().contains("stale") =>
                {
                    tokio::time::sleep(Duration::from_millis(15)).await;
                }
                Err(error) => panic!("the text of {selector}: {error}"),
            }
        }
    }
}
