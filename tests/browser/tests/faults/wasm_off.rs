//! A browser that has no WebAssembly, or may not use it.

use std::sync::Arc;

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::site::Site;

use crate::support::{HERE, assert_link_is_a_link};

const SEARCH: &str = "/search/";

async fn assert_search_says_so(browser: &Browser, site: &Site) {
    browser.open(site, &[SEARCH, "#q=janet"].concat()).await;
    browser
        .until("document.getElementById('results').textContent.includes('did not load')")
        .await;
    let list = "document.querySelectorAll('.index a').length > 60";
    assert!(browser.value::<bool>(list).await, "the list stands");
}

/// Policies that forbid it say so when it is compiled, not when it is asked for.
pub(crate) async fn a_policy_that_blocks_it_leaves_the_page(browser: &Browser) {
    let without = |html: &str| html.replace(" 'wasm-unsafe-eval'", "");
    let dist = Arc::new(built().with_html(without));
    assert_ne!(dist.html(HERE), built().html(HERE), "the policy names it");
    let site = Site::watched(&dist, "/lscb/").await;
    browser.open(&site, HERE).await;
    browser
        .until("document.documentElement.dataset.app === 'stopped'")
        .await;
    assert!(
        browser.value::<bool>("probe.untouched()").await,
        "the page stands"
    );
    let said: Vec<String> = browser.value("probe.errors").await;
    assert_eq!(said.len(), 1, "once, not in a loop: {said:#?}");
    assert_link_is_a_link(browser, &site).await;
    assert_search_says_so(browser, &site).await;
}

pub(crate) async fn a_browser_without_it_asks_for_nothing(browser: &Browser) {
    // Without the probe, which has WebAssembly to watch.
    let site = Site::plain(built(), "/lscb/").await;
    browser.open(&site, HERE).await;
    assert!(
        browser
            .value::<bool>("typeof WebAssembly === 'undefined'")
            .await,
        "the fault is there"
    );
    browser.until_quiet(&site).await;
    assert_eq!(
        site.count("assets/app*") + site.count("content/*"),
        0,
        "{:?}",
        site.requests()
    );
    assert_eq!(browser.complaints().await, [""; 0]);
    assert_link_is_a_link(browser, &site).await;
    assert_search_says_so(browser, &site).await;
}
