//! A site whose names, words and numbers are as awkward as they may be, on a narrow and on a
//! wide screen: nothing overlaps, nothing is cut off, nothing scrolls sideways.

use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use lscb_browser::browser::{Browser, ENTER, TAB};
use lscb_browser::dist::Dist;
use lscb_browser::published::published_on;
use lscb_browser::runner::in_every_engine;
use lscb_browser::scratch::Scratch;
use lscb_browser::site::Site;
use serde_json::Value;

const FAULTS: &str = include_str!("hostile/faults.js");
/// Shows the edge cases on the page of all components.
const UNFOLD: &str =
    "frame.contentDocument.querySelectorAll('details').forEach((e) => e.open = true)";
/// As many words as the largest page has.
const WORDS: usize = 50_000;
/// As many sections as the header has.
const SECTIONS: usize = 60;
/// The windows that pages are looked at in, in CSS pixels.
const WINDOWS: [(u32, u32); 2] = [(320, 640), (1280, 800)];

/// The site and the page of all components, built once with the app and the style of the
/// built site.
pub(crate) static HOSTILE: LazyLock<Arc<Dist>> = LazyLock::new(|| {
    let scratch = Scratch::new("hostile");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/hostile");
    let content = scratch.copy(&source, "content");
    lengthen(&content.join("long.md"));
    // 1 January 2020: contacts that were to be checked before then say so.
    let built = published_on(&content, &["--components"], "1577836800");
    // An empty page to put frames into, which forbids none.
    Arc::new(built.with("robots.txt", Vec::new()))
});

/// Repeats the text of a page until it has so many words.
fn lengthen(page: &Path) {
    let text = fs::read_to_string(page).expect("the long page");
    let (front, body) = text.rsplit_once("+++").expect("its front matter");
    let times = WORDS.div_ceil(body.split_whitespace().count());
    fs::write(page, format!("{front}+++{}", body.repeat(times))).expect("the long page");
}

/// Makes room for a page of any size: windows cannot be narrow in every engine, but a frame
/// of the same origin can.
async fn frame(browser: &Browser, site: &Site) {
    browser.open(site, "/robots.txt").await;
    browser.run(FAULTS).await;
    browser
        .run(
            "document.body.replaceChildren();
             window.frame = document.createElement('iframe');
             document.body.append(frame);",
        )
        .await;
    resize(browser, WINDOWS[0]).await;
}

async fn resize(browser: &Browser, (width, height): (u32, u32)) {
    let size = format!("width: {width}px; height: {height}px; border: 0");
    browser
        .run(&format!("frame.style.cssText = '{size}'"))
        .await;
}

/// Shows a page in the frame.
async fn show(browser: &Browser, site: &Site, route: &str) {
    let url = Value::from(site.url(route));
    browser.run(&format!("frame.src = {url}")).await;
    let page = "frame.contentDocument";
    let there = format!("{page}.location.href === {url} && {page}.readyState === 'complete'");
    browser.until(&there).await;
}

#[test]
fn nothing_overlaps_is_cut_off_or_scrolls_sideways() {
    in_every_engine(async |browser| {
        let site = Site::plain(&HOSTILE, "/").await;
        let mut faults = Vec::new();
        frame(browser, &site).await;
        for window in WINDOWS {
            resize(browser, window).await;
            for route in browser.engine().share(HOSTILE.routes()) {
                // The other fifty pages of the section differ in their number.
                if route.starts_with("/parts/part-") && route.as_str() > "/parts/part-10/" {
                    continue;
                }
                show(browser, &site, &route).await;
                browser.run(UNFOLD).await;
                let found: Vec<String> = browser.value("faults(frame)").await;
                let place = format!("{route} at {} pixels", window.0);
                faults.extend(found.iter().map(|fault| format!("{place}: {fault}")));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn each_fault_is_noticed() {
    let page = |body: &str| {
        let html = format!(
            "<!doctype html><title>A page</title><style>body {{ margin: 0 }}</style>
             <main>{body}</main>"
        );
        Dist::of(&[("index.html", &html), ("robots.txt", "")])
    };
    let faults = [
        ("", "<p>Words</p><p>and more of them</p>"),
        ("pixels wide", "<p style='inline-size: 200vw'>Wide"),
        (
            "cut off at the side",
            "<p style='white-space: nowrap; overflow: hidden; width: 3em'>Many words",
        ),
        (
            "cut off below",
            "<p style='height: 1em; width: 3em; overflow: hidden'>Many words in a column",
        ),
        (
            "scrolls sideways",
            "<p style='white-space: nowrap; overflow: auto; width: 3em'>Many words",
        ),
        (
            "boxes overlap",
            "<p>One</p><p style='margin-block-start: -3em'>Another",
        ),
        ("out of reach", "<p style='margin-inline-start: -3em'>Words"),
        (
            "lie on one another",
            "<p>One</p><div><p style='position: relative; inset-block-start: -2.4em'>Another",
        ),
        (
            "runs backwards",
            "<p>لجنة <a href='tel:1'>0151 496 0104</a>",
        ),
    ];
    in_every_engine(async |browser| {
        for (expected, body) in faults {
            let site = Site::plain(&page(body), "/").await;
            frame(browser, &site).await;
            show(browser, &site, "/").await;
            let found: Vec<String> = browser.value("faults(frame)").await;
            let seen = found.iter().any(|fault| fault.contains(expected));
            assert_eq!(seen, !expected.is_empty(), "{body}: {found:?}");
        }
    });
}

#[test]
fn files_of_any_name_come() {
    in_every_engine(async |browser| {
        let site = Site::plain(&HOSTILE, "/").await;
        browser.open(&site, "/records/").await;
        let ask = "Promise.all([...document.querySelectorAll('.documents a[href$=pdf]')]
            .map(async ({ href }) => (await fetch(href)).status))
            .then((answers) => { window.answers = answers; })";
        browser.run(ask).await;
        browser.until("window.answers").await;
        let answers: Vec<u16> = browser.value("window.answers").await;
        assert_eq!(answers, [200, 200, 200]);
    });
}

/// Whether all of what has the focus is in the window and nothing lies over its middle.
const IN_VIEW: &str = "(() => {
    const e = document.activeElement;
    return [...e.getClientRects()].every((box) => {
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
        const top = document.elementFromPoint(x, y);
        return box.left >= 0 && box.right <= innerWidth && !!top && (e === top || e.contains(top));
    });
})()";

/// Goes through the list of sections with the Tab key.
async fn walk(browser: &Browser) {
    let links = "[...document.querySelectorAll('header nav li a')]";
    let count: usize = browser.value(&format!("{links}.length")).await;
    assert_eq!(count, SECTIONS);
    for at in 0..count {
        browser.press(TAB).await;
        browser
            .until(&format!("document.activeElement === {links}[{at}]"))
            .await;
        browser.until(IN_VIEW).await;
    }
}

#[test]
fn sixty_sections_are_in_reach_of_the_keyboard() {
    in_every_engine(async |browser| {
        let site = Site::plain(&HOSTILE, "/").await;
        browser.open(&site, "/").await;
        browser
            .run("document.querySelector('.site-name').focus()")
            .await;
        walk(browser).await;
    });
}

#[test]
fn on_a_narrow_screen_a_button_opens_sixty_sections() {
    in_every_engine(async |browser| {
        let site = Site::plain(&HOSTILE, "/").await;
        frame(browser, &site).await;
        show(browser, &site, "/").await;
        let inside = browser.element("frame").await;
        inside.enter_frame().await.expect("into the frame");
        let first = "document.querySelector('header nav li a')";
        let button = "document.querySelector('header [popovertarget]')";
        assert!(
            !browser
                .value::<bool>(&format!("{first}.checkVisibility()"))
                .await
        );

        browser.click(button).await;
        browser.until(&format!("{first}.checkVisibility()")).await;
        // The button stays in sight, so that it can close what it has opened.
        let covered = format!(
            "(() => {{ const a = {button}.getBoundingClientRect(),
                b = document.getElementById('sections').getBoundingClientRect();
                return Math.min(a.right, b.right) > Math.max(a.left, b.left)
                    && Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top); }})()"
        );
        assert!(
            !browser.value::<bool>(&covered).await,
            "the list lies over its button"
        );
        browser.run(&format!("{button}.focus()")).await;
        walk(browser).await;
        browser.press(ENTER).await;
        browser
            .until("location.pathname === '/parts/part-50/'")
            .await;
        browser
            .enter_default_frame()
            .await
            .expect("out of the frame");
    });
}
