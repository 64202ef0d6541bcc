//! Bytes and requests: what a reader's line and machine have to carry.

use std::collections::BTreeMap;
use std::io::Write;

use lscb_browser::dist::built;
use lscb_browser::engine::{Engine, Wish};
use lscb_browser::runner::{in_engines, in_every_engine};
use lscb_browser::site::Site;
use serde_json::json;

/// The app and its loaders, compressed.
const APP: usize = 65_000;
/// The style that stands in each page, compressed.
const STYLE: usize = 6_000;
/// What a page may weigh besides its own words and the style, compressed.
const FRAME: usize = 6_000;
/// What the page's scripts and the app's memory may take.
const MEMORY: u64 = 1_300_000;

/// The size of `bytes` after Brotli at its best, as hosts send it.
fn compressed(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 11, 22);
    writer.write_all(bytes).expect("memory");
    drop(writer);
    out.len()
}

#[test]
fn the_app_is_small() {
    let mut sizes = BTreeMap::new();
    for path in built().paths().filter(|path| path.starts_with("assets/")) {
        if path.ends_with(".wasm") || path.ends_with(".js") {
            sizes.insert(path, compressed(built().file(path).expect("a file")));
        }
    }
    let total: usize = sizes.values().sum();
    println!("{total} bytes: {sizes:#?}");
    assert!(
        sizes.keys().any(|path| path.ends_with(".wasm")),
        "there is an app"
    );
    assert!(total <= APP, "{total} bytes: {sizes:#?}");
}

#[test]
fn pages_are_little_more_than_their_words() {
    let mut style = None;
    for route in built().routes() {
        let page = built().page(&route);
        let styles = page.all("style");
        assert_eq!(styles.len(), 1, "{route} has one style");
        let own = styles[0].inner_html();
        let size = compressed(own.as_bytes());
        assert!(size <= STYLE, "{route}: its style is {size} bytes");
        assert_eq!(
            style.get_or_insert_with(|| own.clone()),
            &own,
            "the style of {route} is the same"
        );

        let rest = built().html(&route).replace(&own, "");
        let words = page.words("body");
        let (rest, words) = (compressed(rest.as_bytes()), compressed(words.as_bytes()));
        assert!(
            rest <= words + FRAME,
            "{route}: {rest} bytes for {words} bytes of words"
        );
    }
}

#[test]
fn nothing_holds_up_the_first_paint() {
    for route in built().routes() {
        let page = built().page(&route);
        for blocking in [
            "head link[rel~=stylesheet]",
            "script[src]:not([type=module]):not([defer]):not([async])",
        ] {
            assert!(page.find(blocking).is_none(), "{route} has {blocking}");
        }
    }
}

#[test]
fn a_first_visit_is_a_handful_of_requests() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        browser.open_app(&site, "/").await;
        browser.until_quiet(&site).await;
        let mut requests = site.requests();
        // Some engines ask for the icon and some do not.
        requests.retain(|path| path != "icon.svg");
        // The page, boot.js, app.js, the wasm, release.json, its bundle.
        assert!(requests.len() <= 6, "{requests:#?}");
    });
}

#[test]
fn the_app_needs_little_memory() {
    in_engines(&[Engine::Chromium], Wish::default(), async |browser| {
        let site = Site::watched(built(), "/").await;
        browser.open_app(&site, "/").await;
        browser.until_quiet(&site).await;
        let cdp = browser.cdp();
        for domain in [
            "HeapProfiler.enable",
            "HeapProfiler.collectGarbage",
            "Performance.enable",
        ] {
            cdp.send_raw(domain, json!({}))
                .await
                .expect("a garbage collection");
        }
        let metrics = cdp
            .send_raw("Performance.getMetrics", json!({}))
            .await
            .expect("metrics");
        let metrics = metrics["metrics"].as_array().expect("a list");
        let heap = metrics
            .iter()
            .find(|metric| metric["name"] == "JSHeapUsedSize")
            .expect("the heap's size");
        let heap = heap["value"].as_f64().expect("a number") as u64;
        let wasm: u64 = browser.value("probe.memory.buffer.byteLength").await;
        println!(
            "JS heap {heap} + wasm memory {wasm} = {} bytes",
            heap + wasm
        );
        assert!(
            heap + wasm <= MEMORY,
            "JS heap {heap} + wasm memory {wasm} = {} bytes",
            heap + wasm
        );
    });
}
