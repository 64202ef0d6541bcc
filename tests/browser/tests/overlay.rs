//! The overlay that the operator of a copy adds to it: shown as theirs, or not at all; other sites
//! do not fetch anything for it.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use lscb_browser::browser::Browser;
use lscb_browser::checker::axe;
use lscb_browser::dist::{Dist, built};
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::runner::{in_engines, in_every_engine};
use lscb_browser::site::Site;

/// A copy that says in its address what it is.
const COPY: &str = "/lscb-intranet/";
const BOX: &str = "document.querySelector('aside.overlay')";
/// Writes down what the page warns of.
const LISTEN: &str = "
    window.warnings = [];
    const warn = console.warn;
    console.warn = (...words) => { warnings.push(words.join(' ')); warn.apply(console, words); };";

/// Overlays by their names, in the folder of those that are to be shown or refused.
fn fixtures(folder: &str) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/overlay");
    let entries = fs::read_dir(root.join(folder)).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut all: Vec<_> = paths
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy();
            (name.into_owned(), fs::read(&path).expect("a file"))
        })
        .collect();
    all.sort();
    all
}

/// The built site with an overlay beside it.
fn with(overlay: &[u8]) -> Arc<Dist> {
    Arc::new(built().with("overlay.json", overlay.to_vec()))
}

fn shown(name: &str) -> Arc<Dist> {
    let all = fixtures("shown");
    let (_, bytes) = all.iter().find(|(it, _)| it == name).expect("a fixture");
    with(bytes)
}

async fn words(browser: &Browser) -> String {
    browser
        .value(&format!("{BOX}.innerText.trim().replace(/\\s+/g, ' ')"))
        .await
}

#[test]
fn it_is_shown_below_the_text_as_somebody_elses() {
    let dist = shown("everything");
    in_every_engine(async |browser| {
        let site = Site::watched(&dist, COPY).await;
        browser.open_app(&site, "/contact/").await;
        browser.until(BOX).await;
        assert_eq!(
            words(browser).await,
            "Added by Example Hospital Trust \
             This box is not from Sefton Local Safeguarding Children Board. \
             Ring the ward first, then the duty team. Children under <18 only; ask & listen. \
             Named nurse 01234 567890 named.nurse@trust.example.org Extension 4321, Monday to \
             Friday Bleep holder Bleep 77"
        );
        for (what, expression) in [
            ("a name", "BOX.ariaLabel === 'From Example Hospital Trust'"),
            (
                "its place",
                "BOX === document.querySelector('main').nextElementSibling",
            ),
            (
                "a heading",
                "BOX.querySelector('h2').innerText.startsWith('Added by')",
            ),
            (
                "a number to ring",
                "BOX.querySelector('[href=\"tel:01234567890\"]')",
            ),
            (
                "a mailbox",
                "BOX.querySelector('[href=\"mailto:named.nurse@trust.example.org\"]')",
            ),
            (
                "an edge",
                "getComputedStyle(BOX.firstChild).borderTopStyle === 'dashed'",
            ),
            (
                "the text as it was",
                "probe.untouched() && probe.shift === 0",
            ),
        ] {
            let holds = expression.replace("BOX", BOX);
            assert!(
                browser.value::<bool>(&format!("!!({holds})")).await,
                "{what}"
            );
        }
        assert_eq!(browser.complaints().await, [""; 0]);
        let found = axe(browser).await;
        assert!(found.is_empty(), "{found:#?}");
    });
}

#[test]
fn it_stays_while_the_reader_goes_on() {
    let dist = shown("a-notice");
    in_every_engine(async |browser| {
        let site = Site::watched(&dist, COPY).await;
        browser.open_app(&site, "/").await;
        browser.until(BOX).await;
        browser.mark().await;
        browser.run(&format!("window.before = {BOX}")).await;
        for path in ["/about-us/", "/contact/"] {
            browser.go_by_header(&site, path).await;
        }
        assert!(browser.is_same_document().await);
        let stays = format!("before === {BOX} && before.previousElementSibling.id === 'main'");
        assert!(browser.value::<bool>(&stays).await);
        assert_eq!(site.count("overlay.json"), 1);
        assert_eq!(browser.complaints().await, [""; 0]);
    });
}

#[test]
fn every_sound_one_is_shown_and_one_past_its_day_says_so() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), COPY).await;
        for (name, bytes) in fixtures("shown") {
            site.swap(&with(&bytes));
            browser.open(&site, "/contact/").await;
            browser.until(BOX).await;
            let is_old = words(browser)
                .await
                .contains("It was to be checked by 31 January 2020.");
            assert_eq!(is_old, name == "expired", "{name}");
        }
    });
}

#[test]
fn any_other_is_not_shown_and_the_text_stays() {
    let mut all = fixtures("refused");
    let many = r#"{"name":"A","phone":"999"},"#.repeat(10_000);
    let many = format!(
        r#"{{"format":"lscb-overlay-1","organisation":"A","contacts":[{}]}}"#,
        many.trim_end_matches(',')
    );
    all.push(("ten thousand contacts".into(), many.into_bytes()));
    let space = " ".repeat(40_000);
    let large = format!(r#"{{"format":"lscb-overlay-1",{space}"organisation":"A","notice":"B"}}"#);
    all.push(("too large".into(), large.into_bytes()));
    let latin = b"{\"format\":\"lscb-overlay-1\",\"organisation\":\"A\",\"notice\":\"\xe9\"}";
    all.push(("no UTF-8".into(), latin.to_vec()));
    in_every_engine(async |browser| {
        // One site for all, so that browsers keep the app from one to the next.
        let site = Site::watched(built(), COPY).await;
        site.inject(LISTEN);
        for (name, bytes) in browser.engine().share(&all) {
            site.swap(&with(bytes));
            browser.open(&site, "/contact/").await;
            browser.until("window.warnings.length").await;
            browser.settle().await;
            let warnings: Vec<String> = browser.value("window.warnings").await;
            assert!(
                warnings.len() == 1 && warnings[0].starts_with("overlay.json is not shown: "),
                "{name}: {warnings:?}"
            );
            let is_bare = format!("probe.untouched() && !{BOX}");
            assert!(browser.value::<bool>(&is_bare).await, "{name}");
            let errors: Vec<String> = browser.value("probe.errors").await;
            assert_eq!(errors, [""; 0], "{name}");
        }
    });
}

/// A public visitor, whatever lies on the host, and a copy without one.
#[test]
fn nobody_else_pays_for_it() {
    let dist = shown("everything");
    in_every_engine(async |browser| {
        for base in ["/", "/lscb/", "/intranets/"] {
            let site = Site::watched(&dist, base).await;
            browser.open_app(&site, "/contact/").await;
            browser.until_quiet(&site).await;
            assert_eq!(site.count("*overlay*"), 0, "{base}: {:?}", site.requests());
            assert!(browser.value::<bool>(&format!("!{BOX}")).await, "{base}");
            assert_eq!(browser.complaints().await, [""; 0], "{base}");
        }
        let site = Site::watched(built(), COPY).await;
        site.inject(LISTEN);
        browser.open_app(&site, "/contact/").await;
        browser.until_quiet(&site).await;
        assert_eq!(site.missing(), [format!("{COPY}overlay.json")]);
        assert!(
            browser
                .value::<bool>("probe.untouched() && !warnings.length")
                .await
        );
        assert_eq!(browser.value::<Vec<String>>("probe.errors").await, [""; 0]);
    });
}

/// Any part of the path may say it.
#[test]
fn a_folder_in_the_address_says_that_it_is_a_copy() {
    let dist = shown("a-notice");
    in_every_engine(async |browser| {
        for base in ["/intranet/lscb/", "/a/lscb-intranet/b/"] {
            let site = Site::watched(&dist, base).await;
            browser.open(&site, "/contact/").await;
            browser.until(BOX).await;
        }
    });
}

/// At the root of a host, the host's own name says it. WebKit asks the system for names.
#[test]
fn a_host_of_its_own_is_known_by_its_name() {
    let dist = shown("a-notice");
    let engines = [Engine::Chromium, Engine::Firefox];
    in_engines(&engines, BrowserOptions::default(), async |browser| {
        let site = Site::watched(&dist, "/").await;
        let url = site
            .url("/contact/")
            .replace("127.0.0.1", "lscb-intranet.localhost");
        browser.goto(url.as_str()).await.expect("a page");
        browser.until(BOX).await;
    });
}
