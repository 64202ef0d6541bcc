//! The bundle of the next page.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::fault::Fault;

use crate::support::{
    THERE, assert_all_kept, assert_kept, assert_link_is_a_link, assert_try_again_works,
    click_there, heading, running_with, running_without_bundles,
};

/// The bundle that holds the page that the reader wants.
fn bundle() -> &'static str {
    built().text(&built().bundle(THERE))
}

fn altered(from: &str, to: &str) -> Fault {
    let text = bundle();
    assert!(text.contains(from), "the bundle has {from:?}");
    Fault::Bytes(text.replacen(from, to, 1).into())
}

pub(crate) async fn a_bad_bundle_changes_nothing(browser: &Browser) {
    let faults = [
        Fault::Missing,
        Fault::Broken,
        Fault::Gone,
        Fault::Halved,
        Fault::CutOff,
        Fault::Flipped,
        Fault::Html,
        altered(&heading(), "Another release"),
        altered("lscb-bundle/1", "lscb-bundle/2"),
    ];
    assert_all_kept(browser, "content/*", faults).await;
}

pub(crate) async fn try_again_may_fail_again(browser: &Browser) {
    let site = running_with(browser, "content/*", Fault::Missing).await;
    click_there(browser, &site).await;
    assert_kept(browser, &site).await;
    browser
        .click("document.querySelector('#notice button')")
        .await;
    assert_kept(browser, &site).await;
    site.clear_faults();
    assert_try_again_works(browser, &site).await;
}

pub(crate) async fn a_slow_bundle_is_announced_and_then_shown(browser: &Browser) {
    let site = crate::support::site().await;
    site.inject("");
    site.inject_fault("content/*", Fault::Held);
    browser.open_app(&site, crate::support::HERE).await;
    browser.mark().await;
    click_there(browser, &site).await;
    browser
        .until("document.getElementById('status').textContent.trim()")
        .await;
    assert!(
        browser.value::<bool>("probe.untouched()").await,
        "the old page stands meanwhile"
    );
    site.clear_faults();
    browser.until_page(&site, THERE).await;
    browser
        .until("!document.getElementById('status').textContent.trim()")
        .await;
    assert!(browser.is_same_document().await, "no document was loaded");
}

pub(crate) async fn a_bundle_that_never_comes_is_given_up(browser: &Browser) {
    let site = running_with(browser, "content/*", Fault::Held).await;
    click_there(browser, &site).await;
    assert_kept(browser, &site).await;
    let timeout: f64 = browser.value("window.longestTimeout").await;
    assert!(
        timeout > 0.0 && timeout <= 15_000.0,
        "it waits for {timeout} ms"
    );
    assert_link_is_a_link(browser, &site).await;
}

pub(crate) async fn back_without_the_bundle_still_finds_its_page(browser: &Browser) {
    let site = running_with(browser, "nothing", Fault::Missing).await;
    browser.go_by_header(&site, THERE).await;
    browser.go_back().await;
    browser.until_page(&site, crate::support::HERE).await;
}

/// What was in the way has passed when the file is asked for again.
pub(crate) async fn a_blip_is_not_even_told(browser: &Browser) {
    let site = running_without_bundles(browser).await;
    site.inject_fault("content/*", Fault::Blip);
    browser.go_by_header(&site, THERE).await;
    assert!(browser.is_same_document().await, "no document was loaded");
    assert_eq!(site.count("content/*"), 2, "{:?}", site.requests());
    assert_nothing_is_told(browser).await;
}

async fn assert_nothing_is_told(browser: &Browser) {
    let told = "!document.getElementById('notice').hidden || document.getElementById('status').textContent";
    assert_eq!(browser.value::<serde_json::Value>(told).await, "");
}

/// What the header of a small site leads to is fetched ahead of need: after that the line may be cut.
pub(crate) async fn without_a_host_what_is_in_memory_is_shown(browser: &Browser) {
    let site = running_with(browser, "nothing", Fault::Missing).await;
    browser.until_quiet(&site).await;
    site.inject_fault("*", Fault::Gone);
    browser.go_by_header(&site, THERE).await;
    assert!(browser.is_same_document().await, "no document was loaded");
    assert_nothing_is_told(browser).await;
}
