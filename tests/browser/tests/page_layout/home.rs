//! The front page on a phone: the help lines and the sections are in view.

use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::runner::{in_engines, in_every_engine_wide_and_narrow};
use lscb_browser::site::Site;
use serde_json::json;

/// A small phone, held upright, in CSS pixels.
const PHONE: (u32, u32) = (360, 800);

/// The links of the first list of cards, which is that of the sections.
const CARDS: &str = "main .cards:not(.cards ~ .cards) > li > a";

/// Of each card its height, and whether its middle and its corners all lead to the section.
const TARGETS: &str = "[...document.querySelectorAll('CARDS')].map(link => {
    const card = link.closest('li');
    card.scrollIntoView({ block: 'center' });
    const { left, right, top, bottom, height } = card.getBoundingClientRect();
    const points = [[left, top], [right, top], [left, bottom], [right, bottom]]
        .map(([x, y]) => [x + (x === left ? 3 : -3), y + (y === top ? 3 : -3)]);
    points.push([(left + right) / 2, (top + bottom) / 2]);
    return [height, points.every(([x, y]) => link.contains(document.elementFromPoint(x, y)))];
})";

/// Where the elements end that a selector finds.
fn ends(selector: &str) -> String {
    format!(
        "[...document.querySelectorAll('{selector}')].map(e => e.getBoundingClientRect().bottom + scrollY)"
    )
}

#[test]
fn help_is_on_the_first_screen_and_every_section_on_the_second() {
    // The only one with windows as narrow as a phone.
    in_engines(
        &[Engine::Chromium],
        BrowserOptions::default(),
        async |browser| {
            let (width, height) = PHONE;
            let size =
                json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
            let cdp = browser.cdp();
            let set = cdp
                .send_raw("Emulation.setDeviceMetricsOverride", size)
                .await;
            set.expect("a phone");
            let site = Site::plain(built(), "/").await;
            browser.open_complete(&site, "/").await;

            let numbers: Vec<f64> = browser.value(&ends(".help a[href^=\"tel:\"]")).await;
            assert_eq!(numbers.len(), 3);
            assert!(
                numbers.iter().all(|&end| end <= f64::from(height)),
                "{numbers:?}"
            );

            let screens = f64::from(2 * height);
            for selector in ["main h1", ".help", CARDS] {
                let all: Vec<f64> = browser.value(&ends(selector)).await;
                assert!(!all.is_empty(), "no {selector}");
                assert!(all.iter().all(|&end| end <= screens), "{selector}: {all:?}");
            }
            let clear = cdp
                .send_raw("Emulation.clearDeviceMetricsOverride", json!({}))
                .await;
            clear.expect("the old window");
        },
    );
}

#[test]
fn every_section_has_a_card_to_press() {
    let home = built().page("/");
    let sections = home.routes_of("#sections a", "/");
    assert_eq!(home.routes_of(CARDS, "/"), sections);
    in_every_engine_wide_and_narrow(async |browser| {
        let site = Site::plain(built(), "/").await;
        browser.open_complete(&site, "/").await;
        let cards: Vec<(f64, bool)> = browser.value(&TARGETS.replace("CARDS", CARDS)).await;
        assert_eq!(cards.len(), sections.len());
        for (card, (height, everywhere)) in cards.into_iter().enumerate() {
            assert!(height >= 44.0, "card {card} is {height} pixels high");
            assert!(everywhere, "card {card} is a link in parts only");
        }
    });
}
