//! The harness itself: that it reports correctly what each engine does.

use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;

use lscb_browser::browser::Browser;
use lscb_browser::dist::Dist;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::fault::{Fault, matches};
use lscb_browser::runner::{in_engine, in_engines, in_every_engine};
use lscb_browser::site::Site;

/// Two pages: the first has a script that writes into it, fetches, and complains.
fn pages() -> Arc<Dist> {
    Dist::of(&[
        (
            "index.html",
            "<!doctype html><html><head><title>One</title><script type=module src=app.js></script></head>
             <body><main><h1>One</h1><a href=two/>Two</a></main><footer></footer></body></html>",
        ),
        (
            "app.js",
            "document.documentElement.dataset.app = 'ready';
             document.querySelector('h1').textContent = 'Changed';
             window.load = async () => { try { const answer = await fetch('data.json');
               window.got = answer.ok ? JSON.stringify(await answer.json()) : String(answer.status); }
               catch (error) { window.got = 'error'; } };
             console.error('a complaint');",
        ),
        ("data.json", r#"{"some":"data"}"#),
        ("two/index.html", "<!doctype html><html><head></head><body><main><h1>Two</h1></main></body></html>"),
    ])
}

#[test]
fn a_pattern_has_stars() {
    assert!(matches("assets/*.js", "assets/app.1.js"));
    assert!(matches("*", "") && matches("a*b*c", "abbc"));
    assert!(!matches("assets/*.js", "assets/app.wasm") && !matches("a", "ab"));
}

#[test]
fn samples_have_every_kind_of_element() {
    let page = |main: &str| format!("<!doctype html><body data-route=x><main>{main}</main>");
    let files = [
        ("index.html", page("<p>One")),
        (
            "list/index.html",
            page("<p>Two</p><ul class=a><li>Three</ul>"),
        ),
        ("same/index.html", page("<ul class=a><li>Other words</ul>")),
        ("other/index.html", page("<ul class=b><li>Four</ul>")),
        ("attribute/index.html", page("<p lang=pl>Five")),
    ];
    let dist = Dist::of(&files.each_ref().map(|(path, html)| (*path, html.as_str())));
    assert_eq!(dist.routes().len(), files.len());
    assert_eq!(dist.samples(), ["/attribute/", "/list/", "/other/"]);
}

#[test]
fn changes_and_complaints_are_seen() {
    in_every_engine(async |browser| {
        let site = Site::watched(&pages(), "/a/b/").await;
        browser.open_app(&site, "/").await;
        assert!(
            !browser.value::<bool>("probe.untouched()").await,
            "the script changed the text"
        );
        assert!(browser.complaints().await.concat().contains("a complaint"));
        assert_eq!(site.count("app.js"), 1);

        browser.mark().await;
        browser.click(&Browser::link(&site, "main", "/two/")).await;
        browser.until_at(&site, "/two/", "Two").await;
        assert!(
            !browser.is_same_document().await,
            "the second page is another document"
        );
        assert_eq!(site.requests(), ["", "app.js", "two/"]);
    });
}

#[test]
fn faults_strike_and_are_lifted() {
    in_every_engine(async |browser| {
        let site = Site::watched(&pages(), "/").await;
        browser.open_app(&site, "/").await;
        let faults = [
            (Fault::Missing, "404"),
            (Fault::Broken, "500"),
            (Fault::Html, "error"),
            (Fault::Halved, "error"),
            (Fault::CutOff, "error"),
            (Fault::Flipped, r#"{"some":"eata"}"#),
            (Fault::Bytes(b"[1]".to_vec()), "[1]"),
        ];
        for (fault, expected) in faults {
            site.inject_fault("*.json", fault.clone());
            browser.run("window.got = null; load()").await;
            browser.until("window.got").await;
            let got: String = browser.value("window.got").await;
            if !matches!(fault, Fault::Flipped) {
                assert_eq!(got, expected, "{fault:?}");
            }
            assert_ne!(got, r#"{"some":"data"}"#, "{fault:?}");
            site.clear_faults();
        }
        site.forget();
        site.inject_fault("*.json", Fault::Held);
        browser.run("window.got = null; load()").await;
        while site.count("data.json") == 0 {
            tokio::task::yield_now().await;
        }
        assert!(
            browser.value::<bool>("window.got === null").await,
            "no answer while it is held"
        );
        site.clear_faults();
        browser.until(r#"window.got === '{"some":"data"}'"#).await;
    });
}

#[test]
fn a_failed_assertion_is_not_tried_again() {
    let attempts = Cell::new(0);
    let ended = in_engine(Engine::Chromium, BrowserOptions::DEFAULT, async |_| {
        attempts.set(attempts.get() + 1);
        assert_eq!(1, 2, "injected");
    });
    assert!(ended.is_err_and(|words| words.contains("injected")));
    assert_eq!(attempts.get(), 1);
}

/// Why a scenario failed is often known by the page alone.
#[test]
fn what_a_page_says_is_kept() {
    let noisy = "<!doctype html><title>Noisy</title><main></main><footer></footer><script>
        console.error('said: ' + document.title);
        setTimeout(() => { throw new Error('thrown: ' + document.title) });
        Promise.reject(new Error('rejected: ' + document.title));
        </script>";
    let dist = Dist::of(&[("index.html", noisy)]);
    in_engines(
        &[Engine::Chromium, Engine::Firefox],
        BrowserOptions::DEFAULT,
        async |browser| {
            let site = Site::plain(&dist, "/").await;
            browser.open(&site, "/").await;
            // What was rejected and thrown later is told later.
            let mut console = String::new();
            while !["said", "thrown", "rejected"]
                .iter()
                .all(|way| console.contains(&format!("{way}: Noisy")))
            {
                tokio::time::sleep(Duration::from_millis(50)).await;
                console.push_str(&browser.console().await);
            }
        },
    );
}

#[test]
fn scripts_are_off_when_wished() {
    let options = BrowserOptions {
        scripts_off: true,
        ..BrowserOptions::default()
    };
    in_engines(&Engine::ALL, options, async |browser| {
        let site = Site::plain(&pages(), "/").await;
        browser.read(&site, "/", "One").await;
        assert_eq!(browser.shown("h1").await, "One");
        assert_eq!(site.count("app.js"), 0);
    });
}

#[test]
fn settings_are_as_wished() {
    let options = BrowserOptions {
        dark: true,
        reduced_motion: true,
        width: 600,
        ..BrowserOptions::default()
    };
    in_engines(&Engine::ALL, options, async |browser| {
        let site = Site::plain(&pages(), "/").await;
        browser.open(&site, "/").await;
        for query in [
            "(prefers-color-scheme: dark)",
            "(prefers-reduced-motion: reduce)",
            "(max-width: 600px)",
        ] {
            assert!(
                browser
                    .value::<bool>(&format!("matchMedia('{query}').matches"))
                    .await,
                "{query}"
            );
        }
    });
    in_every_engine(async |browser| {
        let site = Site::plain(&pages(), "/").await;
        browser.open(&site, "/").await;
        for query in [
            "(prefers-color-scheme: light)",
            "(prefers-reduced-motion: no-preference)",
            "(min-width: 1200px)",
        ] {
            assert!(
                browser
                    .value::<bool>(&format!("matchMedia('{query}').matches"))
                    .await,
                "{query}"
            );
        }
    });
}
