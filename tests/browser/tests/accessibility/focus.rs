//! The focus is always visible.

use std::collections::BTreeSet;

use lscb_browser::browser::{Browser, TAB};
use lscb_browser::checker::View;
use lscb_browser::dist::{Dist, built};
use lscb_browser::engine::Engine;
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;
use serde_json::{Value, json};

use super::checkers::in_chromium;
use super::keyboard::{PROBE, open, take_keyboard};
use super::pages::{self, Findings};

const CONTRAST: &str = concat!(include_str!("luminance.js"), include_str!("contrast.js"));

#[test]
fn the_focus_has_an_outline_of_two_pixels() {
    in_every_engine(async |browser| {
        let views: &[Option<View>] = match browser.engine() {
            Engine::Chromium => &[
                Some(View::LIGHT),
                Some(View::DARK),
                Some(View::FORCED),
                Some(View::NARROW),
            ],
            _ => &[None],
        };
        let site = Site::plain(built(), "/").await;
        let mut findings = Findings::default();
        for path in browser.engine().share(pages::samples()) {
            open(browser, &site, &path).await;
            take_keyboard(browser).await;
            for view in views {
                if let Some(view) = view {
                    view.set(browser).await;
                    browser.settle().await;
                }
                let bare: Vec<String> = browser.value("keyboard.withoutOutline()").await;
                findings.add(&format!("{path}, {view:?}"), bare);
            }
        }
        findings.assert_none();
    });
}

/// WCAG 2.2, 2.4.13 (AAA): the pixels that change by 3:1 or more cover at least as much as
/// a line of 2 pixels around the element.
#[test]
fn the_focus_changes_enough_pixels() {
    in_chromium(async |browser| {
        let site = Site::plain(built(), "/").await;
        let mut findings = Findings::default();
        for view in [View::LIGHT, View::DARK, View::FORCED] {
            view.set(browser).await;
            let mut seen = BTreeSet::new();
            for path in pages::samples() {
                open(browser, &site, &path).await;
                take_keyboard(browser).await;
                let kinds: Vec<String> = browser.value("keyboard.kinds()").await;
                for (at, kind) in kinds.into_iter().enumerate() {
                    if seen.insert(kind) {
                        assert!(
                            browser.value(&format!("keyboard.focus({at})")).await,
                            "{path}: stop {at} takes the focus"
                        );
                        let place = format!("{path}, {}", view.name);
                        findings.add(&place, faint_focus(browser).await);
                    }
                }
            }
        }
        findings.assert_none();
    });
}

/// What is wrong with how the focus shows where it is now.
async fn faint_focus(browser: &Browser) -> Option<String> {
    let name: String = browser.value("keyboard.current()").await;
    let box_: Value = browser.value("keyboard.box()").await;
    let with = picture(browser, &box_["clip"]).await;
    browser.run("document.activeElement.blur()").await;
    let without = picture(browser, &box_["clip"]).await;
    let changed = browser
        .execute_async(CONTRAST, vec![with.into(), without.into()])
        .await;
    let changed = changed
        .expect("two pictures")
        .json()
        .as_f64()
        .expect("a number");
    let needed = 2.0 * box_["perimeter"].as_f64().expect("a length");
    (changed < needed).then(|| format!("{changed} of {needed} pixels change: {name}"))
}

/// A part of the page as it is drawn, base64.
async fn picture(browser: &Browser, clip: &Value) -> String {
    let options = json!({ "format": "png", "clip": clip });
    let picture = browser
        .cdp()
        .send_raw("Page.captureScreenshot", options)
        .await;
    picture.expect("a picture")["data"]
        .as_str()
        .expect("bytes")
        .to_owned()
}

#[test]
fn a_faint_focus_is_noticed() {
    in_chromium(async |browser| {
        View::LIGHT.set(browser).await;
        for (style, fine) in [
            ("outline: 3px solid #0b4a60", true),
            ("outline: 3px solid #ccc", false),
            ("outline: 1px solid #0b4a60", false),
            ("outline: none", false),
        ] {
            let html = format!(
                "<!doctype html><title>A page</title><style>:focus-visible {{ {style} }}</style>
                 <p><a href=#a>A link to somewhere</a><footer></footer>"
            );
            let site = Site::plain(&Dist::of(&[("index.html", &html)]), "/").await;
            browser.open(&site, "/").await;
            browser.run(PROBE).await;
            take_keyboard(browser).await;
            assert_eq!(faint_focus(browser).await.is_none(), fine, "{style}");
        }
    });
}

/// WCAG 2.2, 2.4.12 (AAA): no part of what has the focus is hidden, not even by the notice
/// that a page did not come.
#[test]
fn nothing_lies_over_the_focus() {
    in_chromium(async |browser| {
        let site = Site::watched(built(), "/").await;
        site.inject_fault("content/*", Fault::Missing);
        let mut findings = Findings::default();
        for view in [
            View::LIGHT,
            View {
                height: 480,
                ..View::NARROW
            },
        ] {
            for path in built().samples() {
                View::LIGHT.set(browser).await;
                open(browser, &site, &path).await;
                let away = if path == "/about-us/" {
                    "/contact/"
                } else {
                    "/about-us/"
                };
                browser
                    .run(&format!(
                        "{}.click()",
                        Browser::link(&site, "header nav", away)
                    ))
                    .await;
                browser
                    .until("document.getElementById('notice').checkVisibility()")
                    .await;
                view.set(browser).await;
                let stops: usize = browser.value("keyboard.count()").await;
                browser.press(&TAB.repeat(stops)).await;
                let visited: Vec<String> = browser.value("keyboard.visited()").await;
                assert!(visited.len() >= stops, "{path}: all stops had the focus");
                let covered: Vec<String> = browser.value("keyboard.covered()").await;
                findings.add(&format!("{path}, {}", view.name), covered);
            }
        }
        findings.assert_none();
    });
}
