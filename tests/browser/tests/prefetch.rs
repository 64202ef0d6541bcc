//! What is fetched before it is asked for, and when.

use std::collections::BTreeSet;

use lscb_browser::browser::{Browser, TAB};
use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

const THERE: &str = "/about-us/";

/// The app runs, and no bundle has come: those that it fetches on its own were missing.
async fn running_without_bundles(browser: &Browser) -> Site {
    let site = Site::watched(built(), "/lscb/").await;
    site.inject_fault("content/*", Fault::Missing);
    browser.open_app(&site, "/").await;
    // It asks once more after a while.
    let has_tried = || site.count("content/*") >= 2;
    browser.wait_for("the app has asked twice", has_tried).await;
    browser.until_quiet(&site).await;
    site.clear_faults();
    site.forget();
    browser.mark().await;
    site
}

/// Begins to touch the header's link.
async fn touch_link(browser: &Browser, site: &Site) {
    let link = Browser::link(site, "header nav", THERE);
    browser
        .run(&format!(
            "{link}.dispatchEvent(new Event('touchstart', {{ bubbles: true }}))"
        ))
        .await;
}

async fn assert_click_needs_no_network(browser: &Browser, site: &Site) {
    browser.until_quiet(site).await;
    assert_eq!(
        site.count(&built().bundle(THERE)),
        1,
        "its bundle, once: {:?}",
        site.requests()
    );
    site.forget();
    browser.go_by_header(site, THERE).await;
    browser.until_quiet(site).await;
    assert_eq!(site.requests(), [""; 0], "the click needs no network");
    assert!(browser.is_same_document().await, "no document was loaded");
}

#[test]
fn a_pointer_over_a_link_fetches_its_page_once() {
    in_every_engine(async |browser| {
        let site = running_without_bundles(browser).await;
        let link = browser
            .element(&Browser::link(&site, "header nav", THERE))
            .await;
        let over = browser
            .action_chain()
            .move_to_element_center(&link)
            .perform()
            .await;
        over.expect("the pointer moves");
        assert_click_needs_no_network(browser, &site).await;
    });
}

#[test]
fn focus_on_a_link_fetches_its_page_once() {
    in_every_engine(async |browser| {
        let site = running_without_bundles(browser).await;
        let link = Browser::link(&site, "header nav", THERE);
        let mut presses = 0;
        while !browser
            .value::<bool>(&format!("document.activeElement === {link}"))
            .await
        {
            browser.press(TAB).await;
            presses += 1;
            assert!(presses < 12, "the keyboard does not reach the link");
        }
        assert_click_needs_no_network(browser, &site).await;
    });
}

#[test]
fn touching_a_link_fetches_its_page_once() {
    in_every_engine(async |browser| {
        let site = running_without_bundles(browser).await;
        touch_link(browser, &site).await;
        assert_click_needs_no_network(browser, &site).await;
    });
}

#[test]
fn a_failed_prefetch_is_not_told() {
    in_every_engine(async |browser| {
        let site = running_without_bundles(browser).await;
        site.inject_fault("content/*", Fault::Missing);
        touch_link(browser, &site).await;
        browser.until_quiet(&site).await;
        assert!(
            browser
                .value::<bool>("document.getElementById('notice').hidden")
                .await
        );
        assert_eq!(
            browser
                .value::<String>("document.getElementById('status').textContent")
                .await,
            ""
        );
    });
}

#[test]
fn after_the_bundles_no_route_needs_the_network() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        browser.open_app(&site, "/").await;
        browser.until_quiet(&site).await;
        browser.mark().await;
        let routes = built().page("/").routes_of("header nav a", "/");
        let mut bundles: BTreeSet<_> = routes.iter().map(|it| built().bundle(it)).collect();
        bundles.insert(built().bundle("/"));
        assert_eq!(
            site.count("content/*"),
            bundles.len(),
            "each of {bundles:?}, once: {:?}",
            site.requests()
        );
        site.forget();
        for _ in 0..2 {
            for route in &routes {
                browser.go_by_header(&site, route).await;
            }
            browser.until_quiet(&site).await;
            // Images come with the page that shows them, once.
            assert_eq!(site.count("content/*"), 0, "{:?}", site.requests());
        }
        site.forget();
        browser.go_by_header(&site, THERE).await;
        browser.until_quiet(&site).await;
        assert_eq!(site.requests(), [""; 0]);
        assert!(browser.is_same_document().await, "no document was loaded");
    });
}

/// Lets the browser say that its line is like this. Not all engines have the property.
fn line(properties: &str) -> String {
    format!(
        "Object.defineProperty(navigator, 'connection', {{ configurable: true, value: {properties} }});"
    )
}

#[test]
fn the_app_starts_when_the_page_is_idle() {
    in_every_engine(async |browser| {
        for properties in ["undefined", "{ saveData: false, effectiveType: '4g' }"] {
            let site = Site::watched(built(), "/").await;
            site.inject(&line(properties));
            browser.open_app(&site, "/").await;
            assert_eq!(site.count("*.wasm"), 1, "{properties}");
        }
    });
}

/// A browser may take a page to be busy without end.
#[test]
fn the_app_starts_in_a_page_that_is_never_idle() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        site.inject(
            "window.requestIdleCallback = (call, { timeout }) => setTimeout(call, timeout)",
        );
        browser.open_app(&site, "/").await;
    });
}

#[test]
fn the_app_is_fetched_while_the_script_that_starts_it_is_on_its_way() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        site.inject_fault("assets/boot*", Fault::Held);
        browser.open(&site, "/contact/").await;
        let asked = || site.count("*.wasm") == 1;
        browser.wait_for("the app is asked for", asked).await;
        site.clear_faults();
        browser.until_app_runs().await;
        assert_eq!(site.count("*.wasm"), 1, "it is used");
    });
}

#[test]
fn on_a_thrifty_line_the_app_waits_for_a_sign() {
    in_every_engine(async |browser| {
        for properties in [
            "{ saveData: true, effectiveType: '4g' }",
            "{ effectiveType: '3g' }",
            "{ effectiveType: 'slow-2g' }",
        ] {
            let site = Site::watched(built(), "/").await;
            site.inject(&line(properties));
            browser.open(&site, "/").await;
            browser.until_quiet(&site).await;
            browser.until_idle().await;
            assert_eq!(
                site.count("*.wasm"),
                0,
                "{properties}: nothing is fetched by itself"
            );
            let link = Browser::link(&site, "header nav", THERE);
            browser.run(&format!("{link}.focus()")).await;
            browser.until_app_runs().await;
            browser.mark().await;
            browser.go_by_header(&site, THERE).await;
            assert!(
                browser.is_same_document().await,
                "{properties}: no document was loaded"
            );
            // An address that asks for results is such a sign.
            browser.open_app(&site, "/search/#q=louise").await;
            browser.until("document.querySelector('.hits')").await;
        }
    });
}
