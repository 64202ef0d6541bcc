//! The menu of a narrow window.

use lscb_browser::browser::TAB;
use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::runner::in_engines;
use lscb_browser::site::Site;

/// It lies over the help numbers: whoever goes on by keyboard sees where they are (WCAG 2.2, 2.4.11).
#[test]
fn it_closes_when_the_focus_goes_on() {
    let narrow = BrowserOptions {
        width: 500,
        ..BrowserOptions::DEFAULT
    };
    in_engines(&Engine::ALL, narrow, async |browser| {
        let site = Site::plain(built(), "/lscb/").await;
        browser.open_complete(&site, "/contact/").await;
        let is_open = "document.getElementById('sections').matches(':popover-open')";
        browser
            .click("document.querySelector('.site-header .menu')")
            .await;
        browser.until(is_open).await;
        let links = "document.querySelectorAll('#sections a').length";
        let links: usize = browser.value(links).await;
        for _ in 0..links {
            browser.press(TAB).await;
            assert!(browser.value::<bool>(is_open).await, "in the menu");
        }
        browser
            .run("document.querySelector('#sections li:last-child a').focus()")
            .await;
        browser.press(TAB).await;
        let in_view = "(() => {
            const at = document.activeElement;
            const { left, top, width, height } = at.getBoundingClientRect();
            const seen = document.elementFromPoint(left + width / 2, top + height / 2);
            return !at.closest('#sections') && at.contains(seen);
        })()";
        browser.until(in_view).await;
        assert!(!browser.value::<bool>(is_open).await);
    });
}
