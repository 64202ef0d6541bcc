//! A slow connection.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::site::Site;
use serde_json::json;

use crate::support::{HERE, site};

/// The page with the most HTML, of those that are left as they come: a script makes a form of one.
fn long_page() -> String {
    let routes = built().routes().into_iter();
    routes
        .filter(|route| built().page(route).find(".builder").is_none())
        .max_by_key(|route| built().html(route).len())
        .expect("a page")
}

/// Opens the page of which three quarters come at once, and waits for its text.
async fn open_stalled(browser: &Browser, site: &Site, route: &str) {
    site.inject_fault(route.trim_start_matches('/'), Fault::Stalled);
    let url = site.url(route);
    browser.goto(url.as_str()).await.expect("a start");
    browser
        .until(&format!(
            "location.href === '{url}' && document.querySelector('main p')?.checkVisibility()"
        ))
        .await;
    let state: String = browser.value("document.readyState").await;
    assert_eq!(state, "loading", "the rest is on its way");
}

/// What has come so far is on screen before the rest has.
pub(crate) async fn part_of_a_page_can_be_read(browser: &Browser) {
    let site = site().await;
    let route = long_page();
    open_stalled(browser, &site, &route).await;
    let heading = built().page(&route).words("main h1");
    let shown: String = browser
        .value("document.querySelector('main h1').innerText")
        .await;
    assert_eq!(shown, heading);
    let help = "document.querySelector('aside.help').checkVisibility()";
    assert!(
        browser.value::<bool>(help).await,
        "whom to ring comes first"
    );
    site.clear_faults();
    browser.until_app_runs().await;
    assert!(browser.value::<bool>("probe.untouched()").await);
}

pub(crate) async fn the_app_is_asked_for_when_the_page_is_there(browser: &Browser) {
    let site = site().await;
    open_stalled(browser, &site, &long_page()).await;
    browser.settle().await;
    assert_eq!(site.count("assets/app.*"), 0, "{:?}", site.requests());
    site.clear_faults();
    browser.until_app_runs().await;
}

/// The line that Chromium's own tools call the slowest: 50 kbit/s, 2 s to and fro.
pub(crate) async fn at_fifty_kilobits_the_text_is_there_before_the_app(browser: &Browser) {
    // The cache of the page's origin is empty: it is new.
    let site = Site::watched(built(), "/lscb/").await;
    slow_down(browser, 2_000, 50_000 / 8).await;
    browser
        .goto(site.url(HERE).as_str())
        .await
        .expect("a start");
    let text = "document.querySelector('main p')?.checkVisibility()";
    browser
        .until(&format!("location.href === '{}' && {text}", site.url(HERE)))
        .await;
    assert_eq!(site.count("*.wasm"), 0, "nothing but the page is asked for");
    slow_down(browser, 0, -1).await;
    // On such a line the app waits for a sign.
    let link = Browser::link(&site, "header nav", "/about-us/");
    browser
        .until(&format!("document.readyState === 'complete' && {link}"))
        .await;
    browser.run(&format!("{link}.focus()")).await;
    browser.until_app_runs().await;
}

async fn slow_down(browser: &Browser, latency: i64, bytes: i64) {
    let line = json!({
        "offline": false, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes,
    });
    let cdp = browser.cdp();
    cdp.send_raw("Network.enable", json!({}))
        .await
        .expect("the network's domain");
    let slow = cdp.send_raw("Network.emulateNetworkConditions", line).await;
    slow.expect("another line");
}
