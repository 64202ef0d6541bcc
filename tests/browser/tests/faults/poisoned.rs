//! A host has answered 404 for a file that it has, and told browsers to keep that for a year:
//! it did so while it was being copied to, and its rule for assets forgets to look at the status.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::site::Site;

use crate::support::{HERE, THERE, assert_kept, click_there, site};

/// The browser keeps the missing page, although the host is well again.
async fn assert_poisoned(browser: &Browser, site: &Site, path: &str) {
    let url = site.url(path);
    browser
        .run(&format!(
            "window.kept = null; fetch('{url}').then((answer) => {{ window.kept = answer.status; }})"
        ))
        .await;
    browser.until("window.kept").await;
    assert_eq!(
        browser.value::<u16>("window.kept").await,
        404,
        "the fault is there: {path}"
    );
}

pub(crate) async fn a_poisoned_bundle_heals(browser: &Browser) {
    let site = site().await;
    let bundle = built().bundle(THERE);
    site.inject_fault(&bundle, Fault::Poisoned);
    browser.open_app(&site, HERE).await;
    browser.mark().await;
    click_there(browser, &site).await;
    assert_kept(browser, &site).await;
    site.clear_faults();
    assert_poisoned(browser, &site, &bundle).await;

    browser.open_app(&site, HERE).await;
    browser.mark().await;
    browser.go_by_header(&site, THERE).await;
    assert!(browser.is_same_document().await, "the app has the page");
}

/// The script that starts the app asks for it again.
pub(crate) async fn a_poisoned_app_heals(browser: &Browser) {
    assert_heals(browser, built().path("assets/app.", ".wasm")).await;
}

/// And for its loader. A module that was missing stays so for its document, but the next has it.
pub(crate) async fn a_poisoned_loader_heals(browser: &Browser) {
    assert_heals(browser, built().path("assets/app.", ".js")).await;
}

async fn assert_heals(browser: &Browser, path: &str) {
    let site = site().await;
    site.inject_fault(path, Fault::Poisoned);
    browser.open(&site, HERE).await;
    browser
        .until("document.documentElement.dataset.app === 'stopped'")
        .await;
    site.clear_faults();
    assert_poisoned(browser, &site, path).await;
    browser.open(&site, HERE).await;
    browser.until("document.documentElement.dataset.app").await;
    browser.open_app(&site, THERE).await;
}
