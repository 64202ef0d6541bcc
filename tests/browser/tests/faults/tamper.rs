//! Files that somebody has altered on the way or on the host, one after another: none of them
//! runs, none is shown, and the text stays.

use lscb_browser::browser::Browser;
use lscb_browser::digest::integrity;
use lscb_browser::dist::{Dist, built};
use lscb_browser::fault::Fault;
use lscb_browser::site::Site;
use serde_json::Value;

use crate::loader::assert_reads_without_app;
use crate::support::{
    HERE, THERE, assert_kept, assert_link_is_a_link, click_there, heading, running_with, site,
};

/// What altered scripts do when they run.
const CANARY: &str = "globalThis.canary = true;";

async fn assert_never_ran(browser: &Browser) {
    assert!(
        !browser.value::<bool>("'canary' in window").await,
        "what was altered has run"
    );
}

/// They do all that they did, and one thing more.
pub(crate) async fn altered_scripts_never_run(browser: &Browser) {
    for start in ["assets/boot.", "assets/app."] {
        let path = built().path(start, ".js");
        let altered = [CANARY, built().text(path)].concat();
        let site = site().await;
        site.inject_fault(path, Fault::Bytes(altered.clone().into()));
        browser.open(&site, HERE).await;
        browser.wait_for(path, || site.count(path) > 0).await;
        browser.until_quiet(&site).await;
        assert_never_ran(browser).await;
        assert_reads_without_app(browser, path, Fault::Bytes(altered.into())).await;
        assert_never_ran(browser).await;
    }
}

/// A module that would be a valid one, but is not the app.
pub(crate) async fn altered_wasm_never_runs(browser: &Browser) {
    let path = built().path("assets/app.", ".wasm");
    let mut altered = built().file(path).expect("the app").to_vec();
    // A custom section of one byte (WebAssembly Core, 5.5.3): nothing but the hash can tell.
    altered.extend([0, 2, 1, b'x']);
    assert_reads_without_app(browser, path, Fault::Bytes(altered)).await;
}

pub(crate) async fn altered_bundles_are_never_shown(browser: &Browser) {
    let path = built().bundle(THERE);
    let text = built().text(&path);
    let altered = text.replace(&heading(), "Altered words");
    assert_ne!(text, altered);
    let site = running_with(browser, &path, Fault::Bytes(altered.into())).await;
    click_there(browser, &site).await;
    assert_kept(browser, &site).await;
}

pub(crate) async fn an_altered_index_finds_nothing(browser: &Browser) {
    let path = built().path("search/", ".bin");
    let mut altered = built().file(path).expect("the index").to_vec();
    altered.push(0);
    let site = site().await;
    site.inject_fault("search/*.bin", Fault::Bytes(altered));
    browser.open_app(&site, "/search/#q=review").await;
    browser
        .until("document.getElementById('results').textContent.includes('did not load')")
        .await;
    assert!(
        !browser
            .value::<bool>("!!document.querySelector('.hits')")
            .await
    );
}

/// Whoever can alter the release cannot make readers ask anybody else.
pub(crate) async fn a_release_that_leads_elsewhere_is_not_followed(browser: &Browser) {
    let evil = Dist::of(&[("x.json", "{}"), ("index.html", "")]);
    let evil = Site::plain(&evil, "/").await;
    evil.header("access-control-allow-origin", "*");
    let host = evil.origin().trim_start_matches("http:");
    for lead in [
        format!("{host}/x.json"),
        format!("{}/x.json", evil.origin()),
        "../x.json".into(),
    ] {
        let mut release: Value = serde_json::from_str(built().text("release.json")).expect("JSON");
        for entry in release["bundles"].as_array_mut().expect("bundles") {
            entry["file"] = lead.clone().into();
            entry["integrity"] = integrity(b"{}").into();
        }
        // At the root of a host, where a path with two slashes names another one.
        let site = Site::watched(built(), "/").await;
        site.inject_fault("release.json", Fault::Bytes(release.to_string().into()));
        browser.open_app(&site, HERE).await;
        browser.mark().await;
        click_there(browser, &site).await;
        assert_kept(browser, &site).await;
        assert_eq!(evil.requests(), [""; 0], "{lead}");
        assert_link_is_a_link(browser, &site).await;
    }
}

/// The map says which file the app is. The policy knows the map that was published, and a
/// browser that does not take the map has nothing to start.
pub(crate) async fn an_altered_import_map_runs_nothing(browser: &Browser) {
    let app = built().path("assets/app.", ".js");
    let html = built().html(HERE);
    let evil = [CANARY, "export default () => {};"].concat();
    let altered = html.replace(app, "assets/other.js");
    let altered = altered.replace(
        &integrity(built().file(app).expect("the app")),
        &integrity(evil.as_bytes()),
    );
    assert_ne!(html, altered);
    let dist = built().with("assets/other.js", evil.into_bytes());
    let dist = dist.with("index.html", altered.into_bytes()).into();
    let site = Site::watched(&dist, "/lscb/").await;
    browser.open(&site, HERE).await;
    browser
        .until("document.documentElement.dataset.app === 'stopped'")
        .await;
    assert_never_ran(browser).await;
    assert!(
        browser.value::<bool>("probe.untouched()").await,
        "the page stands"
    );
    browser.go_by_header(&site, THERE).await;
}
