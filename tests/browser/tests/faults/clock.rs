//! A clock that is wrong.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::site::Site;

use crate::support::{HERE, THERE};

/// Ten years, in milliseconds.
const TEN_YEARS: i64 = 10 * 365 * 24 * 60 * 60 * 1000;

/// A clock that is so many milliseconds ahead; `jump(to)` sets how many.
const CLOCK: &str = "
    const right = Date;
    let wrong = 0;
    window.jump = (to) => { wrong = to; };
    window.Date = class extends right {
        constructor(...at) { super(...(at.length ? at : [right.now() + wrong])); }
        static now() { return right.now() + wrong; }
    };";

async fn site(wrong: i64) -> Site {
    let site = Site::watched(built(), "/lscb/").await;
    site.inject(&format!("{CLOCK} jump({wrong});"));
    site
}

pub(crate) async fn a_wrong_clock_changes_nothing(browser: &Browser) {
    for wrong in [TEN_YEARS, -TEN_YEARS] {
        let site = site(wrong).await;
        browser.open_app(&site, HERE).await;
        browser.mark().await;
        for route in [THERE, "/contact/"] {
            browser.go_by_header(&site, route).await;
        }
        browser.go_back().await;
        browser.until_page(&site, THERE).await;
        assert!(
            browser.is_same_document().await,
            "{wrong}: no document was loaded"
        );
        assert_eq!(
            browser.value::<Vec<String>>("probe.errors").await,
            [""; 0],
            "{wrong}"
        );
        browser.open_app(&site, "/search/#q=review").await;
        browser.until("document.querySelector('.hits')").await;
    }
}

/// Entries of the history are told apart by numbers that begin with the time: they may not be
/// mixed up when the clock is put right.
pub(crate) async fn a_clock_that_jumps_changes_nothing(browser: &Browser) {
    let site = site(TEN_YEARS).await;
    browser.open_app(&site, HERE).await;
    browser.mark().await;
    browser.go_by_header(&site, THERE).await;
    browser.run(&format!("jump({})", -TEN_YEARS)).await;
    browser.go_by_header(&site, "/contact/").await;
    for route in [THERE, HERE] {
        browser.go_back().await;
        browser.until_page(&site, route).await;
    }
    browser.go_forward().await;
    browser.until_page(&site, THERE).await;
    assert!(browser.is_same_document().await, "no document was loaded");
}
