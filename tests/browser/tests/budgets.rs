//! Budgets of bytes and requests.

use std::collections::BTreeMap;
use std::io::Write;

use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::runner::{in_engines, in_every_engine};
use lscb_browser::site::Site;
use serde_json::json;
use wasmparser::{Parser, Payload};

/// The app and its loaders, compressed. Nearly half of it is search: its engine and its interface. 1 kB
/// mends the spaces of a query, as much asks twice for what does not come and tells of a network's
/// sign-in, as much looks into the signature of a release; as a module of its own that one would
/// cost every page its name and hash in the import map. 150 bytes draw what can be embedded and fetch
/// the form to choose from, as many bring the index before the app, and as many the bundles that the
/// header of a small site leads to. 1 kB knows everyday words from slips, and another one has suggestions
/// lead to all results and say why there are none.
const APP: usize = 79_200;
/// The largest function of the app, before compression: see `lscb_search`'s searcher.
const FUNCTION: usize = 11_000;
/// The release, and any one bundle of a small site, compressed: what one changed page costs a
/// reader who comes back, besides the page.
const CHANGE: usize = 5_000;
/// The whole text of the site in bundles, compressed.
const BUNDLES: usize = 19_000;
/// The script of the page on which copies are kept, and the worker that keeps them, compressed.
/// Nobody else fetches them.
const OFFLINE: usize = 5_500;
/// The script of the page on which partners choose what to embed, compressed. Nobody else
/// fetches it.
const BUILDER: usize = 3_600;
/// A contact card in a frame with the style and the script that all frames share, compressed.
/// With the heads of three answers it stays below 12 kB.
const CARD: usize = 7_500;
/// The script that hosts of frames load, compressed.
const HOST_SCRIPT: usize = 2_000;
/// The script that shows what the keeper of a copy adds to it, compressed. Nobody else fetches it.
const OVERLAY: usize = 2_500;
/// The style that stands in each page, compressed. 20 bytes of it keep an open menu from showing half of
/// the field below it, and 80 let a phone with large letters be read.
const STYLE: usize = 4_100;
/// What a page may weigh besides its own words and the style, compressed. 75 bytes of the most are
/// the letters of the index.
const FRAME: usize = 3_350;
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
        let is_apps = path.starts_with("assets/app.") || path.starts_with("assets/boot.");
        if path.ends_with(".wasm") || (path.ends_with(".js") && is_apps) {
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
fn no_function_of_the_app_is_too_large_for_a_compiler() {
    let app = built().file(built().path("assets/app.", ".wasm"));
    let payloads = Parser::new(0).parse_all(app.expect("the app"));
    let sizes = payloads.filter_map(|payload| match payload.expect("a module") {
        Payload::CodeSectionEntry(body) => Some(body.range().len()),
        _ => None,
    });
    let largest = sizes.max().expect("functions");
    println!("{largest} bytes");
    assert!(largest <= FUNCTION, "{largest} bytes");
}

#[test]
fn keeping_a_copy_takes_little_code() {
    let page = built().path("assets/offline.", ".js");
    let sizes = ["sw.js", page].map(|path| compressed(built().file(path).expect("a file")));
    println!("{sizes:?} bytes");
    assert!(sizes.iter().sum::<usize>() <= OFFLINE, "{sizes:?}");
}

/// Without the page's own scripts, as a partner's readers first see it: all of it, compressed.
#[test]
fn a_contact_card_in_a_frame_takes_little() {
    let html = built().html("/embed/contact/business-team/");
    let part = |ending: &str| {
        let path = built().path("assets/frame.", ending);
        compressed(built().file(path).expect("a file"))
    };
    let sizes = [compressed(html.as_bytes()), part(".css"), part(".js")];
    println!("{sizes:?} bytes");
    assert!(sizes.iter().sum::<usize>() <= CARD, "{sizes:?}");
}

#[test]
fn the_script_of_hosts_is_small() {
    let size = compressed(built().file("embed-1.js").expect("the script of hosts"));
    println!("{size} bytes");
    assert!(size < HOST_SCRIPT, "{size} bytes");
}

#[test]
fn an_overlay_takes_little_code() {
    let path = built().path("assets/overlay.", ".js");
    let size = compressed(built().file(path).expect("a file"));
    println!("{size} bytes");
    assert!(size <= OVERLAY, "{size} bytes");
}

#[test]
fn choosing_what_to_embed_takes_little_code() {
    let script = built().path("assets/embed-builder.", ".js");
    let size = compressed(built().file(script).expect("a file"));
    println!("{size} bytes");
    assert!(size <= BUILDER, "{size} bytes");
}

#[test]
fn pages_are_little_more_than_their_words() {
    let mut style = None;
    for route in built().routes() {
        let page = built().page(&route);
        let styles = page.all("style");
        assert_eq!(styles.len(), 1, "{route} has one style");
        // As inner HTML it would be escaped, and not be found in the file.
        let own: String = styles[0].text().collect();
        let size = compressed(own.as_bytes());
        assert!(size <= STYLE, "{route}: its style is {size} bytes");
        assert_eq!(
            style.get_or_insert_with(|| own.clone()),
            &own,
            "the style of {route} is the same"
        );

        let html = built().html(&route);
        assert!(
            html.contains(&own),
            "{route}: another style than in the file"
        );
        let rest = html.replace(&own, "");
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
fn a_change_costs_a_reader_little() {
    let size = |path: &str| compressed(built().file(path).expect("a file"));
    let bundles: Vec<usize> = built().bundles().map(size).collect();
    let largest = bundles.iter().max().expect("bundles");
    let change = size("release.json") + largest;
    assert!(change <= CHANGE, "{change} bytes: {bundles:?}");
    let all: usize = bundles.iter().sum();
    assert!(all <= BUNDLES, "{all} bytes: {bundles:?}");
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
        // The page, boot.js, app.js, the wasm, release.json; and the bundles that the header leads to.
        assert!(site.count("content/*") <= 4, "{requests:#?}");
        assert!(requests.len() <= 9, "{requests:#?}");
    });
}

#[test]
fn the_app_needs_little_memory() {
    let whole = BrowserOptions {
        whole: true,
        ..BrowserOptions::DEFAULT
    };
    in_engines(&[Engine::Chromium], whole, async |browser| {
        let site = Site::watched(built(), "/").await;
        browser.open_app(&site, "/").await;
        browser.until_quiet(&site).await;
        let cdp = browser.cdp();
        for command in [
            "HeapProfiler.enable",
            "HeapProfiler.collectGarbage",
            "Performance.enable",
        ] {
            cdp.send_raw(command, json!({}))
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
