//! Every host of the table, at every level.

use lscb_browser::browser::Browser;
use lscb_browser::checker::axe;
use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::host::{HOSTS, Host, Level, Outcome, WITHOUT_SCRIPTS};
use lscb_browser::markup::{assert_same, letters};
use lscb_browser::runner::{in_engines, in_every_engine};

use super::support::{FRAME, Fixture, INNER, assert_untouched, axe_in_frame, until_whole, words};

const PAGE: &str = "/embed/page/contact/";

/// One address of every kind that is always there.
const KINDS: [&str; 7] = [
    "page/contact",
    "section/about-us",
    "contact/business-team",
    "contacts",
    "help",
    "reviews",
    "search",
];

fn frame_of(level: Level) -> &'static str {
    match level {
        Level::Element => INNER,
        Level::Frame | Level::Sized => FRAME,
    }
}

/// The reader has what the table says, and it is the text.
async fn assert_shown(browser: &Browser, fixture: &Fixture, host: &Host, level: Level) {
    eprintln!("{} {} {}", browser.engine(), host.name, level.name());
    fixture.open(browser, host, level).await;
    let frame = frame_of(level);
    let outcome = host.outcome(level, browser.engine());
    match outcome {
        Outcome::Words => {
            browser
                .until("document.querySelector('main a').checkVisibility()")
                .await;
            browser.settle().await;
            let is_shown =
                "!!document.querySelector('lscb-section')?.shadowRoot?.querySelector('.ready')";
            assert!(!browser.value::<bool>(is_shown).await, "there is a frame");
        }
        Outcome::Fixed | Outcome::Whole => {
            if outcome == Outcome::Whole {
                until_whole(browser, frame).await;
                let hidden = "document.querySelector('lscb-section a')?.checkVisibility() ?? false";
                assert!(
                    !browser.value::<bool>(hidden).await,
                    "the words are there twice"
                );
            }
            assert_eq!(
                words(browser, frame).await,
                built().page(PAGE).words("main")
            );
            browser.settle().await;
            let height = format!("{frame}.style.height");
            let is_sized = !browser.value::<String>(&height).await.is_empty();
            assert_eq!(is_sized, outcome == Outcome::Whole, "its height is set");
        }
    }
    if host.keeps_scripts && !host.complains {
        assert_untouched(browser).await;
    } else {
        // They are not to be taken for those of the next host.
        browser.complaints().await;
    }
    // A frame with the script is one without it and more, and the elements around it, which is what
    // this looks at, are the same in every engine.
    if host.is_checked && level != Level::Frame && browser.engine() == Engine::Chromium {
        let found = axe(browser).await;
        assert!(found.is_empty(), "{found:#?}");
        // Its own, of the checker in the frame that does not know the page around it.
        browser.complaints().await;
    }
}

fn at(level: Level) {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        for host in &HOSTS {
            assert_shown(browser, &fixture, host, level).await;
            browser.enter_default_frame().await.expect("the whole page");
        }
    });
}

#[test]
fn a_frame_is_readable_on_every_host() {
    at(Level::Frame);
}

#[test]
fn a_frame_is_as_high_as_its_text_where_the_script_runs() {
    at(Level::Sized);
}

#[test]
fn the_element_is_a_frame_where_the_script_runs() {
    at(Level::Element);
}

/// A driver may run scripts in a page that itself runs none; here nothing is asked of one.
#[test]
fn without_scripts_the_words_are_there() {
    let scripts_off = BrowserOptions {
        scripts_off: true,
        ..BrowserOptions::DEFAULT
    };
    in_engines(&Engine::ALL, scripts_off, async |browser| {
        let fixture = Fixture::start().await;
        for level in Level::ALL {
            let url = fixture.hosts.url(&WITHOUT_SCRIPTS, level);
            browser.read_other(&url, WITHOUT_SCRIPTS.what, "#end").await;
            let link = browser.shown("main a").await;
            assert_eq!(link, "Contact - Sefton LSCB");
            if level == Level::Element {
                assert!(
                    browser
                        .shown("lscb-section")
                        .await
                        .contains("how to reach the board")
                );
                continue;
            }
            browser.enter_once_it_shows("iframe", "footer").await;
            let shown = letters(&browser.shown("main").await);
            assert_same(PAGE, &letters(&built().page(PAGE).words("main")), &shown);
            browser
                .enter_default_frame()
                .await
                .expect("out of the frame");
        }
    });
}

/// The pages in frames, checked by themselves. Their title is the heading that the host has set.
#[test]
fn checkers_find_nothing_in_a_frame_of_any_kind() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        for address in browser.engine().share(KINDS) {
            let frame = format!(
                "<iframe src=\"{{site}}embed/{address}/?heading=1\" title=\"Part\"></iframe>{{script}}"
            );
            fixture.open_page(browser, &frame).await;
            until_whole(browser, FRAME).await;
            let found = axe_in_frame(browser, FRAME).await;
            assert!(found.is_empty(), "{address}: {found:#?}");
        }
    });
}
