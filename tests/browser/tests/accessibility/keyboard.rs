//! By keyboard alone: every control is reached once and in order, and none traps the focus.

use lscb_browser::browser::{Browser, ENTER, TAB};
use lscb_browser::checker::View;
use lscb_browser::dist::{Dist, built};
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::runner::{in_engines, in_every_engine};
use lscb_browser::site::Site;
use thirtyfour::Key;

use super::checkers::in_chromium;
use super::pages::{self, Findings};

pub(super) const PROBE: &str = include_str!("keyboard.js");
const ESCAPE: &str = "\u{e00c}";

/// Opens a page and makes its stops known.
pub(super) async fn open(browser: &Browser, site: &Site, path: &str) {
    pages::open(browser, site, path).await;
    // The frame of a preview has stops of its own (tests/builder/).
    browser
        .run("document.querySelector('.preview iframe')?.remove()")
        .await;
    browser.run(PROBE).await;
}

/// One Tab, so that the browser knows that the reader uses the keyboard.
pub(super) async fn take_keyboard(browser: &Browser) {
    browser.press(TAB).await;
    browser
        .until("document.activeElement.matches(':focus-visible')")
        .await;
}

/// Goes from the top of a page to behind its end and back again.
async fn walk(browser: &Browser, path: &str, findings: &mut Findings) {
    browser.run("keyboard.end()").await;
    let expected: Vec<String> = browser.value("keyboard.reachable()").await;
    browser.press(&TAB.repeat(expected.len())).await;
    let mut visited: Vec<String> = browser.value("keyboard.visited()").await;
    findings.add(path, difference(&expected, &visited));
    let back = browser.action_chain().key_down(Key::Shift);
    let back = back
        .send_keys(TAB.repeat(expected.len() - 1))
        .key_up(Key::Shift);
    back.perform().await.expect("keys");
    visited = browser.value("keyboard.visited()").await;
    let backwards: Vec<_> = expected.into_iter().rev().skip(1).collect();
    findings.add(
        &format!("{path}, backwards"),
        difference(&backwards, &visited),
    );
}

fn difference(expected: &[String], visited: &[String]) -> Option<String> {
    let same = expected
        .iter()
        .zip(visited)
        .take_while(|(a, b)| a == b)
        .count();
    (expected != visited).then(|| {
        let (expected, visited) = (expected.get(same), visited.get(same));
        format!("stop {same}: not {expected:?} but {visited:?}")
    })
}

#[test]
fn every_stop_is_reached_once_and_in_order() {
    in_every_engine(async |browser| {
        if browser.engine() == Engine::Chromium {
            View::LIGHT.set(browser).await;
        }
        let site = Site::plain(built(), "/lscb/").await;
        let mut findings = Findings::default();
        for path in browser.engine().share(pages::samples()) {
            open(browser, &site, &path).await;
            walk(browser, &path, &mut findings).await;
        }
        findings.assert_none();
    });
}

#[test]
fn a_trap_or_another_order_is_noticed() {
    let page = |body: &str| {
        let html = format!("<!doctype html><title>A page</title>{body}<footer></footer>");
        Dist::of(&[("index.html", &html)])
    };
    let trap =
        "<a href=#a>A</a><button onkeydown=event.preventDefault()>B</button><a href=#c>C</a>";
    let order = "<a href=#a>A</a><a href=#b tabindex=2>B</a>";
    in_every_engine(async |browser| {
        for (body, fine) in [
            ("<a href=#a>A</a><button>B</button>", true),
            (trap, false),
            (order, false),
        ] {
            let site = Site::plain(&page(body), "/").await;
            browser.open(&site, "/").await;
            browser.run(PROBE).await;
            let mut findings = Findings::default();
            walk(browser, body, &mut findings).await;
            assert_eq!(findings.is_empty(), fine, "{body}");
        }
    });
}

#[test]
fn the_skip_link_is_first_and_leads_to_the_content() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/lscb/").await;
        for path in browser.engine().share(built().samples()) {
            open(browser, &site, &path).await;
            take_keyboard(browser).await;
            let first = "document.activeElement.matches('.skip-link') && keyboard.isInView()";
            assert!(browser.value::<bool>(first).await, "{path}: its first stop");
            browser.press(ENTER).await;
            browser
                .until("document.activeElement === document.querySelector('main')")
                .await;
            browser.press(TAB).await;
            let after = "!document.activeElement.closest('header, #breadcrumb')";
            browser.until(after).await;
        }
    });
}

/// The contrast of the words that have the focus (WCAG 2.2, "contrast ratio").
const CONTRAST: &str = concat!(
    "(() => {",
    include_str!("luminance.js"),
    "const style = getComputedStyle(document.activeElement);
     const channels = (colour) => colour.match(/[\\d.]+/g).slice(0, 3);
     const [dark, light] = [style.color, style.backgroundColor]
         .map((colour) => luminance(channels(colour))).sort((a, b) => a - b);
     return (light + 0.05) / (dark + 0.05);
    })()"
);

/// It is out of view until it has the focus, so that no checker of whole pages sees it.
#[test]
fn the_words_of_the_skip_link_stand_out() {
    in_chromium(async |browser| {
        let site = Site::plain(built(), "/").await;
        for view in [View::LIGHT, View::DARK, View::NARROW] {
            view.set(browser).await;
            open(browser, &site, "/").await;
            take_keyboard(browser).await;
            assert!(
                browser
                    .value::<bool>("document.activeElement.matches('.skip-link')")
                    .await
            );
            let contrast: f64 = browser.value(CONTRAST).await;
            assert!(contrast >= 7.0, "{}: {contrast}", view.name);
        }
    });
}

#[test]
fn the_menu_opens_and_closes() {
    let narrow = BrowserOptions {
        width: 600,
        ..BrowserOptions::default()
    };
    in_engines(&Engine::ALL, narrow, async |browser| {
        let site = Site::plain(built(), "/").await;
        open(browser, &site, "/").await;
        let button = "document.querySelector('header [popovertarget]')";
        let in_menu = "!!document.activeElement.closest('header nav ul')";
        while !browser
            .value::<bool>(&format!("document.activeElement === {button}"))
            .await
        {
            browser.press(TAB).await;
        }
        browser.press(ENTER).await;
        browser
            .until("document.querySelector('header nav a').checkVisibility()")
            .await;
        browser.press(TAB).await;
        browser.until(in_menu).await;
        browser.press(ESCAPE).await;
        browser
            .until("!document.querySelector('header nav a').checkVisibility()")
            .await;
        browser
            .until(&format!("document.activeElement === {button}"))
            .await;
    });
}
