//! The pages, and a list of what is wrong with them.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::Arc;

use lscb_browser::browser::Browser;
use lscb_browser::dist::{Dist, built, with_missing};
use lscb_browser::site::Site;

/// All routes, and a path without a page.
pub(super) fn all() -> Vec<String> {
    with_missing(built().routes())
}

/// [`Dist::samples`], and a path without a page.
pub(super) fn samples() -> Vec<String> {
    with_missing(built().samples())
}

/// Opens a page and waits until nothing more will change.
pub(super) async fn open(browser: &Browser, site: &Site, path: &str) {
    browser.open_complete(site, path).await;
    browser.settle().await;
}

/// The built site as a reader has it whose browser runs no scripts. A checker is a script
/// itself, so that switching scripts off would switch it off too.
pub(super) fn without_scripts() -> Arc<Dist> {
    let pages = built().routes().into_iter().map(|route| {
        let mut html = built().html(&route).to_owned();
        while let Some(start) = html.find("<script") {
            const END: &str = "</script>";
            let end = html[start..].find(END).expect("an end") + start + END.len();
            html.replace_range(start..end, "");
        }
        (format!("{}index.html", &route[1..]), html)
    });
    let pages: Vec<_> = pages.collect();
    let files: Vec<_> = pages
        .iter()
        .map(|(path, html)| (path.as_str(), html.as_str()))
        .collect();
    Dist::of(&files)
}

/// What was found, and where.
#[derive(Default)]
pub(super) struct Findings(BTreeMap<String, Vec<String>>);

impl Findings {
    /// Adds what was found at `place`.
    pub(super) fn add<T: Display>(&mut self, place: &str, found: impl IntoIterator<Item = T>) {
        for finding in found {
            let places = self.0.entry(finding.to_string()).or_default();
            places.push(place.to_owned());
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// # Panics
    /// If there is anything, with all of it.
    pub(super) fn assert_none(&self) {
        let lines = self.0.iter().map(|(finding, places)| {
            let more = places.len() - 1;
            format!("- {finding}\n  on {} and {more} more", places[0])
        });
        let lines: Vec<_> = lines.collect();
        assert!(
            self.is_empty(),
            "{} findings\n{}",
            lines.len(),
            lines.join("\n")
        );
    }
}
