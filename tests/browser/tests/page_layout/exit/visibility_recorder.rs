//! Records what can be seen of the page while it is being left.

use lscb_browser::browser::Browser;
use lscb_browser::engine::Engine;
use lscb_browser::fault::Fault;

use super::support::{COVERED, Fixture};

/// The page itself records what can be seen of it, at intervals and right after the click or the
/// key that leaves has been handled. It reports to the server as well: while the other page is
/// loading, Chromium's driver answers nothing.
const REPORT: &str = "
    window.reports = [];
    const report = (when) => {
        const number = String(reports.length).padStart(6, '0');
        const state = COVERED ? 'covered' : 'open';
        const title = document.title === 'Loading' ? 'loading' : 'titled';
        reports.push(`/visibility/${number}/${state}/${title}/${when}`);
        fetch(reports.at(-1));
    };
    addEventListener('DOMContentLoaded', () => {
        setInterval(report, 100, 'later');
        // After the listeners of the page, which were there first.
        for (const sign of ['click', 'keyup']) addEventListener(sign, () => report('at-once'));
    });";

/// Reports of what can be seen of the page.
pub(super) struct VisibilityRecorder<'a>(&'a Fixture);

impl<'a> VisibilityRecorder<'a> {
    /// Records the pages of `fixture`, whose way out gets no answer for now.
    pub(super) fn of(fixture: &'a Fixture) -> Self {
        fixture.away.inject_fault("*", Fault::Held);
        fixture.site.inject(&REPORT.replace("COVERED", COVERED));
        Self(fixture)
    }

    /// Waits until the page has been seen.
    pub(super) async fn until_open(&self, browser: &Browser) {
        let seen = || self.0.site.count("/visibility/*/open/titled/later") > 0;
        browser.wait_for("the page is in view", seen).await;
    }

    /// Asserts that the page was covered when what leaves it had been heard, and from then on.
    pub(super) async fn assert_covered(&self, browser: &Browser) {
        let asked = || self.0.away.count("") == 1;
        browser.wait_for("the other page is asked for", asked).await;
        let reports = self.reports(browser).await;
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
        self.0.away.clear_faults();
        self.0.until_away(browser).await;
    }

    /// All reports in order, once there are some from after the page was covered.
    async fn reports(&self, browser: &Browser) -> Vec<String> {
        const LATER: &str = "/covered/loading/later";
        if browser.engine() == Engine::WebKit {
            // Its driver answers, and it may drop what the page sends.
            let later = format!("reports.filter(report => report.endsWith('{LATER}')).length >= 3");
            browser.until(&later).await;
            return browser.value("reports").await;
        }
        let later = || self.0.site.count(&format!("/visibility/*{LATER}")) >= 3;
        browser.wait_for("the page is covered", later).await;
        let mut reports = self.0.site.requests();
        reports.retain(|path| path.starts_with("/visibility/"));
        reports.sort();
        reports
    }
}
