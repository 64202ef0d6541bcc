//! The link: what it says, where it stands, and that it needs no script.

use lscb_browser::browser::{Browser, TAB};
use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::markup::Document;
use lscb_browser::runner::{in_engines, in_every_engine};
use lscb_browser::site::Site;
use serde_json::Value;
use thirtyfour::By;

use super::support::{Fixture, WEATHER};

#[test]
fn every_page_has_one_and_it_tells_nobody() {
    let mut pages: Vec<_> = built().routes();
    pages.push("404.html".into());
    for path in pages {
        let page = match path.strip_suffix(".html") {
            Some(_) => Document::parse(built().text(&path)),
            None => built().page(&path),
        };
        let links = page.all(".exit");
        assert_eq!(links.len(), 1, "{path}");
        assert_eq!(links[0].value().name(), "a", "{path}");
        assert_eq!(page.words(".exit"), "Exit this page", "{path}");
        assert_eq!(links[0].attr("href"), Some(WEATHER), "{path}");
        let mut rel = links[0].attr("rel").unwrap_or_default().split(' ');
        assert!(rel.any(|word| word == "noreferrer"), "{path}");
        // Another tab would leave the page behind.
        assert_eq!(links[0].attr("target"), None, "{path}");
    }
}

#[test]
fn the_keyboard_comes_to_it_second() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/").await;
        for route in browser.engine().share(built().samples()) {
            browser.open_complete(&site, &route).await;
            browser.press(TAB).await;
            browser
                .until("document.activeElement.matches('.skip-link')")
                .await;
            browser.press(TAB).await;
            browser
                .until("document.activeElement.matches('.exit')")
                .await;
        }
    });
}

/// How the way out stands in the frame: its size, whether it is inside of what is in view,
/// and whether it is what a finger would touch at its middle and its corners.
const STANDING: &str = "(() => {
    const page = frame.contentDocument;
    const exit = page.querySelector('.exit');
    const { left, right, top, bottom, width, height } = exit.getBoundingClientRect();
    const { clientWidth, clientHeight } = page.documentElement;
    const points = [[left + 4, top + 4], [right - 4, top + 4], [left + 4, bottom - 4],
        [right - 4, bottom - 4], [(left + right) / 2, (top + bottom) / 2]];
    return {
        width, height,
        inView: left >= 0 && top >= 0 && right <= clientWidth && bottom <= clientHeight,
        onTop: points.every(([x, y]) => exit.contains(page.elementFromPoint(x, y))),
    };
})()";

/// What may lie over it, by the statements that bring it about.
const STATES: [(&str, &str); 3] = [
    ("as it opens", ""),
    (
        "a notice that a page did not come",
        "frame.contentDocument.getElementById('notice').hidden = false;",
    ),
    (
        "the menu open",
        "if (frame.contentDocument.querySelector('header [popovertarget]').checkVisibility())
            frame.contentDocument.getElementById('sections').showPopover();",
    ),
];

#[test]
fn it_is_in_view_and_in_reach_everywhere() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/").await;
        // Windows cannot be this narrow in every engine; a frame of the same origin can.
        for (width, height) in [(360, 640), (640, 360), (1280, 800)] {
            for (state, statements) in STATES {
                frame(browser, &site, "/about-us/", width, height).await;
                browser.run(statements).await;
                let room = "frame.contentDocument.documentElement.scrollHeight - frame.contentWindow.innerHeight";
                let room: f64 = browser.value(room).await;
                assert!(room > 2.0 * f64::from(height), "a long page");
                for (place, part) in [("top", 0.0), ("middle", 0.5), ("end", 1.0)] {
                    browser
                        .run(&format!("frame.contentWindow.scrollTo(0, {})", room * part))
                        .await;
                    let place = format!("{state}, at the {place}, {width} by {height}");
                    assert_in_reach(&browser.value(STANDING).await, &place);
                }
            }
        }
    });
}

fn assert_in_reach(standing: &Value, place: &str) {
    assert_eq!(standing["inView"], true, "{place}: {standing}");
    assert_eq!(standing["onTop"], true, "{place}: {standing}");
    for side in ["width", "height"] {
        let length = standing[side].as_f64().expect("a length");
        assert!(length >= 44.0, "{place}: {standing}");
    }
}

/// Shows a page in a frame of that size.
async fn frame(browser: &Browser, site: &Site, path: &str, width: u32, height: u32) {
    browser.open_complete(site, "/robots.txt").await;
    let url = site.url(path);
    browser
        .run(&format!(
            "window.frame = document.createElement('iframe');
             frame.style.cssText = 'position: absolute; inset: 0; border: 0; width: {width}px; height: {height}px';
             frame.src = '{url}';
             document.body.replaceChildren(frame);"
        ))
        .await;
    let inner = "frame.contentDocument";
    browser
        .until(&format!(
            "{inner}?.location.href === '{url}' && {inner}.readyState === 'complete'"
        ))
        .await;
}

/// Lines of text that lie under the way out, wherever the page is scrolled to. Where it is as wide as
/// the window it ends the page's view, and lies over nothing.
const COVERED: &str = "(() => {
    const page = frame.contentDocument;
    const exit = page.querySelector('.exit');
    const place = exit.getBoundingClientRect();
    if (place.width === page.documentElement.clientWidth) return [];
    const lines = (text) => {
        const range = page.createRange();
        range.selectNodeContents(text);
        return [...range.getClientRects()].filter((line) =>
            line.width > 0 && line.right > place.left && line.left < place.right);
    };
    const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
    // Only these can come to lie under it: scrolling moves nothing to the side.
    const beside = [];
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (!exit.contains(text) && lines(text).length) beside.push(text);
    }
    const covered = [];
    const room = page.documentElement.scrollHeight - frame.contentWindow.innerHeight;
    // As high as the way out.
    for (let at = 0; at < room; at += 44) {
        frame.contentWindow.scrollTo(0, at);
        for (const text of beside)
            if (lines(text).some((line) => line.bottom > place.top && line.top < place.bottom))
                covered.push(`${text.data} at ${at}`);
    }
    return covered;
})()";

#[test]
fn it_lies_over_no_text_in_any_window() {
    in_engines(
        &[Engine::Chromium],
        BrowserOptions::default(),
        async |browser| {
            let site = Site::plain(built(), "/").await;
            for width in [360, 820, 1247, 1248, 1280, 1920] {
                frame(browser, &site, "/about-this-site/", width, 800).await;
                let covered: Vec<String> = browser.value(COVERED).await;
                assert!(covered.is_empty(), "{width} wide: {covered:?}");
            }
        },
    );
}

#[test]
fn without_scripts_it_is_a_link() {
    let options = BrowserOptions {
        scripts_off: true,
        ..BrowserOptions::default()
    };
    in_engines(&Engine::ALL, options, async |browser| {
        let fixture = Fixture::new().await;
        let title = built().page("/contact/").words("title");
        browser.read(&fixture.site, "/contact/", &title).await;
        let exit = browser.find(By::Css(".exit")).await.expect("a way out");
        exit.click().await.expect("a click");
        browser.until_read(&fixture.away, "/", "Weather").await;
    });
}
