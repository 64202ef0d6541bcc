//! No content is lost with larger text, wider spacing or zoom.

use lscb_browser::browser::Browser;
use lscb_browser::checker::View;
use lscb_browser::dist::{Dist, built};
use lscb_browser::engine::Engine;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

use super::checkers::in_chromium;
use super::pages::{self, Findings};

const LOST: &str = include_str!("layout.js");

/// WCAG 2.2, 1.4.12: the spacing that a reader may set.
const SPACING: &str = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";
/// WCAG 2.2, 1.4.4: text of twice the size.
const LARGE: &str = "html { font-size: 200% !important }";

async fn lost(browser: &Browser) -> Vec<String> {
    browser.settle().await;
    browser.value(LOST.trim_end()).await
}

/// Adds a style sheet of the reader's to the page.
async fn restyle(browser: &Browser, css: &str) {
    let css = serde_json::Value::from(css);
    let style = format!("Object.assign(document.createElement('style'), {{ textContent: {css} }})");
    browser.run(&format!("document.head.append({style})")).await;
}

#[test]
fn wider_spacing_loses_nothing() {
    in_every_engine(async |browser| {
        let views: &[Option<View>] = match browser.engine() {
            Engine::Chromium => &[Some(View::LIGHT), Some(View::NARROW)],
            _ => &[None],
        };
        let site = Site::plain(built(), "/").await;
        let mut findings = Findings::default();
        for view in views {
            if let Some(view) = view {
                view.set(browser).await;
            }
            for path in browser.engine().share(pages::all()) {
                pages::open(browser, &site, &path).await;
                findings.add(&path, lost(browser).await);
                restyle(browser, SPACING).await;
                findings.add(&format!("{path}, wider spacing"), lost(browser).await);
            }
        }
        findings.assert_none();
    });
}

#[test]
fn zoom_and_larger_text_lose_nothing() {
    in_chromium(async |browser| {
        let site = Site::plain(built(), "/").await;
        let mut findings = Findings::default();
        let halved = View {
            name: "640 pixels",
            width: 640,
            ..View::LIGHT
        };
        let views = [
            (View::ZOOMED, ""),
            (View::LIGHT, LARGE),
            (halved, LARGE),
            (View::LARGE_LETTERS, ""),
        ];
        for (view, css) in views {
            view.set(browser).await;
            for path in pages::all() {
                pages::open(browser, &site, &path).await;
                restyle(browser, css).await;
                findings.add(&format!("{path}, {} {css}", view.name), lost(browser).await);
            }
        }
        findings.assert_none();
    });
}

/// At 400 % beside a scroll bar, in a wide fount, and in large letters.
#[test]
fn the_words_of_the_name_stay_whole() {
    const BROKEN: &str = "(() => {
        const name = document.querySelector('.site-name span').firstChild;
        const range = document.createRange();
        return [...name.data.matchAll(/\\S+/g)].filter(({ 0: word, index }) => {
            range.setStart(name, index);
            range.setEnd(name, index + word.length);
            return range.getClientRects().length > 1;
        }).map(([word]) => word);
    })()";
    in_chromium(async |browser| {
        let site = Site::plain(built(), "/").await;
        for view in [View::ZOOMED, View::LARGE_LETTERS] {
            view.set(browser).await;
            pages::open(browser, &site, "/").await;
            let broken: Vec<String> = browser.value(BROKEN).await;
            assert_eq!(broken, [""; 0], "{}", view.name);
        }
    });
}

#[test]
fn what_is_lost_is_noticed() {
    let faults = [
        ("<p>Words.</p>", true),
        (
            "<p style='width: 90vw; height: 1em; overflow: hidden'>Many<br>lines",
            false,
        ),
        (
            "<p style='white-space: nowrap; overflow: hidden; width: 3em'>Many words in a row",
            false,
        ),
        ("<p style='width: 200vw'>Wide", false),
        ("<p style='margin-left: -9em'>Out of the window", false),
        ("<p>One line<p style='margin-top: -2.2em'>Another", false),
    ];
    in_chromium(async |browser| {
        View::LIGHT.set(browser).await;
        for (body, fine) in faults {
            let html = format!("<!doctype html><title>A page</title>{body}<footer></footer>");
            let site = Site::plain(&Dist::of(&[("index.html", &html)]), "/").await;
            browser.open(&site, "/").await;
            let lost = lost(browser).await;
            assert_eq!(lost.is_empty(), fine, "{body}: {lost:?}");
        }
    });
}
