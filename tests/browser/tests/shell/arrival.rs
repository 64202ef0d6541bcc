//! Coming to a page as another document, whatever stands in the window.

use lscb_browser::browser::Browser;
use lscb_browser::site::Site;

/// Opens a page and waits until nothing more will change: the app runs, where there is one.
pub(super) async fn arrive(browser: &Browser, site: &Site, path: &str) {
    // The last page may be of the same site, and still stand when the driver answers.
    browser.mark().await;
    browser.open(site, path).await;
    browser
        .until("!window.marked && document.readyState === 'complete'")
        .await;
    if browser.value("document.scripts.length > 0").await {
        browser.until_app_runs().await;
    }
}
