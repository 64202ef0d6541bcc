//! The steps of a visit to each site that is compared, and what is measured of them.

use super::competitor::{App, Competitor};
use super::server::Server;
use super::visit::Visit;
use crate::devtools::Chromium;

/// Where a reader arrives, and where they go next.
pub(crate) const FROM: &str = "/about-us/";
/// See [`FROM`].
pub(crate) const TO: &str = "/learning-from-reviews/";

/// Holds, and is the bundle's entry, once the app listens and has the bundle of the page.
const READY: &str = r"document.documentElement.dataset.app === 'ready' &&
    performance.getEntriesByType('resource')
        .find(it => /\/content\/[^/]+\.json$/.test(it.name) && it.responseEnd)";

/// What one visit showed. Times in milliseconds, sizes in bytes; nothing where it does
/// not apply.
#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) fcp: f64,
    pub(crate) lcp: f64,
    pub(crate) shift: f64,
    /// Total blocking time until nothing more happens: with the app's start, if it starts
    /// by itself.
    pub(crate) blocked: f64,
    pub(crate) bytes: f64,
    pub(crate) requests: f64,
    /// From the first sign of intent, or the first paint, to an app that is ready.
    pub(crate) ready: Option<f64>,
    /// Blocking time of a start on intent.
    pub(crate) ready_blocked: Option<f64>,
    /// Live JavaScript objects, then WebAssembly memory.
    pub(crate) memory: (f64, f64),
    /// From a click to the new page's heading.
    pub(crate) change: f64,
    pub(crate) change_blocked: f64,
    /// The same on the way back, when the browser has seen both pages.
    pub(crate) later_change: f64,
}

/// Visits one site, as somebody who has never been there.
pub(crate) fn make(chromium: &mut Chromium, competitor: &Competitor, server: &Server) -> Seen {
    // Chromium's emulation of a line does not tell the page of it.
    let line = match competitor.app {
        App::OnIntent => "3g",
        App::WhenIdle | App::None => "4g",
    };
    let said = format!(
        "Object.defineProperty(NetworkInformation.prototype, 'effectiveType', {{ get: () => '{line}' }})"
    );
    let visit = &mut Visit::new(chromium, &said);
    visit.open(&server.url(FROM));
    if competitor.app == App::WhenIdle {
        visit.until(READY);
    }
    visit.until_quiet();
    let mut seen = Seen {
        fcp: visit.number("watch.fcp"),
        lcp: visit.number("watch.lcp"),
        shift: visit.number("watch.shift"),
        blocked: visit.number("watch.blocked(watch.fcp, Infinity)"),
        bytes: visit.bytes,
        requests: visit.requests as f64,
        ..Seen::default()
    };
    if competitor.app == App::WhenIdle {
        seen.ready = Some(visit.number(&format!("({READY}).responseEnd - watch.fcp")));
    }
    if competitor.app == App::OnIntent {
        visit.value("watch.intent = performance.now(); document.querySelector('header a').focus()");
        visit.until(READY);
        visit.settle();
        seen.ready = Some(visit.number(&format!("({READY}).responseEnd - watch.intent")));
        seen.ready_blocked = Some(visit.number("watch.blocked(watch.intent, Infinity)"));
    }
    seen.memory = visit.memory();
    (seen.change, seen.change_blocked) = change(visit, &server.url(TO));
    (seen.later_change, _) = change(visit, &server.url(FROM));
    seen
}

/// Goes to another page by its link, which on a phone is behind the header's button; gives
/// the time until its heading stands there, and the blocking time.
fn change(visit: &mut Visit<'_>, to: &str) -> (f64, f64) {
    let link = format!("[...document.querySelectorAll('a[href]')].find(a => a.href === '{to}')");
    if visit.value(&format!("({link}).checkVisibility()")) == false {
        visit.press("document.querySelector('header button[popovertarget]')");
        visit.until(&format!("({link}).checkVisibility()"));
    }
    visit.settle();
    visit.value("window.name = ''; watch.tasks.length = watch.headings.length = 0");
    visit.press(&format!("({link})"));
    visit.until(&format!(
        "location.href === '{to}' && window.watch?.headings.length"
    ));
    visit.settle();
    let time = visit.number("watch.headings[0].at - Number(window.name)");
    (time, visit.number("watch.blocked(0, Infinity)"))
}
