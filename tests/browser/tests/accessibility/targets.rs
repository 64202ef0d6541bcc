//! Target sizes.

use lscb_browser::browser::Browser;
use lscb_browser::checker::View;
use lscb_browser::dist::{Dist, built};
use lscb_browser::site::Site;

use super::checkers::in_chromium;
use super::pages::{self, Findings};

const SMALL: &str = include_str!("targets.js");
/// WCAG 2.2, 2.5.8 (AA), in CSS pixels: this large or this far apart.
const MINIMUM: u32 = 24;
/// WCAG 2.2, 2.5.5 (AAA), in CSS pixels: this large, but in a sentence.
const ENHANCED: u32 = 44;

async fn small(browser: &Browser, size: u32) -> Vec<String> {
    browser
        .value(&format!("{}({size})", SMALL.trim_end()))
        .await
}

#[test]
fn every_target_is_large_enough() {
    in_chromium(async |browser| {
        let site = Site::plain(built(), "/").await;
        let mut findings = Findings::default();
        for view in [View::LIGHT, View::NARROW] {
            view.set(browser).await;
            for path in pages::all() {
                pages::open(browser, &site, &path).await;
                for size in [MINIMUM, ENHANCED] {
                    let place = format!("{path}, {}, {size}", view.name);
                    findings.add(&place, small(browser, size).await);
                }
            }
        }
        findings.assert_none();
    });
}

#[test]
fn a_small_target_is_noticed() {
    let link = |style: &str| format!("<a href='#a' style='display: inline-block; {style}'>A</a>");
    let near = format!(
        "<nav>{}{}</nav>",
        link("height: 20px"),
        link("height: 20px")
    );
    let far = format!("<nav>{}</nav>", link("height: 20px; width: 20px"));
    let large = format!("<nav>{}</nav>", link("height: 44px; width: 44px"));
    in_chromium(async |browser| {
        View::LIGHT.set(browser).await;
        let cases = [
            (near.as_str(), false, false),
            (far.as_str(), true, false),
            (large.as_str(), true, true),
            ("<p>A <a href='#a'>link</a> in a sentence.</p>", true, true),
        ];
        for (body, minimum, enhanced) in cases {
            let html = format!("<!doctype html><title>A page</title><body>{body}<footer></footer>");
            let site = Site::plain(&Dist::of(&[("index.html", &html)]), "/").await;
            browser.open(&site, "/").await;
            assert_eq!(small(browser, MINIMUM).await.is_empty(), minimum, "{body}");
            assert_eq!(
                small(browser, ENHANCED).await.is_empty(),
                enhanced,
                "{body}"
            );
        }
    });
}
