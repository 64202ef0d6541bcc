//! A page that comes in parts, as on a slow line: what has been drawn stays where it is.

use lscb_browser::browser::Browser;
use lscb_browser::checker::View;
use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_engines;
use lscb_browser::site::Site;
use serde_json::Value;

/// Asks for the next two parts each time that a frame has been drawn; on a phone for one at first, so
/// that what stands between two parts is drawn in one of the views.
const DRAW_AND_ASK: &str = "
    window.parts = 0;
    window.moved = [];
    new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries())
            for (const { node, previousRect, currentRect } of sources)
                moved.push([value, parts, node?.outerHTML?.slice(0, 80) ?? node?.data,
                    previousRect.x, previousRect.y, currentRect.x, currentRect.y].join(' '));
    }).observe({ type: 'layout-shift', buffered: true });
    let count = innerWidth < 600 ? 1 : 2;
    const ask = () => fetch('/lscb/more', { cache: 'no-store' });
    const next = async () => {
        await Promise.all(Array.from({ length: count }, ask));
        parts += count;
        count = 2;
        if (document.readyState === 'loading') requestAnimationFrame(next);
    };
    requestAnimationFrame(next);";

/// A desktop and a phone.
const VIEWS: [View; 2] = [
    View::LIGHT,
    View {
        name: "a phone",
        width: 360,
        height: 640,
        ..View::LIGHT
    },
];

/// Opens `path` a part at a time, and says what moved.
async fn moved(browser: &Browser, site: &Site, path: &str) -> Vec<String> {
    browser.open(site, path).await;
    browser.until("document.readyState === 'complete'").await;
    browser.settle().await;
    let parts: usize = browser.value("parts").await;
    assert!(parts > 50, "{path} came in {parts} parts");
    let moved: Value = browser.value("moved").await;
    serde_json::from_value(moved).expect("a list of words")
}

#[test]
fn nothing_that_is_drawn_moves_when_the_rest_comes() {
    in_engines(
        &[Engine::Chromium],
        BrowserOptions::default(),
        async |browser| {
            let site = Site::plain(built(), "/lscb/").await;
            site.inject(DRAW_AND_ASK);
            let mut findings = Vec::new();
            for route in built().samples() {
                for view in VIEWS {
                    view.set(browser).await;
                    site.clear_faults();
                    site.inject_fault(route.trim_start_matches('/'), Fault::Parts);
                    for line in moved(browser, &site, &route).await {
                        findings.push(format!("{route}, {}: {line}", view.name));
                    }
                }
            }
            assert!(findings.is_empty(), "{}", findings.join("\n"));
        },
    );
}
