//! Shared steps: a reader keeps a copy of the site, and its host changes or cannot be reached.

use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use lscb_browser::browser::Browser;
use lscb_browser::dist::{Dist, built};
use lscb_browser::fault::Fault;
use lscb_browser::published::published;
use lscb_browser::scratch::Scratch;
use lscb_browser::site::Site;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The page on which copies are kept.
pub(super) const OFFLINE: &str = "/offline/";
/// What it says.
pub(super) const LINE: &str = "document.querySelector('#copy [role=status]')?.textContent";
/// All that stands in the place of the copy.
pub(super) const PLACE: &str = "document.getElementById('copy').textContent";
/// What it says once there is a copy.
pub(super) const KEPT: &str = "This site is kept on this device";
/// The line in the foot of a page that was read from the copy.
pub(super) const FROM_COPY: &str = "document.getElementById('read-from-copy')";

/// How the first page of [`greeting`] begins.
pub(super) const GREETING: &str = "Good morning.";

/// The built site at a path below the root, and its page of copies, ready to be asked.
pub(super) async fn ready(browser: &Browser, dist: &Arc<Dist>) -> Site {
    let site = Site::plain(dist, "/a/b/c/").await;
    browser.open(&site, OFFLINE).await;
    until_says(browser, "No copy is kept").await;
    site
}

/// The same, once a copy has been kept.
pub(super) async fn kept(browser: &Browser, dist: &Arc<Dist>) -> Site {
    let site = ready(browser, dist).await;
    keep(browser).await;
    site
}

/// Keeps a copy.
pub(super) async fn keep(browser: &Browser) {
    press(browser, "Keep this site").await;
    until_says(browser, KEPT).await;
}

/// Presses the button whose name begins so.
pub(super) async fn press(browser: &Browser, name: &str) {
    browser
        .click(&format!(
            "[...document.querySelectorAll('#copy button')].find(b => b.textContent.startsWith('{name}'))"
        ))
        .await;
}

/// Waits until the page says something.
pub(super) async fn until_says(browser: &Browser, words: &str) {
    browser.until(&format!("{LINE}?.includes('{words}')")).await;
}

/// The site, a copy of which has been kept, and whose host cannot be reached any more.
pub(super) async fn kept_and_cut_off(browser: &Browser) -> Site {
    let site = kept(browser, built()).await;
    cut_off(&site);
    site
}

/// Goes to an address, at which another page or none may be shown.
pub(super) async fn go_to(browser: &Browser, site: &Site, path: &str) {
    let url = site.url(path);
    let gone = browser.goto(url.as_str()).await;
    gone.unwrap_or_else(|error| panic!("{url}: {error}"));
}

/// Waits until the page of a missing address is shown.
pub(super) async fn until_not_found(browser: &Browser) {
    browser
        .until("document.querySelector('h1')?.textContent === 'Page not found'")
        .await;
}

/// The host cannot be reached: nothing that is asked for gets an answer.
pub(super) fn cut_off(site: &Site) {
    site.inject_fault("*", Fault::Gone);
}

/// The result of a promise of the page.
pub(super) async fn promised<T: DeserializeOwned>(browser: &Browser, promise: &str) -> T {
    browser
        .run(&format!(
            "window.promised = undefined;
             ({promise}).then((value) => {{ window.promised = [value]; }},
                 (error) => {{ window.promised = [String(error)]; }})"
        ))
        .await;
    browser.until("window.promised").await;
    let value: Value = browser.value("window.promised[0]").await;
    serde_json::from_value(value.clone())
        .unwrap_or_else(|error| panic!("{promise}: {value} {error}"))
}

/// The names of all caches of the site's origin, and the scopes of its workers.
pub(super) async fn stored(browser: &Browser) -> Vec<String> {
    promised(
        browser,
        "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])
            .then(([names, workers]) => [...names, ...workers.map((worker) => worker.scope)])",
    )
    .await
}

/// The addresses, from the site's root, of all files in caches, in order.
pub(super) async fn files(browser: &Browser, site: &Site) -> Vec<String> {
    let root = site.url("/");
    let mut files: Vec<String> = promised(
        browser,
        &format!(
            "(async () => {{
                const all = [];
                for (const name of await caches.keys())
                    for (const {{ url }} of await (await caches.open(name)).keys())
                        all.push(url.replace('{root}', ''));
                return all;
            }})()"
        ),
    )
    .await;
    files.sort();
    files
}

/// The site with other content, by the app and the publisher of the built one.
fn changed(change: impl FnOnce(&Path)) -> Arc<Dist> {
    let scratch = Scratch::new("changed");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let content = scratch.copy(&source, "content");
    change(&content);
    published(&content, &[])
}

/// A release whose first page says [`GREETING`].
pub(super) fn greeting() -> &'static Arc<Dist> {
    static PUBLISHED: LazyLock<Arc<Dist>> = LazyLock::new(|| {
        changed(|content| {
            let page = content.join("index.md");
            let text = fs::read_to_string(&page).expect("the first page");
            assert!(text.contains("Welcome."), "the first page greets");
            fs::write(&page, text.replace("Welcome.", GREETING)).expect("the first page");
        })
    });
    &PUBLISHED
}

/// A release with one more page.
pub(super) fn with_notice() -> &'static Arc<Dist> {
    static PUBLISHED: LazyLock<Arc<Dist>> = LazyLock::new(|| {
        changed(|content| {
            let page =
                "+++\ntitle = \"A notice\"\nsummary = \"Here for a while.\"\n+++\n\nZebras.\n";
            fs::write(content.join("notice.md"), page).expect("a page");
        })
    });
    &PUBLISHED
}

/// The same release with another word in `release.json`.
pub(super) fn saying(dist: &Dist, name: &str, value: Value) -> Arc<Dist> {
    let mut release: Value = serde_json::from_str(dist.text("release.json")).expect("JSON");
    release[name] = value;
    Arc::new(dist.with("release.json", release.to_string().into_bytes()))
}

/// The files of the built site that a copy has, by its list. Old addresses lead on by it.
pub(super) fn listed() -> Vec<String> {
    let release: Value = serde_json::from_str(built().text("release.json")).expect("JSON");
    let manifest = release["manifest"]["file"].as_str().expect("a file");
    let list: Value = serde_json::from_str(built().text(manifest)).expect("JSON");
    let files = list["files"].as_array().expect("files").iter();
    let files = files.map(|entry| entry["file"].as_str().expect("a name").to_owned());
    let is_old = |file: &str| {
        let folder = file.strip_suffix("index.html");
        folder.is_some_and(|it| built().page(&format!("/{it}")).is_redirect())
    };
    // What is for machines, and what is for pages of others.
    let left_out = [
        "schema/",
        "embed/",
        "embed-1.js",
        "embed.js",
        "assets/frame.",
        "sw.js",
    ];
    let is_left_out = |file: &str| left_out.iter().any(|start| file.starts_with(start));
    files
        .filter(|file| !is_left_out(file) && !is_old(file))
        .chain([manifest.to_owned(), "release.json".into()])
        .collect()
}
