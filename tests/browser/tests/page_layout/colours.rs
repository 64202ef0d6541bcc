//! The choice of colours: it follows the system, changes at once, and keeps nothing that the
//! reader has not asked for.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::runner::{in_engines, in_every_engine};
use lscb_browser::site::Site;
use serde_json::{Value, json};
use thirtyfour::By;

/// Whether the page is light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ColourScheme {
    Light,
    Dark,
}

/// All that is stored on the device, by every API that a page has for it.
const KEPT: &str = "(async () => [
    ...Object.entries(localStorage).map(([key, value]) => `local ${key}=${value}`),
    ...Object.keys(sessionStorage).map(key => `session ${key}`),
    ...document.cookie.split(';').filter(Boolean).map(cookie => `cookie ${cookie}`),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
    ...(await window.caches?.keys() ?? []).map(name => `cache ${name}`),
    ...(await navigator.serviceWorker?.getRegistrations() ?? []).map(({ scope }) => `worker ${scope}`),
])()";

/// A system that asks for dark pages.
fn dark_system() -> BrowserOptions {
    BrowserOptions {
        dark: true,
        ..BrowserOptions::default()
    }
}

/// The system's colour scheme, the same with scripts off, and what the page looks like then.
fn systems() -> [(BrowserOptions, ColourScheme); 3] {
    let (light, dark) = (BrowserOptions::default(), dark_system());
    let scripts_off = true;
    [
        (light, ColourScheme::Light),
        (dark, ColourScheme::Dark),
        (
            BrowserOptions {
                scripts_off,
                ..dark
            },
            ColourScheme::Dark,
        ),
    ]
}

/// How the page looks now, asked without a script of the page.
async fn colour_scheme(browser: &Browser) -> ColourScheme {
    let html = browser.find(By::Css("html")).await.expect("a page");
    let colour = html.css_value("background-color").await.expect("a colour");
    let inside = colour.split_once('(').expect("rgb(…)").1;
    let parts = inside.trim_end_matches(')').split(',');
    let light: f64 = parts
        .take(3)
        .map(|part| part.trim().parse::<f64>().expect("a number"))
        .sum();
    match light / 3.0 {
        light if light > 200.0 => ColourScheme::Light,
        light if light < 55.0 => ColourScheme::Dark,
        _ => panic!("neither light nor dark: {colour}"),
    }
}

/// Clicks on the words of a choice.
async fn choose(browser: &Browser, words: &str) {
    let labels = browser
        .find_all(By::Css(".theme label"))
        .await
        .expect("choices");
    for label in labels {
        if label.text().await.expect("its words") == words {
            return label.click().await.expect("a click");
        }
    }
    panic!("no choice is called {words:?}");
}

/// Opens the contact page and clicks on the words of a choice there.
async fn choose_on_contact_page(browser: &Browser, site: &Site, words: &str) {
    browser.open_complete(site, "/contact/").await;
    choose(browser, words).await;
}

/// Clicks on the header's link to a page, and asserts that the app draws it.
async fn go_by_app(browser: &Browser, site: &Site, route: &str) {
    browser.mark().await;
    browser.go_by_header(site, route).await;
    assert!(browser.is_same_document().await, "the app shows it");
}

/// All that is stored on the device.
async fn kept(browser: &Browser) -> Vec<String> {
    browser
        .run(&format!(
            "window.kept = null; {KEPT}.then(all => {{ window.kept = all; }})"
        ))
        .await;
    browser.until("window.kept").await;
    browser.value("kept").await
}

#[test]
fn the_page_follows_the_system() {
    for (options, expected) in systems() {
        in_engines(&Engine::ALL, options, async |browser| {
            let site = Site::plain(built(), "/").await;
            for route in browser.engine().share(built().samples()) {
                let title = built().page(&route).words("title");
                browser.read(&site, &route, &title).await;
                assert_eq!(colour_scheme(browser).await, expected, "{route}");
            }
        });
    }
}

#[test]
fn a_choice_shows_at_once() {
    for (options, system) in systems() {
        in_engines(&Engine::ALL, options, async |browser| {
            let site = Site::plain(built(), "/").await;
            let title = built().page("/contact/").words("title");
            browser.read(&site, "/contact/", &title).await;
            for (words, expected) in [
                ("Dark", ColourScheme::Dark),
                ("Light", ColourScheme::Light),
                ("As on this device", system),
                ("Light", ColourScheme::Light),
                ("Dark", ColourScheme::Dark),
            ] {
                choose(browser, words).await;
                assert_eq!(colour_scheme(browser).await, expected, "{words}");
            }
        });
    }
}

#[test]
fn nothing_is_kept_before_a_choice() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        for route in browser.engine().share(built().samples()) {
            browser.open_complete(&site, &route).await;
            assert_eq!(kept(browser).await, [""; 0], "{route}");
        }
        for route in ["/contact/", "/about-us/", "/"] {
            browser.click(&Browser::link(&site, "header", route)).await;
            browser.until_page(&site, route).await;
            assert_eq!(kept(browser).await, [""; 0], "{route}, shown by the app");
        }
        // Out, by a way that ends on this machine, and in again.
        let away = site.url("/robots.txt");
        browser
            .run(&format!("document.querySelector('.exit').href = '{away}'"))
            .await;
        browser.click("document.querySelector('.exit')").await;
        browser.until(&format!("location.href === '{away}'")).await;
        browser.open_complete(&site, "/contact/").await;
        assert_eq!(kept(browser).await, [""; 0], "after leaving");
    });
}

#[test]
fn a_choice_is_kept_and_nothing_else() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        for (words, value, expected) in [
            ("Dark", "dark", ColourScheme::Dark),
            ("Light", "light", ColourScheme::Light),
        ] {
            let only = [format!("local theme={value}")];
            choose_on_contact_page(browser, &site, words).await;
            assert_eq!(kept(browser).await, only);

            browser.open(&site, "/nowhere/").await;
            browser.until("document.querySelector('.ways')").await;
            assert_eq!(colour_scheme(browser).await, expected, "no such page");
            browser.open_complete(&site, "/about-us/").await;
            assert_eq!(colour_scheme(browser).await, expected, "the next page");
            go_by_app(browser, &site, "/contact/").await;
            assert_eq!(colour_scheme(browser).await, expected, "a page of the app");
            let checked = "document.querySelector('.theme :checked').value";
            assert_eq!(browser.value::<String>(checked).await, value);
            assert_eq!(kept(browser).await, only);
        }
    });
}

#[test]
fn as_on_this_device_forgets_the_choice() {
    in_engines(&Engine::ALL, dark_system(), async |browser| {
        let site = Site::watched(built(), "/").await;
        choose_on_contact_page(browser, &site, "Light").await;
        browser.open_complete(&site, "/about-us/").await;
        assert_eq!(colour_scheme(browser).await, ColourScheme::Light);
        choose(browser, "As on this device").await;
        assert_eq!(kept(browser).await, [""; 0]);
        assert_eq!(colour_scheme(browser).await, ColourScheme::Dark);
        browser.open_complete(&site, "/contact/").await;
        assert_eq!(colour_scheme(browser).await, ColourScheme::Dark);
    });
}

/// The pages that a browser keeps for Back were drawn before the last choice.
#[test]
fn back_shows_the_last_choice() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        browser.open_complete(&site, "/about-us/").await;
        choose_on_contact_page(browser, &site, "Dark").await;
        browser.go_back().await;
        browser.until_page(&site, "/about-us/").await;
        browser.until_app_runs().await;
        assert_eq!(colour_scheme(browser).await, ColourScheme::Dark);
        choose(browser, "As on this device").await;
        browser.go_forward().await;
        browser.until_page(&site, "/contact/").await;
        browser.until_app_runs().await;
        assert_eq!(colour_scheme(browser).await, ColourScheme::Light);
    });
}

/// Stored values may come from another version of the site, or from the reader.
#[test]
fn what_is_no_choice_is_not_taken_for_one() {
    in_engines(&Engine::ALL, dark_system(), async |browser| {
        let site = Site::watched(built(), "/").await;
        for value in ["", "sepia", "system", "\"], *"] {
            browser.open_complete(&site, "/contact/").await;
            let value = Value::from(value);
            browser
                .run(&format!("localStorage.setItem('theme', {value})"))
                .await;
            browser.open_complete(&site, "/about-us/").await;
            assert_eq!(colour_scheme(browser).await, ColourScheme::Dark, "{value}");
            assert_eq!(
                browser.value::<Value>("probe.errors").await,
                json!([]),
                "{value}"
            );
        }
    });
}

/// How browsers refuse to store: at the first touch, or when it comes to it.
const REFUSALS: [&str; 2] = [
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });",
    "for (const name of ['getItem', 'setItem', 'removeItem'])
        Storage.prototype[name] = () => { throw new DOMException('', 'QuotaExceededError'); };",
];

#[test]
fn a_choice_holds_for_the_page_if_nothing_can_be_kept() {
    in_every_engine(async |browser| {
        for refusal in REFUSALS {
            let site = Site::watched(built(), "/").await;
            site.inject(refusal);
            choose_on_contact_page(browser, &site, "Dark").await;
            assert_eq!(colour_scheme(browser).await, ColourScheme::Dark);
            go_by_app(browser, &site, "/about-us/").await;
            assert_eq!(colour_scheme(browser).await, ColourScheme::Dark);
            choose(browser, "As on this device").await;
            assert_eq!(colour_scheme(browser).await, ColourScheme::Light);
            assert_eq!(browser.value::<Value>("probe.errors").await, json!([]));
        }
    });
}
