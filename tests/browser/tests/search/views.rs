//! The open suggestions and the results, by accessibility checkers.

use lscb_browser::browser::Browser;
use lscb_browser::checker::{Finding, View, axe};
use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::runner::in_engines;
use lscb_browser::site::Site;

use super::support::{DOWN, HERE, OPTIONS, open_results, type_words};

async fn assert_fine(browser: &Browser, what: &str, findings: Vec<Finding>) {
    let findings: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{what}: {findings:#?}");
    let wide = "document.documentElement.scrollWidth <= innerWidth";
    assert!(browser.value::<bool>(wide).await, "{what} scrolls sideways");
}

/// Results of several kinds, people to ask with few of them, and a number.
const QUERIES: [&str; 3] = ["q=review", "q=complain+about+social+worker", "q=3983"];

#[test]
fn results_and_suggestions_pass_in_every_view() {
    in_engines(
        &[Engine::Chromium],
        BrowserOptions::default(),
        async |browser| {
            let site = Site::watched(built(), "/lscb/").await;
            for view in View::ALL {
                view.set(browser).await;
                // What results look like, the first has; the others have other words.
                let queries = if view == View::LIGHT {
                    &QUERIES[..]
                } else {
                    &QUERIES[..1]
                };
                for query in queries {
                    open_results(browser, &site, query).await;
                    let findings = view.findings(browser).await;
                    assert_fine(browser, &format!("{query}, {}", view.name), findings).await;
                }
                browser.open_app(&site, HERE).await;
                type_words(browser, "review").await;
                browser.until(&format!("{OPTIONS}.length")).await;
                browser.press(DOWN).await;
                let findings = view.findings(browser).await;
                assert_fine(browser, &format!("suggestions, {}", view.name), findings).await;
            }
            View::LIGHT.set(browser).await;
        },
    );
}

#[test]
fn results_pass_axe_in_firefox_and_webkit() {
    let others = [Engine::Firefox, Engine::WebKit];
    in_engines(&others, BrowserOptions::default(), async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        for query in browser.engine().share(QUERIES) {
            open_results(browser, &site, query).await;
            let findings = axe(browser).await;
            assert_fine(browser, query, findings).await;
        }
    });
}
