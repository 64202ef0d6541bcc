//! Back to a page that the browser has kept in memory as it was (WHATWG HTML, 7.4.6).

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::site::Site;

use crate::support::{HERE, THERE};

/// Notes how the page came to be shown.
const WATCH: &str =
    "addEventListener('pageshow', (event) => { window.restored = event.persisted; });";

pub(crate) async fn every_kind_of_page_comes_back_from_memory(browser: &Browser) {
    let site = Site::watched(built(), "/lscb/").await;
    site.inject(WATCH);
    for route in browser.engine().share(built().samples()) {
        browser.open_app(&site, &route).await;
        browser.mark().await;
        leave_and_come_back(browser, &site, &route).await;
    }
    // The app that came back goes on.
    browser.open_app(&site, HERE).await;
    browser.mark().await;
    leave_and_come_back(browser, &site, HERE).await;
    browser.go_by_header(&site, THERE).await;
    browser.go_back().await;
    browser.until_page(&site, HERE).await;
    assert!(browser.is_same_document().await, "no document was loaded");
}

async fn leave_and_come_back(browser: &Browser, site: &Site, route: &str) {
    // Firefox keeps no page that is still asking for something: last of all, its bundle.
    browser.until_answered(site, "content").await;
    browser.until_quiet(site).await;
    let main = "document.querySelector('main').outerHTML";
    let before: String = browser.value(main).await;
    let elsewhere = site.url("/robots.txt");
    browser
        .run(&format!(
            "setTimeout(() => {{ location.href = '{elsewhere}'; }})"
        ))
        .await;
    browser.until_gone_to(&elsewhere).await;
    browser
        .until(&format!(
            "location.href === '{elsewhere}' && document.readyState === 'complete'"
        ))
        .await;
    browser.go_back().await;
    browser
        .until(&format!(
            "location.href === '{}' && window.restored !== undefined",
            site.url(route)
        ))
        .await;
    assert!(
        browser.value::<bool>("window.restored").await,
        "{route} was loaded anew"
    );
    assert!(browser.is_same_document().await, "{route}");
    let after: String = browser.value(main).await;
    assert_eq!(after, before, "{route} is as it was");
}

/// One listener of that name and no browser keeps the page (web.dev/articles/bfcache).
pub(crate) async fn nothing_keeps_pages_out_of_memory() {
    for path in built().paths().filter(|path| path.ends_with(".js")) {
        for name in ["unload", "WebSocket", "RTCPeerConnection"] {
            assert!(!built().text(path).contains(name), "{path} has {name}");
        }
    }
}
