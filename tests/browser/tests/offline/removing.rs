//! Removing a copy: by the reader, and by the publisher.

use std::path::Path;
use std::sync::Arc;

use lscb_browser::browser::Browser;
use lscb_browser::dist::{Dist, built};
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_every_engine;
use serde_json::json;

use super::support::{cut_off, files, kept, press, promised, saying, stored, until_says};

/// Waits until neither a cache nor a worker is left.
async fn until_nothing_is_stored(browser: &Browser) {
    browser
        .run(
            "window.left = undefined;
             (window.look = async () => {
                 const workers = await navigator.serviceWorker.getRegistrations();
                 window.left = (await caches.keys()).length + workers.length;
                 setTimeout(window.look, 50);
             })()",
        )
        .await;
    browser.until("window.left === 0").await;
}

#[test]
fn the_reader_removes_the_copy() {
    in_every_engine(async |browser| {
        let site = kept(browser, built()).await;
        press(browser, "Remove the copy").await;
        until_says(browser, "The copy was removed").await;
        assert_eq!(stored(browser).await, [""; 0]);
        // The page that the worker still answers for makes nothing anew.
        let there: String = promised(
            browser,
            &format!("fetch('{}').then((it) => it.text())", site.url("/privacy/")),
        )
        .await;
        assert!(there.contains("Privacy"));
        browser.open_page(&site, "/about-us/").await;
        assert_eq!(stored(browser).await, [""; 0]);
        cut_off(&site);
        let there: String = promised(
            browser,
            &format!(
                "fetch('{}').then(() => 'yes', () => 'no')",
                site.url("/privacy/")
            ),
        )
        .await;
        assert_eq!(there, "no");
    });
}

#[test]
fn the_publisher_ends_all_copies_within_one_visit() {
    let off: [Arc<Dist>; 2] = [
        saying(built(), "sw", json!("off")),
        Arc::new(built().with("sw.js", safety_worker().into_bytes())),
    ];
    in_every_engine(async |browser| {
        for dist in &off {
            let site = kept(browser, built()).await;
            site.swap(dist);
            browser.open_page(&site, "/about-us/").await;
            until_nothing_is_stored(browser).await;
        }
        let site = kept(browser, built()).await;
        site.inject_fault("sw.js", Fault::Missing);
        browser.open_page(&site, "/about-us/").await;
        until_nothing_is_stored(browser).await;
    });
}

/// The worker that `docs/offline.md` tells publishers to put in place of theirs.
fn safety_worker() -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/offline.md");
    let page = std::fs::read_to_string(page).expect("the page on copies");
    let code = page
        .split("```js\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    code.expect("a worker in docs/offline.md").to_owned()
}

/// A host that answers 404 to everything is faulty: the publisher has not ended the copies.
#[test]
fn a_host_in_trouble_ends_no_copy() {
    in_every_engine(async |browser| {
        let site = kept(browser, built()).await;
        site.inject_fault("*", Fault::Missing);
        browser.open_page(&site, "/about-us/").await;
        browser.open_page(&site, "/privacy/").await;
        assert!(files(browser, &site).await.len() > 20);
    });
}

/// A worker that does not even parse, and one that would take over at once.
#[test]
fn a_broken_worker_takes_no_text_away() {
    in_every_engine(async |browser| {
        for worker in ["{", "throw new Error('broken')"] {
            let site = kept(browser, built()).await;
            site.swap(&Arc::new(built().with("sw.js", worker.into())));
            browser.open_page(&site, "/about-us/").await;
            browser.open_page(&site, "/privacy/").await;
            cut_off(&site);
            browser.open_page(&site, "/about-us/").await;
        }
    });
}

/// Tabs of the older worker keep it until they are closed; nothing reloads.
#[test]
fn a_newer_worker_waits_for_open_tabs() {
    let newer = [built().text("sw.js"), "\nself.isNewer = true;\n"].concat();
    let newer = Arc::new(built().with("sw.js", newer.into_bytes()));
    in_every_engine(async |browser| {
        let site = kept(browser, built()).await;
        browser.open_app(&site, "/").await;
        browser.mark().await;
        let first = browser.window().await.expect("a window");
        site.swap(&newer);
        let other = browser.new_tab().await.expect("another tab");
        browser.switch_to_window(other).await.expect("the tab");
        browser.open_page(&site, "/about-us/").await;
        browser
            .run(
                "window.waits = false;
                 (window.look = async () => {
                     window.waits = !!(await navigator.serviceWorker.getRegistration())?.waiting;
                     setTimeout(window.look, 50);
                 })()",
            )
            .await;
        browser.until("window.waits").await;
        cut_off(&site);
        browser.open_page(&site, "/contact/").await;
        browser.close_window().await.expect("the tab closes");
        browser
            .switch_to_window(first)
            .await
            .expect("the first tab");
        assert!(browser.is_same_document().await, "it was not reloaded");
        browser.open_page(&site, "/privacy/").await;
    });
}
