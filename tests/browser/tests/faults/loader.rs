//! The app itself: its boot script, its loader, its wasm.

use lscb_browser::browser::Browser;
use lscb_browser::fault::Fault;
use lscb_browser::site::Site;

use crate::support::{HERE, THERE, assert_link_is_a_link, site};

/// Without the app the page is whole and its links are links, before and after Back.
pub(crate) async fn assert_reads_without_app(browser: &Browser, pattern: &str, fault: Fault) {
    let site = site().await;
    site.inject_fault(pattern, fault);
    browser.open(&site, HERE).await;
    until_tried(browser, &site, pattern).await;
    assert!(
        browser.value::<bool>("probe.untouched()").await,
        "{pattern}: the page stands"
    );
    assert!(
        browser
            .value::<bool>("document.documentElement.dataset.app !== 'ready'")
            .await,
        "{pattern}: the app must not say that it runs",
    );
    assert_link_is_a_link(browser, &site).await;
    browser.go_back().await;
    browser.until_page(&site, HERE).await;
}

/// Waits until the browser has asked for what is broken, and has tried to use it.
async fn until_tried(browser: &Browser, site: &Site, pattern: &str) {
    browser.wait_for(pattern, || site.count(pattern) > 0).await;
    browser.settle().await;
}

pub(crate) async fn the_page_does_without_wasm(browser: &Browser) {
    let faults = [
        Fault::Missing,
        Fault::Broken,
        Fault::Gone,
        Fault::Halved,
        Fault::CutOff,
        Fault::Flipped,
        Fault::Html,
        Fault::Held,
        Fault::Bytes(b"\0asm\x01\0\0\0".to_vec()),
    ];
    for fault in browser.engine().share(faults) {
        assert_reads_without_app(browser, "assets/*.wasm", fault).await;
    }
}

pub(crate) async fn wasm_that_fails_once_is_asked_for_again(browser: &Browser) {
    let site = site().await;
    site.inject_fault("assets/*.wasm", Fault::Blip);
    browser.open_app(&site, HERE).await;
    assert_eq!(site.count("assets/*.wasm"), 2, "{:?}", site.requests());
    browser.mark().await;
    browser.go_by_header(&site, THERE).await;
    assert!(browser.is_same_document().await, "the app runs");
}

/// A host that does not know the type is common: compiling takes longer, and no more.
pub(crate) async fn wasm_of_the_wrong_type_is_no_trouble(browser: &Browser) {
    for media in ["application/octet-stream", "text/plain"] {
        let site = site().await;
        site.inject_fault("assets/*.wasm", Fault::Typed(media));
        browser.open(&site, HERE).await;
        browser.until_app_runs().await;
        browser.go_by_header(&site, THERE).await;
    }
}

pub(crate) async fn the_page_does_without_scripts_that_fail(browser: &Browser) {
    for pattern in ["assets/app*.js", "assets/boot*.js"] {
        let faults = [
            Fault::Missing,
            Fault::Broken,
            Fault::Gone,
            Fault::Halved,
            Fault::CutOff,
            Fault::Html,
            Fault::Held,
            Fault::Bytes(b"throw new Error('injected');".to_vec()),
        ];
        for fault in browser.engine().share(faults) {
            assert_reads_without_app(browser, pattern, fault).await;
        }
    }
}

pub(crate) async fn the_page_does_without_anything_else(browser: &Browser) {
    for fault in [Fault::Held, Fault::Missing] {
        let site = site().await;
        for pattern in ["assets/*", "content/*", "release.json"] {
            site.inject_fault(pattern, fault.clone());
        }
        browser.open(&site, HERE).await;
        browser
            .wait_for("a script", || site.count("assets/*") > 0)
            .await;
        assert!(
            browser.value::<bool>("probe.untouched()").await,
            "the page stands"
        );
        assert_link_is_a_link(browser, &site).await;
        browser.go_by_header(&site, "/contact/").await;
    }
}
