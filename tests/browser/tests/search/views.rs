//! The open suggestions and the results, by accessibility checkers.

use lscb_browser::browser::Browser;
use lscb_browser::checker::{Finding, View, axe, equal_access};
use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::runner::{in_engines, in_every_engine};
use lscb_browser::site::Site;

use super::support::{DOWN, HERE, OPTIONS, open_results, type_words};

async fn assert_fine(browser: &Browser, what: &str, findings: Vec<Finding>) {
    let findings: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{what}: {findings:#?}");
    let wide = "document.documentElement.scrollWidth <= innerWidth";
    assert!(browser.value::<bool>(wide).await, "{what} scrolls sideways");
}

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
                for query in QUERIES {
                    open_results(browser, &site, query).await;
                    let mut findings = axe(browser).await;
                    findings.extend(equal_access(browser).await);
                    assert_fine(browser, &format!("{query}, {}", view.name), findings).await;
                }
                browser.open_app(&site, HERE).await;
                type_words(browser, "review").await;
                browser.until(&format!("{OPTIONS}.length")).await;
                browser.press(DOWN).await;
                let mut findings = axe(browser).await;
                findings.extend(equal_access(browser).await);
                assert_fine(browser, &format!("suggestions, {}", view.name), findings).await;
            }
            View::LIGHT.set(browser).await;
        },
    );
}

#[test]
fn results_pass_axe_in_every_engine() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        for query in QUERIES {
            open_results(browser, &site, query).await;
            let findings = axe(browser).await;
            assert_fine(browser, query, findings).await;
        }
    });
}
