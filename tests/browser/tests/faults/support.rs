//! Shared steps: a reader goes from the first page to another one while something is wrong.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::site::Site;

/// Where the reader is.
pub(crate) const HERE: &str = "/";
/// Where the reader wants to go.
pub(crate) const THERE: &str = "/about-us/";

/// Shortens the app's own timeouts, and records the longest: what is tested is what happens after
/// them, not how long they take.
const SHORT_TIMEOUTS: &str = "
    const timeout = AbortSignal.timeout;
    window.longestTimeout = 0;
    AbortSignal.timeout = (time) => {
        window.longestTimeout = Math.max(window.longestTimeout, time);
        return timeout.call(AbortSignal, time / 20);
    };";

pub(crate) async fn site() -> Site {
    let site = Site::watched(built(), "/lscb/").await;
    site.inject(SHORT_TIMEOUTS);
    site
}

/// The app runs on the first page, and `fault` is injected for the paths that match `pattern`.
pub(crate) async fn running_with(browser: &Browser, pattern: &str, fault: Fault) -> Site {
    let site = site().await;
    site.inject_fault(pattern, fault);
    browser.open_app(&site, HERE).await;
    browser.mark().await;
    site
}

/// The app runs, but nothing that it asked for ahead of need has come.
pub(crate) async fn running_without_bundles(browser: &Browser) -> Site {
    let site = running_with(browser, "content/*", Fault::Missing).await;
    let tried = || site.count("content/*") >= 2;
    browser.wait_for("the app has asked twice", tried).await;
    browser.until_quiet(&site).await;
    site.clear_faults();
    site.forget();
    site
}

/// The heading of the page that the reader wants to go to.
pub(crate) fn heading() -> String {
    built().page(THERE).words("main h1")
}

pub(crate) async fn click_there(browser: &Browser, site: &Site) {
    browser.click_header(site, THERE).await;
}

/// The reader sees one line, hears it, and still has the old page.
pub(crate) async fn assert_kept(browser: &Browser, site: &Site) {
    browser
        .until("document.getElementById('notice')?.checkVisibility()")
        .await;
    let line: String = browser
        .value("document.getElementById('notice').innerText")
        .await;
    assert!(line.contains("Try again"), "the notice says {line:?}");
    let open: String = browser
        .value("document.querySelector('#notice a').href")
        .await;
    assert_eq!(open, site.url(THERE), "the notice links to the page");
    let announced: String = browser
        .value("document.getElementById('status').textContent")
        .await;
    assert!(!announced.trim().is_empty(), "the failure is announced");
    assert!(
        browser.value::<bool>("probe.untouched()").await,
        "the old page stands"
    );
    assert_eq!(
        browser.value::<String>("location.href").await,
        site.url(HERE)
    );
    assert!(browser.is_same_document().await, "no document was loaded");
}

/// Each fault leaves the page and both ways on, which are gone in turn.
pub(crate) async fn assert_all_kept(
    browser: &Browser,
    pattern: &str,
    faults: impl IntoIterator<Item = Fault>,
) {
    for (at, fault) in browser.engine().share(faults).enumerate() {
        let site = running_with(browser, pattern, fault).await;
        click_there(browser, &site).await;
        assert_kept(browser, &site).await;
        if at % 2 == 0 {
            site.clear_faults();
            assert_try_again_works(browser, &site).await;
        } else {
            assert_link_is_a_link(browser, &site).await;
        }
    }
}

/// Clicking on the link loads the page as any browser would.
pub(crate) async fn assert_link_is_a_link(browser: &Browser, site: &Site) {
    browser.mark().await;
    browser.go_by_header(site, THERE).await;
    assert!(
        !browser.is_same_document().await,
        "the link loads a document"
    );
}

/// The button brings the page, in the same document, once nothing is wrong any more.
pub(crate) async fn assert_try_again_works(browser: &Browser, site: &Site) {
    browser
        .click("[...document.querySelectorAll('#notice button')].find(b => b.checkVisibility())")
        .await;
    browser.until_page(site, THERE).await;
    browser
        .until("!document.getElementById('notice').checkVisibility()")
        .await;
    browser
        .until("document.activeElement === document.querySelector('main h1')")
        .await;
    assert!(browser.is_same_document().await, "no document was loaded");
    let announced: String = browser
        .value("document.getElementById('status').textContent")
        .await;
    assert_eq!(announced.trim(), "", "the failure is no longer announced");
}
