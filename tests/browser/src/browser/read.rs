//! Reading with scripts off: nothing here runs a script in the page.

use std::time::{Duration, Instant};

use thirtyfour::By;

use super::Browser;
use crate::engine::PATIENCE;
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
        let url = site.url(path);
        let started = Instant::now();
        loop {
            let place = self
                .current_url()
                .await
                .map(String::from)
                .unwrap_or_default();
            let found = self.title().await.unwrap_or_default();
            if place == url && found == title && self.find(By::Css("footer")).await.is_ok() {
                return;
            }
            let patient = started.elapsed() < PATIENCE;
            assert!(
                patient,
                "{url} ({title}) does not open: still at {place} ({found})"
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
