//! Shared steps: a partner fills in the form.

use std::env;
use std::path::PathBuf;

use lscb_browser::bench::server::Server;
use lscb_browser::browser::Browser;
use lscb_browser::published::publisher;

/// The page of the form.
pub(super) const PAGE: &str = "/embed-this-site/";
/// Where the site lies on its host.
const BASE: &str = "/lscb/";
/// The snippet.
pub(super) const SNIPPET: &str = "document.querySelector('.builder textarea').value";
/// The document in the preview.
pub(super) const PREVIEW: &str = "document.querySelector('.preview iframe').contentDocument";
/// What was said last, and what is said of colours.
pub(super) const STATUS: &str = "document.querySelector('.copy [role=status]').textContent";
pub(super) const CONTRAST: &str = "document.querySelector('.colours [role=status]').textContent";

/// A host that sends the site with its own headers.
pub(super) struct Host(Server);

impl Host {
    pub(super) fn start() -> Self {
        let dist = env::var_os("LSCB_DIST").expect("LSCB_DIST names the built site");
        Self(Server::at(&publisher(), &PathBuf::from(dist), BASE))
    }

    pub(super) fn url(&self, path: &str) -> String {
        self.0
            .url(&format!("{BASE}{}", path.trim_start_matches('/')))
    }
}

/// Opens the form and waits until it can be used.
pub(super) async fn open(browser: &Browser, host: &Host) {
    let url = host.url(PAGE);
    // The page before may be the same, and stand a moment longer.
    browser.run("window.leftBehind = true").await;
    browser.goto(&url).await.expect("the page of the form");
    let left = "!window.leftBehind && document.readyState !== 'loading'";
    browser
        .until(&format!("{left} && location.href === '{url}'"))
        .await;
    until_ready(browser).await;
}

/// Waits until there is a snippet.
pub(super) async fn until_ready(browser: &Browser) {
    browser
        .until("document.querySelector('.builder textarea')?.value")
        .await;
}

/// Chooses values in the form, by the names of its fields.
pub(super) async fn choose(browser: &Browser, values: &[(&str, &str)]) {
    for (name, value) in values {
        browser
            .run(&format!(
                "const form = document.querySelector('.builder form');
                 const field = form.elements['{name}'];
                 field.value = '{value}';
                 form.dispatchEvent(new Event('input', {{ bubbles: true }}));"
            ))
            .await;
    }
    until_ready(browser).await;
}

/// The snippet that is there to be copied.
pub(super) async fn snippet(browser: &Browser) -> String {
    browser.value(SNIPPET).await
}
