//! axe-core, IBM Equal Access and Lighthouse on every page.

use std::collections::BTreeSet;
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
                    view.findings(browser).await,
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
        for path in browser.engine().share(pages::samples()) {
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
        // What a page is made of, axe has seen on all of them; most marks are of what all pages share.
        let routes = built().samples().into_iter().step_by(3);
        let urls: Vec<_> = routes.map(|route| site.url(&route)).collect();
        let mut findings = Findings::default();
        findings.add("Lighthouse", lighthouse(browser, &urls).await);
        findings.assert_none();
    });
}

/// A page that is fine but for the `faults` in its body.
fn page_with(faults: &str) -> Arc<Dist> {
    let html = format!(
        "<!doctype html><html lang='en-GB'><head><title>A page</title>
         <meta name='viewport' content='width=device-width'>
         <meta name='description' content='A page for a test.'></head>
         <body><header>Name</header><main><h1>A page</h1><p>Words.</p>{faults}</main></body></html>"
    );
    Dist::of(&[("index.html", &html)])
}

#[test]
fn each_checker_can_fail() {
    // Each with the rule of axe and that of Equal Access, if that has one.
    let faults = [
        ("<img src='data:,'>", "image-alt", Some("img_alt_valid")),
        (
            "<p style='color: #999; background: #fff'>Pale words.</p>",
            "color-contrast",
            Some("text_contrast_sufficient"),
        ),
        (
            "<p><input type='text'></p>",
            "label",
            Some("input_label_exists"),
        ),
        (
            "<p style='color: #666; background: #fff'>Rather pale words.</p>",
            "color-contrast-enhanced",
            None,
        ),
        ("<h4>A level too deep</h4>", "heading-order", None),
    ];
    in_chromium(async |browser| {
        View::LIGHT.set(browser).await;
        let site = Site::plain(&page_with(""), "/").await;
        browser.open(&site, "/").await;
        let found = both_checkers(browser).await;
        assert!(found.is_empty(), "no fault: {found:#?}");

        let site = Site::plain(&page_with(&faults.map(|(fault, ..)| fault).concat()), "/").await;
        browser.open(&site, "/").await;
        let rules = |found: Vec<Finding>| -> BTreeSet<String> {
            found.into_iter().map(|finding| finding.rule).collect()
        };
        let by_axe = rules(axe(browser).await);
        let by_ibm = rules(equal_access(browser).await);
        for (fault, of_axe, of_ibm) in faults {
            assert!(by_axe.contains(of_axe), "{fault}: {by_axe:?}");
            let sees = of_ibm.is_none_or(|rule| by_ibm.contains(rule));
            assert!(sees, "{fault}: {by_ibm:?}");
        }
        let [page, missing] = ["/", MISSING].map(|path| site.url(path));
        let findings = lighthouse(browser, &[page.clone(), missing.clone()]).await;
        let of_page = |url: &str| -> Vec<_> {
            let findings = findings.iter().filter(|finding| finding.element == url);
            findings.map(|finding| finding.rule.as_str()).collect()
        };
        assert!(of_page(&page).contains(&"accessibility"), "{findings:#?}");
        assert!(
            !of_page(&missing).is_empty(),
            "it is not there: {findings:#?}"
        );
    });
}
