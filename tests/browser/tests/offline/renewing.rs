//! The copy follows the site: to newer and older releases, and in withdrawn pages.

use lscb_browser::browser::{Browser, MAIN_WORDS};
use lscb_browser::dist::{Dist, built};
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;
use serde_json::json;

use super::support::{
    FROM_COPY, GREETING, OFFLINE, cut_off, files, go_to, greeting, kept, press, promised, saying,
    until_not_found, until_says, with_notice,
};

/// Waits until the copy is that of a release.
async fn until_copied(browser: &Browser, dist: &Dist) {
    let release: serde_json::Value = serde_json::from_str(dist.text("release.json")).expect("JSON");
    let id = release["manifest"]["integrity"].clone();
    browser
        .run(
            "window.looked = undefined;
             (window.look = async () => {
                 const found = await caches.match(new URL('?copy', document.querySelector('.site-name').href));
                 window.looked = (await found?.json())?.manifest;
                 setTimeout(window.look, 50);
             })()",
        )
        .await;
    browser.until(&format!("window.looked === {id}")).await;
}

async fn read_first_page(browser: &Browser, site: &Site, greeting: &str) {
    browser.open_page(site, "/").await;
    let seen = browser
        .try_until(&format!("{MAIN_WORDS}.includes('{greeting}')"))
        .await;
    if let Err(error) = seen {
        panic!("{error}: {}", browser.main_words().await);
    }
}

#[test]
fn a_newer_release_and_an_older_one_are_followed() {
    let newer = greeting();
    in_every_engine(async |browser| {
        let site = kept(browser, built()).await;
        for (dist, words) in [(newer, GREETING), (built(), "Welcome.")] {
            site.swap(dist);
            site.forget();
            read_first_page(browser, &site, words).await;
            until_copied(browser, dist).await;
            let again = site.count("assets/app.*.wasm") + site.count("images/*");
            assert_eq!(
                again,
                0,
                "what has not changed is not fetched: {:?}",
                site.requests()
            );
            cut_off(&site);
            read_first_page(browser, &site, words).await;
            browser.until(FROM_COPY).await;
            browser.until_app_runs().await;
            site.clear_faults();
        }
        let caches: usize = promised(browser, "caches.keys().then((all) => all.length)").await;
        assert_eq!(caches, 2, "older copies have gone");
    });
}

#[test]
fn an_open_page_stays_while_the_copy_is_renewed() {
    let newer = greeting();
    in_every_engine(async |browser| {
        let site = kept(browser, built()).await;
        browser.open_app(&site, "/").await;
        browser.mark().await;
        let first = browser.window().await.expect("a window");
        site.swap(newer);
        let other = browser.new_tab().await.expect("another tab");
        browser.switch_to_window(other).await.expect("the tab");
        read_first_page(browser, &site, GREETING).await;
        until_copied(browser, newer).await;
        cut_off(&site);
        browser.close_window().await.expect("the tab closes");
        browser
            .switch_to_window(first)
            .await
            .expect("the first tab");
        assert!(browser.is_same_document().await, "it was not reloaded");
        assert!(browser.main_words().await.contains("Welcome."));
        // The next page is of the newer release, as a whole.
        browser.go_by_header(&site, "/contact/").await;
        site.clear_faults();
    });
}

#[test]
fn a_release_that_does_not_come_whole_leaves_the_copy() {
    let newer = greeting();
    in_every_engine(async |browser| {
        let site = kept(browser, built()).await;
        // What the browser has by itself must not stand in for the copy.
        site.never_cache();
        site.swap(newer);
        site.inject_fault("content/*", Fault::Missing);
        browser.open_page(&site, OFFLINE).await;
        until_says(browser, "This site is kept").await;
        press(browser, "Look for a newer copy").await;
        until_says(browser, "did not come as it should").await;
        cut_off(&site);
        read_first_page(browser, &site, "Welcome.").await;
    });
}

#[test]
fn looking_for_a_newer_copy_says_what_was_found() {
    let newer = greeting();
    in_every_engine(async |browser| {
        let site = kept(browser, built()).await;
        press(browser, "Look for a newer copy").await;
        until_says(browser, "The copy is up to date").await;
        site.swap(newer);
        press(browser, "Look for a newer copy").await;
        until_says(browser, "A newer copy was kept").await;
        cut_off(&site);
        press(browser, "Look for a newer copy").await;
        until_says(browser, "did not come as it should").await;
        read_first_page(browser, &site, GREETING).await;
    });
}

/// The rest of the newer release does not come: what was taken back is gone all the same, and
/// so is everything that the app would show it or find it by.
#[test]
fn a_withdrawn_page_leaves_the_copy_at_once() {
    let older = with_notice();
    let named = saying(built(), "withdrawn", json!(["/notice/"]));
    let part = saying(built(), "withdrawn", json!(["/notice/#withdrawn-2019-04"]));
    in_every_engine(async |browser| {
        // Named outright, or only missing in the list of files.
        for (newer, missing) in [
            (&named, "assets/manifest.*"),
            (&part, "assets/manifest.*"),
            (built(), "search/*.bin"),
        ] {
            println!("{} {missing}", browser.engine());
            let site = kept(browser, older).await;
            site.swap(newer);
            site.inject_fault(missing, Fault::Missing);
            site.forget();
            browser.open_page(&site, "/about-us/").await;
            // What does not come is asked for twice, once what was taken back has gone.
            browser
                .wait_for("the withdrawal", || site.count(missing) > 1)
                .await;
            cut_off(&site);
            go_to(browser, &site, "/notice/").await;
            until_not_found(browser).await;
            browser.open_page(&site, "/about-us/").await;
            let mut left = files(browser, &site).await;
            // What has come of the newer release waits there for the rest.
            left.retain(|file| built().file(file).is_none() && older.file(file).is_some());
            left.retain(|file| file.starts_with("content/") || file.ends_with(".bin"));
            assert_eq!(left, [""; 0]);
        }
    });
}

/// The host is asked before the copy says otherwise.
#[test]
fn a_page_that_is_gone_is_gone_when_it_is_asked_for() {
    let older = with_notice();
    in_every_engine(async |browser| {
        let site = kept(browser, older).await;
        site.swap(built());
        // From a host that takes long the copy is read in its place (docs/offline.md): then the
        // reader asks again.
        let mut heading = String::new();
        for _ in 0..5 {
            browser.open(&site, "/notice/").await;
            heading = browser
                .value("document.querySelector('h1').textContent")
                .await;
            if heading == "Page not found" {
                break;
            }
        }
        assert_eq!(heading, "Page not found");
    });
}
