//! Reading with scripts off: nothing here runs a script in the page.

use std::time::{Duration, Instant};

use thirtyfour::By;

use super::Browser;
use crate::engine::TIMEOUT;
use crate::site::Site;

impl Browser {
    /// Opens a page of `site` and waits until it is there, which its title tells.
    pub async fn read(&self, site: &Site, path: &str, title: &str) {
        let url = site.url(path);
        let opened = self.goto(url.as_str()).await;
        opened.unwrap_or_else(|error| panic!("{url}: {error}"));
        self.until_read(site, path, title).await;
    }

    /// Waits until a page of `site` is there, down to its foot.
    pub async fn until_read(&self, site: &Site, path: &str, title: &str) {
        self.until_shows(&site.url(path), title, "footer").await;
    }

    /// Waits until a page of others is there, which its address and its title tell.
    pub async fn until_title(&self, url: &str, title: &str) {
        self.until_shows(url, title, "html").await;
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
