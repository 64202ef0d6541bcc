//! axe-core, IBM Equal Access and Lighthouse on every page.

use std::sync::Arc;

use lscb_browser::browser::Browser;
use lscb_browser::checker::{Finding, View, axe, equal_access, lighthouse};
use lscb_browser::dist::{Dist, MISSING, built};
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_engines;
use lscb_browser::site::Site;

use super::pages::{self, Findings};

pub(super) fn in_chromium(scenario: impl AsyncFn(&Browser)) {
    in_engines(&[Engine::Chromium], BrowserOptions::default(), scenario);
}

/// What both checkers find on the page that is shown.
async fn both_checkers(browser: &Browser) -> Vec<Finding> {
    let mut findings = axe(browser).await;
    findings.extend(equal_access(browser).await);
    findings
}

#[test]
fn every_page_passes_in_every_view() {
    in_chromium(async |browser| {
        let site = Site::plain(built(), "/lscb/").await;
        let mut findings = Findings::default();
        let samples = pages::samples();
        for path in pages::all() {
            View::LIGHT.set(browser).await;
            pages::open(browser, &site, &path).await;
            let views = match samples.contains(&path) {
                true => &View::ALL[..],
                false => &[View::LIGHT],
            };
            for view in views {
                view.set(browser).await;
                browser.settle().await;
                findings.add(
                    &format!("{path}, {}", view.name),
                    both_checkers(browser).await,
                );
            }
        }
        findings.assert_none();
    });
}

#[test]
fn every_kind_of_page_passes_without_scripts() {
    in_chromium(async |browser| {
        let site = Site::plain(&pages::without_scripts(), "/").await;
        let mut findings = Findings::default();
        // In a wide window the app changes nothing that a checker looks at.
        View::NARROW.set(browser).await;
        for path in built().samples() {
            pages::open(browser, &site, &path).await;
            assert_eq!(browser.value::<usize>("document.scripts.length").await, 0);
            findings.add(&path, both_checkers(browser).await);
        }
        findings.assert_none();
    });
}

#[test]
fn every_kind_of_page_passes_after_a_client_navigation() {
    in_chromium(async |browser| {
        View::LIGHT.set(browser).await;
        let site = Site::watched(built(), "/").await;
        browser.open_app(&site, "/").await;
        browser.mark().await;
        let mut findings = Findings::default();
        let mut here = "/".to_owned();
        for route in built().samples() {
            go(browser, &site, &here, &route).await;
            findings.add(&route, both_checkers(browser).await);
            here = route;
        }
        assert!(browser.is_same_document().await, "no document was loaded");
        findings.assert_none();
    });
}

/// Clicks from one page to another, as a reader would.
pub(super) async fn go(browser: &Browser, site: &Site, from: &str, to: &str) {
    for step in built().way(from, to) {
        browser.follow_link(site, &step).await;
    }
}

#[test]
fn every_kind_of_page_passes_axe_in_firefox_and_webkit() {
    let others = [Engine::Firefox, Engine::WebKit];
    in_engines(&others, BrowserOptions::default(), async |browser| {
        let site = Site::plain(built(), "/").await;
        let mut findings = Findings::default();
        for path in pages::samples() {
            pages::open(browser, &site, &path).await;
            findings.add(&path, axe(browser).await);
        }
        findings.assert_none();
    });
}

/// What is in the document but only sometimes in view.
#[test]
fn the_open_menu_and_the_notice_pass() {
    in_chromium(async |browser| {
        let site = Site::watched(built(), "/").await;
        site.inject_fault("content/*", Fault::Missing);
        let mut findings = Findings::default();
        for dark in [false, true] {
            let view = View {
                dark,
                ..View::NARROW
            };
            view.set(browser).await;
            pages::open(browser, &site, "/").await;
            browser
                .click("document.querySelector('header [popovertarget]')")
                .await;
            browser
                .until("document.querySelector('header nav a').checkVisibility()")
                .await;
            findings.add("the open menu", both_checkers(browser).await);
            browser.click_header(&site, "/about-us/").await;
            browser
                .until("document.getElementById('notice').checkVisibility()")
                .await;
            findings.add("the notice", both_checkers(browser).await);
        }
        findings.assert_none();
    });
}

#[test]
fn lighthouse_gives_full_marks() {
    in_chromium(async |browser| {
        let site = Site::plain(built(), "/").await;
        let urls: Vec<_> = built()
            .samples()
            .iter()
            .map(|route| site.url(route))
            .collect();
        let mut findings = Findings::default();
        findings.add("Lighthouse", lighthouse(browser, &urls).await);
        findings.assert_none();
    });
}

/// A page that is fine but for the `fault` in its body.
fn page_with(fault: &str) -> Arc<Dist> {
    let html = format!(
        "<!doctype html><html lang='en-GB'><head><title>A page</title>
         <meta name='viewport' content='width=device-width'>
         <meta name='description' content='A page for a test.'></head>
         <body><header>Name</header><main><h1>A page</h1><p>Words.</p>{fault}</main></body></html>"
    );
    Dist::of(&[("index.html", &html)])
}

#[test]
fn each_checker_can_fail() {
    let faults = [
        ("", None),
        ("<img src='data:,'>", Some(("image-alt", "img_alt_valid"))),
        (
            "<p style='color: #999; background: #fff'>Pale words.</p>",
            Some(("color-contrast", "text_contrast_sufficient")),
        ),
        (
            "<p><input type='text'></p>",
            Some(("label", "input_label_exists")),
        ),
        (
            "<p style='color: #666; background: #fff'>Rather pale words.</p>",
            Some(("color-contrast-enhanced", "")),
        ),
        ("<h4>A level too deep</h4>", Some(("heading-order", ""))),
    ];
    in_chromium(async |browser| {
        View::LIGHT.set(browser).await;
        for (fault, expected) in &faults {
            let site = Site::plain(&page_with(fault), "/").await;
            browser.open(&site, "/").await;
            let found = [axe(browser).await, equal_access(browser).await];
            let rules = |checker: usize| -> Vec<_> {
                found[checker]
                    .iter()
                    .map(|finding| finding.rule.as_str())
                    .collect()
            };
            match *expected {
                None => assert!(found.concat().is_empty(), "no fault: {found:#?}"),
                Some((of_axe, of_ibm)) => {
                    assert!(rules(0).contains(&of_axe), "{fault}: {:?}", rules(0));
                    let sees = of_ibm.is_empty() || rules(1).contains(&of_ibm);
                    assert!(sees, "{fault}: {:?}", rules(1));
                }
            }
        }
        let site = Site::plain(&page_with("<img src='data:,'>"), "/").await;
        let findings = lighthouse(browser, &[site.url("/")]).await;
        assert!(
            findings
                .iter()
                .any(|finding| finding.rule == "accessibility"),
            "{findings:#?}"
        );
        let missing = lighthouse(browser, &[site.url(MISSING)]).await;
        assert!(
            !missing.is_empty(),
            "a page that is not there has no full marks"
        );
    });
}
