//! The test fixture: the site as it is hosted, and pages of other sites that embed parts of it.

use std::env;
use std::path::PathBuf;
use std::time::Instant;

use lscb_browser::bench::server::Server;
use lscb_browser::browser::{Browser, MAIN_WORDS};
use lscb_browser::checker::{Finding, try_axe};
use lscb_browser::digest::integrity;
use lscb_browser::dist::built;
use lscb_browser::engine::TIMEOUT;
use lscb_browser::host::{Host, HostServer, Level};
use lscb_browser::published::publisher;

/// Where the site is on its host.
const BASE: &str = "/lscb/";

/// The frame of a page that was pasted as it is, in JavaScript.
pub(super) const FRAME: &str = "document.querySelector('main iframe')";
/// The frame of the element.
pub(super) const INNER: &str =
    "document.querySelector('lscb-section').shadowRoot?.querySelector('.ready')";

/// A frame as a host pastes it.
pub(super) const PASTED: &str = "<iframe src=\"{site}embed/page/contact/\" title=\"Contact\" width=\"100%\" height=\"480\"></iframe>";

/// What hosts pin.
pub(super) fn pinned() -> String {
    integrity(built().file("embed-1.js").expect("the script of hosts"))
}

/// The two servers of a test.
pub(super) struct Fixture {
    _site: Server,
    /// That of the hosts.
    pub(super) hosts: HostServer,
}

/// Nothing of the host is another than it was, and nobody complains.
pub(super) async fn assert_untouched(browser: &Browser) {
    let changes: Vec<String> = browser.value("host.changes()").await;
    assert_eq!(changes, [""; 0]);
    assert_eq!(browser.complaints().await, [""; 0]);
}

impl Fixture {
    /// The site by its own policy, and hosts around it.
    pub(super) async fn start() -> Self {
        let dist = PathBuf::from(env::var_os("LSCB_DIST").expect("LSCB_DIST names the built site"));
        let site = Server::at(&publisher(), &dist, BASE);
        let hosts = HostServer::start(&site.url(BASE), &pinned()).await;
        Self { _site: site, hosts }
    }

    /// Opens the page of `host` and waits until it is there.
    pub(super) async fn open(&self, browser: &Browser, host: &Host, level: Level) {
        browser.stay_in(None).await;
        go(browser, &self.hosts.url(host, level)).await;
        if host.is_nested {
            browser
                .stay_in(Some("document.querySelector('iframe')"))
                .await;
            browser.until("document.getElementById('end')").await;
        }
    }

    /// Opens a bare page with `body` in it.
    pub(super) async fn open_page(&self, browser: &Browser, body: &str) {
        go(browser, &self.hosts.page(body)).await;
    }
}

/// Opens an address of a host and waits until the page is there.
pub(super) async fn go(browser: &Browser, url: &str) {
    browser.goto(url).await.expect("a page of a host");
    let there = "document.readyState === 'complete' && document.getElementById('end')";
    browser
        .until(&format!(
            "location.href === '{url}' && ({there} || document.querySelector('iframe'))"
        ))
        .await;
}

/// Waits until the page in a frame listens to its host. Its words are there before its script has
/// run, and what is said to it then is lost.
pub(super) async fn until_listening(browser: &Browser, frame: &str) {
    let density = "document.documentElement.dataset.density || null";
    browser.within::<String>(frame, density).await;
}

/// Waits until a frame is as high as what is in it, with its style.
pub(super) async fn until_whole(browser: &Browser, frame: &str) {
    let started = Instant::now();
    loop {
        // WebKit runs the script of the frame, which says how high it is, before the style has come.
        let size = "document.readyState === 'complete'
            ? [Math.ceil(document.documentElement.getBoundingClientRect().height), innerWidth] : null";
        let [inner, width]: [f64; 2] = browser.within(frame, size).await;
        // A border may be counted in the height or not: the text has room in both cases.
        let outer = format!(
            "[{frame}.clientHeight, {frame}.offsetHeight - {frame}.clientHeight, {frame}.clientWidth]"
        );
        let [outer, border, place]: [f64; 3] = browser.value(&outer).await;
        // The page in the frame learns of another width a moment after the page around it.
        let is_wide = (place - width).abs() < 1.0;
        if is_wide && (0.0..=border).contains(&(outer - inner.max(80.0))) {
            return;
        }
        assert!(
            started.elapsed() < TIMEOUT,
            "the frame is {outer} high, its text {inner}; it is {place} wide, its page {width}"
        );
    }
}

/// What axe finds in a frame. Where its page is replaced meanwhile, in the one that came.
pub(super) async fn axe_in_frame(browser: &Browser, frame: &str) -> Vec<Finding> {
    let started = Instant::now();
    loop {
        browser.enter(frame).await;
        let found = try_axe(browser).await;
        browser.leave().await;
        match found {
            Ok(found) => return found,
            Err(error) => assert!(started.elapsed() < TIMEOUT, "axe: {error}"),
        }
    }
}

/// The words that a frame shows.
pub(super) async fn words(browser: &Browser, frame: &str) -> String {
    browser.within(frame, MAIN_WORDS).await
}
