//! The HTML itself, as published and as the app leaves it.

use lscb_browser::checker::{View, nu};
use lscb_browser::dist::built;
use lscb_browser::site::Site;

use super::checkers::{go, in_chromium};
use super::pages::Findings;

#[test]
fn every_published_file_is_valid() {
    let names = built().paths().filter(|path| path.ends_with(".html"));
    let files: Vec<_> = names.map(|name| (name, built().text(name))).collect();
    assert!(files.len() > built().routes().len(), "redirects count too");
    let mut found = nu(files);
    found.retain(|finding| {
        !(finding.element.starts_with("embed/") && finding.help.starts_with(NO_TOP))
    });
    let mut findings = Findings::default();
    findings.add("Nu", found);
    findings.assert_none();
}

/// The heading above those of a frame is on the page around it.
const NO_TOP: &str =
    "This document has heading elements but none of them has a computed heading level of 1";

#[test]
fn every_page_is_valid_after_a_client_navigation() {
    in_chromium(async |browser| {
        View::LIGHT.set(browser).await;
        let site = Site::plain(built(), "/").await;
        browser.open_app(&site, "/").await;
        let mut pages = Vec::new();
        let mut here = "/".to_owned();
        for route in built().routes() {
            go(browser, &site, &here, &route).await;
            let html: String = browser.value("document.documentElement.outerHTML").await;
            pages.push((route.clone(), format!("<!doctype html>{html}")));
            here = route;
        }
        let mut findings = Findings::default();
        let pages = pages
            .iter()
            .map(|(route, html)| (route.as_str(), html.as_str()));
        findings.add("Nu", nu(pages));
        findings.assert_none();
    });
}

#[test]
fn the_checker_can_fail() {
    let fine = "<!doctype html><html lang=en-GB><head><title>A page</title></head>\
                <body><main><h1>A page</h1></main></body></html>";
    let twice = fine.replace("</main>", "<p id=a>One</p><p id=a>Two</p></main>");
    let findings = nu([("fine", fine), ("twice", &twice)]);
    let all_of_it = findings
        .iter()
        .all(|finding| finding.element.starts_with("twice"));
    let duplicate = findings
        .iter()
        .any(|finding| finding.help.contains("Duplicate ID"));
    assert!(all_of_it && duplicate, "{findings:#?}");
}
