//! Shared steps: a reader searches.

use std::io::{Read, Write};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use lscb_browser::browser::Browser;
use lscb_browser::dist::{Dist, built};
use lscb_browser::site::Site;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A page to look from.
pub(super) const HERE: &str = "/about-us/";
/// The page of the results.
pub(super) const SEARCH: &str = "/search/";
/// The header's field.
pub(super) const FIELD: &str = "document.getElementById('search')";
/// The suggestions that are in view.
pub(super) const OPTIONS: &str =
    "[...document.querySelectorAll('#suggestions [role=option]')].filter(e => e.checkVisibility())";
/// What a screen reader is told.
pub(super) const STATUS: &str = "document.getElementById('status').textContent";
/// The keys that have no letter, as WebDriver names them.
pub(super) const ESCAPE: &str = "\u{e00c}";
pub(super) const DOWN: &str = "\u{e015}";
pub(super) const UP: &str = "\u{e013}";

/// The app runs on a page of the site.
pub(super) async fn site(browser: &Browser) -> Site {
    let site = Site::watched(built(), "/lscb/").await;
    browser.open_app(&site, HERE).await;
    site
}

/// Types into the header's field.
pub(super) async fn type_words(browser: &Browser, words: &str) {
    browser.run(&format!("{FIELD}.focus()")).await;
    browser.press(words).await;
}

/// Opens the results of some words.
pub(super) async fn open_results(browser: &Browser, site: &Site, fragment: &str) {
    open_anew(browser, site, &[SEARCH, "#", fragment].concat()).await;
    until_results(browser).await;
}

/// Opens a page in a new document, also where the address differs in its fragment only.
pub(super) async fn open_anew(browser: &Browser, site: &Site, path: &str) {
    browser.goto("about:blank").await.expect("an empty page");
    browser.until("location.href === 'about:blank'").await;
    browser.open_app(site, path).await;
}

/// Waits until there are results, or words in their place.
pub(super) async fn until_results(browser: &Browser) {
    browser
        .until("!['', 'Searching…', undefined].includes(document.getElementById('results')?.textContent.trim())")
        .await;
}

/// The titles of the results.
pub(super) async fn titles(browser: &Browser) -> Vec<String> {
    browser
        .value("[...document.querySelectorAll('.hits h3')].map(e => e.textContent.trim())")
        .await
}

/// Whether the words of the page stand as they were published.
pub(super) async fn assert_text_stands(browser: &Browser, path: &str) {
    let last = "[...document.querySelectorAll('main h2')].at(-1).textContent.trim()";
    let page = built().page(path);
    let headings = page.all("main h2");
    let published: String = headings.last().expect("a heading").text().collect();
    assert_eq!(browser.value::<String>(last).await, published.trim());
}

/// The site with an index that an app to come could read and this one cannot: it is what
/// the release says it is, all the same.
pub(super) fn of_another_version() -> Arc<Dist> {
    let mut release: Value = serde_json::from_str(built().text("release.json")).expect("JSON");
    let file = release["search"]["file"]
        .as_str()
        .expect("an index")
        .to_owned();
    let mut root = Vec::new();
    let stored = built().file(&file).expect("the index");
    DeflateDecoder::new(stored)
        .read_to_end(&mut root)
        .expect("DEFLATE");
    root[2] += 1;
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&root).expect("memory");
    let stored = encoder.finish().expect("memory");
    let digest = STANDARD.encode(Sha256::digest(&stored));
    release["search"]["integrity"] = format!("sha256-{digest}").into();
    release["search"]["size"] = stored.len().to_string().into();
    let release = release.to_string().into_bytes();
    Arc::new(built().with(&file, stored).with("release.json", release))
}
