//! Keeping a copy: nothing before the reader asks, and all of it or nothing.

use std::sync::Arc;

use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::fault::Fault;
use lscb_browser::runner::{in_engines, in_every_engine};
use lscb_browser::site::Site;
use serde_json::json;

use super::support::{
    KEPT, LINE, OFFLINE, PLACE, cut_off, files, keep, kept, listed, press, ready, saying, stored,
    until_says,
};

#[test]
fn nothing_is_stored_before_the_reader_asks() {
    in_every_engine(async |browser| {
        let site = ready(browser, built()).await;
        browser.until_app_runs().await;
        browser.open_page(&site, "/about-us/").await;
        browser.until_app_runs().await;
        browser.until_quiet(&site).await;
        assert_eq!(stored(browser).await, [""; 0]);
        assert_eq!(browser.value::<String>("document.cookie").await, "");
        assert_eq!(site.count("sw.js"), 0, "nobody asks for the worker");
    });
}

#[test]
fn a_copy_has_every_file_of_the_release_and_no_other() {
    in_every_engine(async |browser| {
        let site = ready(browser, built()).await;
        browser.until(&format!("{PLACE}.includes('MB')")).await;
        let before: String = browser.value(PLACE).await;
        keep(browser).await;
        let mut all = files(browser, &site).await;
        all.retain(|file| file != "?copy");
        let mut listed = listed();
        listed.sort();
        assert_eq!(all, listed);
        // The size that was promised is the size that was kept.
        let after: String = browser.value(LINE).await;
        let size = |line: &str| -> String {
            let (before, _) = line.split_once(" MB").expect("a size");
            before.rsplit(' ').next().unwrap_or_default().to_owned()
        };
        assert_eq!(size(&before), size(&after), "{before} {after}");
        let own: Vec<String> = stored(browser).await;
        assert!(
            own.contains(&site.url("/")),
            "the worker is about the site alone: {own:?}"
        );
    });
}

#[test]
fn nothing_moves_when_the_script_comes() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        browser.open_app(&site, OFFLINE).await;
        browser.until(&format!("{PLACE}.includes('MB')")).await;
        browser.settle().await;
        assert_eq!(browser.value::<f64>("probe.shift").await, 0.0);
        let complaints = browser.complaints().await;
        assert!(complaints.is_empty(), "{complaints:#?}");
    });
}

/// The files that are named are of each kind, and each is damaged in another way.
#[test]
fn a_damaged_file_never_enters() {
    in_every_engine(async |browser| {
        let faults = [
            ("index.html", Fault::Flipped),
            ("about-us/", Fault::Halved),
            ("assets/app.*.wasm", Fault::Flipped),
            ("assets/boot.*.js", Fault::Bytes(b"stolen()".to_vec())),
            ("content/*", Fault::CutOff),
            ("search/*.bin", Fault::Missing),
            ("icon.svg", Fault::Html),
            ("assets/manifest.*", Fault::Flipped),
            ("404.html", Fault::Broken),
        ];
        for (pattern, fault) in browser.engine().share(faults) {
            println!("{} {pattern} {fault:.40?}", browser.engine());
            let site = Site::plain(built(), "/a/b/c/").await;
            // What the browser has already must not stand in for what comes.
            site.never_cache();
            browser.open(&site, OFFLINE).await;
            browser.until(&format!("{PLACE}.includes('MB')")).await;
            browser.until_app_runs().await;
            // The first page is asked for by the name of its folder, as readers do.
            let pattern = if pattern == "index.html" { "" } else { pattern };
            site.inject_fault(pattern, fault);
            press(browser, "Keep this site").await;
            until_says(browser, "did not come as it should").await;
            assert!(
                !files(browser, &site)
                    .await
                    .iter()
                    .any(|file| file == "?copy")
            );
            // Nothing is answered from what is there so far.
            cut_off(&site);
            let answered: String = super::support::promised(
                browser,
                &format!(
                    "fetch('{}').then(() => 'yes', () => 'no')",
                    site.url("/privacy/")
                ),
            )
            .await;
            assert_eq!(answered, "no", "{pattern}: half a copy is read");
            // The rest can be fetched once it is right.
            site.clear_faults();
            let begun = !files(browser, &site).await.is_empty();
            press(
                browser,
                if begun {
                    "Fetch the rest"
                } else {
                    "Keep this site"
                },
            )
            .await;
            until_says(browser, KEPT).await;
        }
    });
}

#[test]
fn an_interrupted_download_is_taken_up_again() {
    in_every_engine(async |browser| {
        let site = ready(browser, built()).await;
        site.inject_fault("search/*.bin", Fault::Held);
        press(browser, "Keep this site").await;
        browser
            .wait_for("the held file", || site.count("search/*.bin") > 0)
            .await;
        // The reader leaves the page, for one of the site's files: what a private window of WebKit has
        // kept goes with the last page of its site.
        browser.open(&site, "/robots.txt").await;
        cut_off(&site);
        site.clear_faults();
        site.inject_fault("search/*.bin", Fault::Missing);
        browser.open(&site, OFFLINE).await;
        until_says(browser, "A part of the site").await;
        site.clear_faults();
        site.forget();
        press(browser, "Fetch the rest").await;
        until_says(browser, KEPT).await;
        let again = site.count("assets/app.*");
        assert_eq!(
            again,
            0,
            "what had come is not fetched again: {:?}",
            site.requests()
        );
    });
}

#[test]
fn a_sign_in_page_is_not_kept() {
    in_every_engine(async |browser| {
        let elsewhere = Site::plain(built(), "/").await;
        for fault in [Fault::Html, Fault::Redirected(elsewhere.url("/"))] {
            let site = ready(browser, built()).await;
            site.inject_fault("*", fault);
            press(browser, "Keep this site").await;
            browser
                .until(&format!(
                    "{LINE}.includes('did not come as it should') || {LINE}.includes('did not keep')"
                ))
                .await;
            assert_eq!(stored(browser).await, [""; 0]);
        }
    });
}

/// The button is another script's than the app, and goes on without it.
#[test]
fn a_copy_can_be_kept_where_the_app_has_stopped() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/").await;
        site.inject_fault("assets/app.*.js", Fault::Html);
        browser.open(&site, OFFLINE).await;
        until_says(browser, "No copy is kept").await;
        browser
            .until("document.documentElement.dataset.app === 'stopped'")
            .await;
        site.clear_faults();
        keep(browser).await;
    });
}

#[test]
fn a_release_without_a_list_cannot_be_kept() {
    in_every_engine(async |browser| {
        let _site = ready(browser, &saying(built(), "manifest", json!(null))).await;
        press(browser, "Keep this site").await;
        until_says(browser, "did not come as it should").await;
        assert_eq!(stored(browser).await, [""; 0]);
    });
}

#[test]
fn without_room_the_reader_is_told_and_nothing_stays() {
    in_engines(
        &[Engine::Chromium],
        BrowserOptions::default(),
        async |browser| {
            let site = ready(browser, built()).await;
            let quota = json!({ "origin": site.origin(), "quotaSize": 100_000 });
            let cdp = browser.cdp();
            cdp.send_raw("Storage.overrideQuotaForOrigin", quota)
                .await
                .expect("a quota");
            press(browser, "Keep this site").await;
            until_says(browser, "not enough room").await;
            assert_eq!(stored(browser).await, [""; 0]);
            browser.open_page(&site, "/about-us/").await;
        },
    );
}

/// In a frame a copy would be another one than the reader's own; in a sandbox there is none.
#[test]
fn inside_another_page_nothing_is_offered() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/").await;
        let host =
            lscb_browser::dist::Dist::of(&[("index.html", "<!doctype html><title>Host</title>")]);
        let host = Site::plain(&host, "/").await;
        for sandbox in ["allow-scripts", "allow-scripts allow-same-origin"] {
            browser.open(&host, "/").await;
            let url = site.url(OFFLINE);
            browser
                .run(&format!(
                    "window.frame = document.createElement('iframe');
                     Object.assign(frame, {{ sandbox: '{sandbox}', width: 800, height: 2000, src: '{url}' }});
                     frame.onload = () => {{ window.framed = true; }};
                     document.body.append(frame)"
                ))
                .await;
            browser.until("window.framed").await;
            browser.enter("window.frame").await;
            browser.until("document.querySelector('.offline')").await;
            browser
                .until("document.querySelector('.offline').innerText.includes('copy')")
                .await;
            browser.settle().await;
            let buttons: usize = browser
                .value("document.querySelectorAll('.offline button').length")
                .await;
            assert_eq!(buttons, 0, "{sandbox}");
            browser
                .enter_default_frame()
                .await
                .expect("out of the frame");
        }
    });
}

#[test]
fn a_copy_is_kept_of_every_path_that_a_site_can_stand_at() {
    in_every_engine(async |browser| {
        for base in ["/", "/lscb/"] {
            let site = Arc::new(Site::plain(built(), base).await);
            browser.open(&site, OFFLINE).await;
            until_says(browser, "No copy is kept").await;
            keep(browser).await;
            cut_off(&site);
            browser.open_page(&site, "/privacy/").await;
        }
        let _one_more = kept(browser, built()).await;
    });
}
