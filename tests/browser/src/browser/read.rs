//! Reading with scripts off: nothing here runs a script in the page.

use std::time::{Duration, Instant};

use thirtyfour::By;

use super::Browser;
use crate::engine::PATIENCE;
use crate::site::Site;

impl Browser {
    /// Opens a page of `site` and waits until it is there.
    pub async fn read(&self, site: &Site, path: &str) {
        let url = site.url(path);
        self.goto(url.as_str())
            .await
            .unwrap_or_else(|error| panic!("{url}: {error}"));
        self.until_read(site, path).await;
    }

    /// Waits until a page of `site` is there.
    pub async fn until_read(&self, site: &Site, path: &str) {
        let url = site.url(path);
        let started = Instant::now();
        loop {
            let place = self
                .current_url()
                .await
                .map(String::from)
                .unwrap_or_default();
            if place == url && self.find(By::Css("footer")).await.is_ok() {
                return;
            }
            assert!(
                started.elapsed() < PATIENCE,
                "{url} does not open: still at {place}"
            );
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }

    /// The text that the first element found by `selector` shows.
    pub async fn shown(&self, selector: &str) -> String {
        let element = self.find(By::Css(selector)).await;
        let element = element.unwrap_or_else(|error| panic!("no {selector}: {error}"));
        element
            .text()
            .await
            .unwrap_or_else(|error| panic!("the text of {selector}: {error}"))
    }
}
