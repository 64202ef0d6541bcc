//! The order of reading is the order of the document, with the style sheet and without.

use lscb_browser::browser::Browser;
use lscb_browser::checker::View;
use lscb_browser::dist::{Dist, built};
use lscb_browser::markup::{assert_same, letters};
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

use super::checkers::in_chromium;
use super::pages::{self, Findings};

const WRONG: &str = include_str!("order.js");

async fn wrong(browser: &Browser) -> Vec<String> {
    browser.value(WRONG.trim_end()).await
}

#[test]
fn words_stand_in_the_order_of_the_document() {
    in_chromium(async |browser| {
        let site = Site::plain(built(), "/").await;
        let mut findings = Findings::default();
        for view in [View::LIGHT, View::NARROW] {
            view.set(browser).await;
            for path in pages::samples() {
                pages::open(browser, &site, &path).await;
                findings.add(&format!("{path}, {}", view.name), wrong(browser).await);
            }
        }
        findings.assert_none();
    });
}

#[test]
fn another_order_is_noticed() {
    let list = |flow: &str| {
        let style = format!("ul {{ display: flex; flex-flow: {flow} }}");
        let body = "<ul><li>One<li>Two</ul><footer></footer>";
        let html = format!("<!doctype html><title>A page</title><style>{style}</style>{body}");
        Dist::of(&[("index.html", &html)])
    };
    in_every_engine(async |browser| {
        for (flow, fine) in [
            ("row", true),
            ("row-reverse", false),
            ("column-reverse", false),
        ] {
            let site = Site::plain(&list(flow), "/").await;
            browser.open(&site, "/").await;
            assert_eq!(wrong(browser).await.is_empty(), fine, "{flow}");
        }
    });
}

/// A reader's own style sheet, a text browser or an answer that was cut: no style at all.
#[test]
fn every_page_works_without_its_style_sheet() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/lscb/").await;
        let mut findings = Findings::default();
        for route in browser.engine().share(built().routes()) {
            pages::open(browser, &site, &route).await;
            browser
                .run(
                    "document.querySelectorAll('style, link[rel=stylesheet]').forEach(e => e.remove());
                     document.querySelectorAll('[style]').forEach(e => e.removeAttribute('style'))",
                )
                .await;
            findings.add(&route, wrong(browser).await);
            // What the page of copies says depends on the copy, and the form has words of its own.
            if built().page(&route).find("#copy, .builder").is_none() {
                browser.unfold().await;
                let shown = letters(&browser.shown("main").await);
                let file = built().page(&route);
                assert_same(&route, &letters(&file.words("main")), &shown);
            }
            let hidden = "document.getElementById('notice').checkVisibility()";
            assert!(
                !browser.value::<bool>(hidden).await,
                "{route}: an empty notice"
            );

            let links = "document.querySelector('header nav a')";
            if !browser
                .value::<bool>(&format!("{links}.checkVisibility()"))
                .await
            {
                browser
                    .click("document.querySelector('header [popovertarget]')")
                    .await;
            }
            browser.until(&format!("{links}.checkVisibility()")).await;
        }
        findings.assert_none();
    });
}
