//! Releases that are put in place while readers are on the site. The host keeps the hashed files
//! of the release before, as the publisher asks it to.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use futures_util::{StreamExt, stream};
use lscb_browser::browser::Browser;
use lscb_browser::dist::{Dist, built};
use lscb_browser::markup::Document;
use lscb_browser::published::published;
use lscb_browser::scratch::Scratch;
use lscb_browser::site::Site;
use serde_json::Value;

use crate::support::HERE;

/// What every page of the second release ends with.
const NEWS: &str = "This is the second release.";

/// The site as it is built, and the same with other words on every page.
static RELEASES: LazyLock<[Arc<Dist>; 2]> = LazyLock::new(|| {
    let scratch = Scratch::new("releases");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let content = scratch.copy(&source, "content");
    add_news(&content);
    let second = published(&content, &[]);
    // The app folder that the suite makes of a built site has no icon.
    let icon = built().file("icon.svg").expect("an icon").to_vec();
    let second = second.with("icon.svg", icon);
    [
        Arc::new(built().beside(&second)),
        Arc::new(second.beside(built())),
    ]
});

fn add_news(folder: &Path) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            add_news(&path);
        } else if path.extension().is_some_and(|it| it == "md") {
            let text = fs::read_to_string(&path).expect("a page");
            fs::write(&path, format!("{}\n\n{NEWS}\n", text.trim_end())).expect("a page");
        }
    }
}

fn id(release: &Dist) -> String {
    let release: Value = serde_json::from_str(release.text("release.json")).expect("JSON");
    release["release"].as_str().expect("an id").to_owned()
}

/// The page at `route` is wholly of `release`.
async fn assert_of(browser: &Browser, release: &Dist, route: &str) {
    let found: String = browser.value("document.body.dataset.release").await;
    assert_eq!(found, id(release), "{route}: the document's release");
    let found = browser.main_words().await;
    assert_eq!(
        found,
        release.page(route).words("main"),
        "{route}: its words"
    );
}

async fn click(browser: &Browser, site: &Site, release: &Dist, route: &str) {
    browser.go_by_header(site, route).await;
    browser.until_app_runs().await;
    assert_of(browser, release, route).await;
}

/// The reader comes back to the tab, and the app asks which release the host has.
async fn come_back(browser: &Browser, site: &Site) {
    site.forget();
    browser
        .run("document.dispatchEvent(new Event('visibilitychange'))")
        .await;
    browser
        .wait_for("the release is asked for", || {
            site.count("release.json") > 0
        })
        .await;
    browser.until_quiet(site).await;
}

pub(crate) async fn pages_are_of_one_release_and_the_next_is_new(browser: &Browser) {
    let [first, second] = &*RELEASES;
    let site = Site::watched(first, "/lscb/").await;
    browser.open_app(&site, HERE).await;
    for (old, new) in [(first, second), (second, first), (first, second)] {
        browser.mark().await;
        click(browser, &site, old, "/about-us/").await;
        site.swap(new);
        // Whoever reads on in the same document stays in its release.
        click(browser, &site, old, "/contact/").await;
        assert!(browser.is_same_document().await, "nobody was interrupted");
        come_back(browser, &site).await;
        assert_of(browser, old, "/contact/").await;
        click(browser, &site, new, "/learning-from-reviews/").await;
        assert!(
            !browser.is_same_document().await,
            "the next page is a new document"
        );
    }
    assert_eq!(site.missing(), [""; 0]);
}

/// A document of the newer release meets the files of the earlier one.
pub(crate) async fn putting_the_earlier_release_back_is_a_release(browser: &Browser) {
    let [first, second] = &*RELEASES;
    let site = Site::watched(second, "/lscb/").await;
    browser.open(&site, HERE).await;
    site.swap(first);
    browser.until_app_runs().await;
    browser.until_quiet(&site).await;
    assert_of(browser, second, HERE).await;
    // Either it had all it needs of its own release, or the next page is of the earlier one.
    browser.mark().await;
    come_back(browser, &site).await;
    click(browser, &site, first, "/about-us/").await;
    assert!(
        !browser.is_same_document().await,
        "the next page is a new document"
    );
    assert_eq!(site.missing(), [""; 0]);
}

/// Readers who arrive all the time, each with a document of one release, its scripts, and then
/// the data of that release or, if the host has moved on, the next document.
pub(crate) async fn a_thousand_visits_over_five_swaps_miss_nothing() {
    let site = &Site::plain(&RELEASES[0], "/lscb/").await;
    let routes = &RELEASES[0].routes();
    let client = &reqwest::Client::new();
    let arrived = &AtomicUsize::new(0);
    let swaps = &AtomicUsize::new(0);
    let visit = |number: usize| async move {
        let get = |path: String| async move {
            let answer = client.get(site.url(&path)).send().await.expect("an answer");
            assert_eq!(answer.status(), 200, "{path}");
            answer.bytes().await.expect("its bytes")
        };
        let route = &routes[number % routes.len()];
        let page = get(route.clone()).await;
        let page = String::from_utf8_lossy(&page).into_owned();
        if arrived.fetch_add(1, Ordering::Relaxed) % 170 == 169 {
            let swap = swaps.fetch_add(1, Ordering::Relaxed) + 1;
            site.swap(&RELEASES[swap % 2]);
        }
        let (files, release) = asked_for(&page);
        for file in files {
            get(format!("/{file}")).await;
        }
        let host: Value = serde_json::from_slice(&get("/release.json".into()).await).expect("JSON");
        if host["release"] == release.as_str() {
            for bundle in host["bundles"].as_array().expect("bundles") {
                get(format!("/{}", bundle["file"].as_str().expect("a file"))).await;
            }
        } else {
            get(route.clone()).await;
        }
    };
    let visits = stream::iter(0..1_000).map(visit).buffer_unordered(8);
    visits.for_each(|()| async {}).await;
    assert_eq!(swaps.load(Ordering::Relaxed), 5);
    assert_eq!(site.missing(), [""; 0]);
}

/// What a document starts with, and its release.
fn asked_for(html: &str) -> ([String; 3], String) {
    let page = Document::parse(html);
    let attribute = |selector: &str, name: &str| {
        let element = page
            .find(selector)
            .unwrap_or_else(|| panic!("no {selector}"));
        element.attr(name).unwrap_or_default().to_owned()
    };
    let below_root = |path: String| path.trim_start_matches(['.', '/']).to_owned();
    let map: String = page
        .find("script[type=importmap]")
        .expect("a map")
        .text()
        .collect();
    let map: Value = serde_json::from_str(&map).expect("JSON");
    let app = map["imports"]["app"].as_str().expect("the app").to_owned();
    let files = [
        below_root(attribute("script[src]", "src")),
        below_root(app),
        below_root(attribute("meta[name=app]", "content")),
    ];
    (files, attribute("body", "data-release"))
}
