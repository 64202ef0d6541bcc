//! The app takes over a page that is being read, and changes nothing in it.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::markup::{assert_same, main_of};
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

#[test]
fn every_route_keeps_its_nodes() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        let mut routes = built().routes();
        // There scripts of their own fill the places that are left for them (tests/offline/,
        // tests/builder/).
        routes.retain(|route| !["/offline/", "/embed-this-site/"].contains(&route.as_str()));
        for route in browser.engine().share(routes) {
            browser.open_app(&site, &route).await;
            browser.settle().await;
            assert!(
                browser.value::<bool>("probe.untouched()").await,
                "{route}: <main> was touched"
            );
            assert_eq!(
                browser.value::<u32>("probe.changes").await,
                0,
                "{route}: changes in <main>"
            );
            assert_eq!(
                browser.value::<f64>("probe.shift").await,
                0.0,
                "{route}: layout shift"
            );
            let found: String = browser
                .value("document.querySelector('main').outerHTML")
                .await;
            let file = main_of(built().html(&route));
            assert_same(&format!("<main> of {route}"), &file, &main_of(&found));
            let complaints = browser.complaints().await;
            assert!(complaints.is_empty(), "{route}: {complaints:#?}");
        }
    });
}

#[test]
fn nothing_is_fetched_twice_or_from_elsewhere() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        browser.open_app(&site, "/").await;
        browser.until_quiet(&site).await;
        let mut requests = site.requests();
        requests.sort();
        let mut once = requests.clone();
        once.dedup();
        assert_eq!(requests, once);
        let elsewhere: Vec<String> = browser
            .value(
                "performance.getEntriesByType('resource').map(entry => entry.name)
                    .filter(name => new URL(name).origin !== location.origin)",
            )
            .await;
        assert_eq!(elsewhere, [""; 0]);
    });
}

/// A page whose app is held back until the faults of the site are cleared.
async fn opened_before_the_app(browser: &Browser, route: &str) -> Site {
    let site = Site::watched(built(), "/").await;
    site.inject_fault("assets/*.wasm", Fault::Held);
    browser.open(&site, route).await;
    site
}

#[test]
fn scroll_focus_and_selection_are_kept() {
    in_every_engine(async |browser| {
        let site = opened_before_the_app(browser, "/about-us/").await;
        browser
            .until("document.querySelector('main p') && document.querySelector('main a')")
            .await;
        browser
            .run(
                "document.documentElement.scrollTop = 150;
                 [...document.querySelectorAll('main a')].at(-1).focus({ preventScroll: true });
                 getSelection().selectAllChildren(document.querySelector('main p'));",
            )
            .await;
        let state = "[scrollY, document.activeElement.outerHTML, String(getSelection())]";
        let before: serde_json::Value = browser.value(state).await;
        assert_eq!(before[0], 150, "the page is long enough to scroll");
        assert!(
            !before[2].as_str().unwrap_or_default().is_empty(),
            "words are selected"
        );

        site.clear_faults();
        browser.until_app_runs().await;
        browser.settle().await;
        assert_eq!(browser.value::<serde_json::Value>(state).await, before);
    });
}

#[test]
fn a_click_before_the_app_comes_is_a_click_on_a_link() {
    in_every_engine(async |browser| {
        let site = opened_before_the_app(browser, "/").await;
        browser
            .click(&Browser::link(&site, "header nav", "/contact/"))
            .await;
        browser.until_page(&site, "/contact/").await;
    });
}
