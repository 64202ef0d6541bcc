//! Opening a page as another document, whatever the window shows.

use lscb_browser::browser::Browser;
use lscb_browser::site::Site;

/// A path without a page, for which the host shows its page for missing addresses.
pub(super) const NOWHERE: &str = "/no-such-page/";

/// Opens a page and waits until nothing more will change: the app runs, where there is one.
pub(super) async fn arrive(browser: &Browser, site: &Site, path: &str) {
    // The last page may be of the same site, and still stand when the driver answers.
    browser.mark().await;
    browser.open(site, path).await;
    let url = site.url(path);
    let app = "document.scripts.length === 0 || document.documentElement.dataset.app === 'ready'";
    browser
        .until(&format!(
            "!window.marked && location.href === '{url}' && document.readyState === 'complete' && ({app})"
        ))
        .await;
}
