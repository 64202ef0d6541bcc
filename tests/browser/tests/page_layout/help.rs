//! The help block: three phone numbers on every page, whose accessible names are their text.

use lscb_browser::browser::Browser;
use lscb_browser::checker::role_and_name;
use lscb_browser::dist::{built, with_missing};
use lscb_browser::markup::{collapse, letters};
use lscb_browser::runner::{in_every_engine, in_every_engine_wide_and_narrow};
use lscb_browser::site::Site;
use thirtyfour::By;

#[test]
fn a_number_is_called_by_itself_and_by_whom_it_reaches() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/").await;
        for path in with_missing(built().samples()) {
            browser.open_complete(&site, &path).await;
            let lines = browser.find_all(By::Css(".help li")).await.expect("lines");
            assert_eq!(lines.len(), 3, "{path}");
            for line in lines {
                let link = line
                    .find(By::Css("a[href^='tel:']"))
                    .await
                    .expect("a number");
                let number = collapse(&link.text().await.expect("its words"));
                let words = line.text().await.expect("its words");
                let (role, name) = role_and_name(browser, &link).await;
                assert_eq!(role, "link", "{path}: {number}");
                assert!(
                    name.starts_with(&number),
                    "{path}: {number} is called {name:?}"
                );
                let whom = letters(&words).replacen(&letters(&number), "", 1);
                assert!(!whom.is_empty(), "{path}: {number} reaches nobody");
                assert!(
                    letters(&name).contains(&whom),
                    "{path}: {number} is called {name:?}"
                );
            }
        }
    });
}

#[test]
fn a_number_dials_what_it_says() {
    for path in built().routes() {
        for link in built().page(&path).all(".help a[href^='tel:']") {
            let digits = |text: &str| {
                text.chars()
                    .filter(char::is_ascii_digit)
                    .collect::<String>()
            };
            let said = digits(&link.text().collect::<String>());
            let dialled = digits(link.attr("href").unwrap_or_default());
            let national = dialled.replacen("44", "0", 1);
            assert!(
                said == dialled || said == national,
                "{path}: {said} dials {dialled}"
            );
        }
    }
}

/// WCAG 2.2, 2.5.8, in CSS pixels.
const MINIMUM: f64 = 24.0;

/// The boxes of all numbers of the page that are in view: left, top, right, bottom.
const BOXES: &str =
    "[...document.querySelectorAll('a[href^=\"tel:\"]')].filter(e => e.checkVisibility())
    .map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])";

async fn assert_apart(browser: &Browser, path: &str) {
    let boxes: Vec<[f64; 4]> = browser.value(BOXES).await;
    assert!(boxes.len() >= 3, "{path}: {boxes:?}");
    for (at, &[left, top, right, bottom]) in boxes.iter().enumerate() {
        let large = right - left >= MINIMUM && bottom - top >= MINIMUM;
        assert!(large, "{path}: {:?}", boxes[at]);
        // Engines round what they stack.
        let over = |other: &&[f64; 4]| {
            let width = right.min(other[2]) - left.max(other[0]);
            let height = bottom.min(other[3]) - top.max(other[1]);
            width > 0.5 && height > 0.5
        };
        let other = boxes[at + 1..].iter().find(over);
        assert_eq!(other, None, "{path}: over {:?}", boxes[at]);
    }
}

#[test]
fn numbers_are_large_and_apart() {
    in_every_engine_wide_and_narrow(async |browser| {
        let site = Site::plain(built(), "/").await;
        for path in with_missing(built().samples()) {
            browser.open_complete(&site, &path).await;
            assert_apart(browser, &path).await;
        }
    });
}
