//! Somebody who looks at the page while it is being left.

use lscb_browser::browser::Browser;
use lscb_browser::engine::Engine;
use lscb_browser::fault::Fault;

use super::scene::{COVERED, Scene};

/// The page itself tells the server what can be seen of it, from time to time and, which is
/// the point, when the click or the key that leaves has just been heard. While the other page
/// is on its way, Chromium's driver answers nothing, and WebKit lets the page ask for nothing.
const REPORT: &str = "
    let reports = 0;
    const report = (when) => {
        const state = COVERED ? 'covered' : 'open';
        const title = document.title === 'Loading' ? 'loading' : 'titled';
        fetch(`/witness/${String(++reports).padStart(6, '0')}/${state}/${title}/${when}`);
    };
    addEventListener('DOMContentLoaded', () => {
        setInterval(report, 100, 'later');
        // After the listeners of the page, which were there first.
        for (const sign of ['click', 'keyup']) addEventListener(sign, () => report('at-once'));
    });";

/// Reports of what can be seen of the page.
pub(super) struct Witness<'a>(&'a Scene);

impl<'a> Witness<'a> {
    /// Watches the pages of `scene`, whose way out gets no answer for now.
    pub(super) fn of(scene: &'a Scene) -> Self {
        scene.away.plant("*", Fault::Held);
        scene.site.inject(&REPORT.replace("COVERED", COVERED));
        Self(scene)
    }

    /// Waits until the page has been seen.
    pub(super) async fn until_open(&self, browser: &Browser) {
        let seen = || self.0.site.count("/witness/*/open/titled/later") > 0;
        browser.wait_for("the page is in view", seen).await;
    }

    /// Asserts that the page was covered when what leaves it had been heard, and from then on.
    pub(super) async fn assert_covered(&self, browser: &Browser) {
        let asked = || self.0.away.count("") == 1;
        browser.wait_for("the other page is asked for", asked).await;
        let at_once = || self.0.site.count("/witness/*/covered/loading/at-once") == 1;
        browser
            .wait_for("the page is covered at once", at_once)
            .await;
        if browser.engine() == Engine::WebKit {
            browser.until(COVERED).await;
        } else {
            let later = || self.0.site.count("/witness/*/covered/loading/later") >= 3;
            browser.wait_for("the page is still covered", later).await;
        }
        let mut reports = self.0.site.requests();
        reports.retain(|path| path.starts_with("/witness/"));
        reports.sort();
        let first = reports
            .iter()
            .position(|report| report.contains("/covered/"));
        let (before, after) = reports.split_at(first.expect("a report"));
        assert!(
            after[0].ends_with("/covered/loading/at-once"),
            "{reports:#?}"
        );
        assert!(
            before.iter().all(|report| report.contains("/open/titled/")),
            "{before:#?}"
        );
        assert!(
            after
                .iter()
                .all(|report| report.contains("/covered/loading/")),
            "{after:#?}"
        );
        self.0.away.mend();
        self.0.until_away(browser).await;
    }
}
