//! A fault in the app itself, injected by replacing the DOM functions that it draws with.

use lscb_browser::browser::{Browser, MAIN_WORDS};
use lscb_browser::dist::built;
use lscb_browser::site::Site;

use crate::support::{HERE, THERE, click_there};

/// `injectFault()`: from now on everything that draws traps, as a panic in WebAssembly does;
/// `heal()` ends that. `trap()` is a panic outside of any navigation. They are scripts of the
/// page, since an engine may treat the driver's scripts as those of another world.
const INJECT_TRAP: &str = "
    const tools = [
        [Document.prototype, 'createElement'], [Document.prototype, 'createTextNode'],
        [Node.prototype, 'appendChild'], [Node.prototype, 'insertBefore'], [Node.prototype, 'cloneNode'],
    ].map(([owner, name]) => [owner, name, owner[name]]);
    window.trapped = 0;
    window.injectFault = () => { for (const [owner, name] of tools) owner[name] = () => {
        window.trapped += 1;
        throw new WebAssembly.RuntimeError('unreachable');
    } };
    window.heal = () => { for (const [owner, name, tool] of tools) owner[name] = tool; };
    window.trap = () => { setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }); };";

/// The app runs on the first page, and can be made to trap.
async fn running(browser: &Browser) -> Site {
    let site = Site::watched(built(), "/lscb/").await;
    site.inject(INJECT_TRAP);
    browser.open_app(&site, HERE).await;
    browser.mark().await;
    site
}

/// Waits until the page at `route` is shown with its whole text, at its address.
async fn until_whole(browser: &Browser, site: &Site, route: &str) {
    browser.until_page(site, route).await;
    let words = serde_json::Value::from(built().page(route).words("main"));
    browser.until(&format!("{MAIN_WORDS} === {words}")).await;
}

/// Waits until the app has trapped in this document, or another document has been loaded.
async fn until_trapped(browser: &Browser) {
    browser
        .until(&Browser::either("window.trapped", "!window.marked"))
        .await;
}

pub(crate) async fn a_panic_while_drawing_leaves_text_and_links(browser: &Browser) {
    let site = running(browser).await;
    browser.run("injectFault()").await;
    click_there(browser, &site).await;
    until_trapped(browser).await;
    // Either the old page stands, or the browser has loaded the new one.
    browser
        .until("document.querySelector('main')?.textContent.trim()")
        .await;
    browser.run("heal()").await;
    browser.settle().await;
    let there = browser.value::<String>("location.href").await == site.url(THERE);
    until_whole(browser, &site, if there { THERE } else { HERE }).await;
    browser.click_header(&site, "/contact/").await;
    until_whole(browser, &site, "/contact/").await;
    assert!(!browser.is_same_document().await, "links are links again");
}

pub(crate) async fn a_panic_while_going_back_shows_the_page_of_the_address(browser: &Browser) {
    let site = running(browser).await;
    browser.go_by_header(&site, THERE).await;
    browser.click_header(&site, "/contact/").await;
    until_whole(browser, &site, "/contact/").await;
    browser.run("injectFault()").await;
    browser.go_back().await;
    until_trapped(browser).await;
    until_whole(browser, &site, THERE).await;
}

pub(crate) async fn back_after_a_panic_shows_the_right_pages(browser: &Browser) {
    let site = running(browser).await;
    browser.go_by_header(&site, THERE).await;
    browser.click_header(&site, "/contact/").await;
    until_whole(browser, &site, "/contact/").await;
    // A fault outside of any navigation: the text stays as it is.
    browser.run("trap()").await;
    browser
        .until("document.documentElement.dataset.error?.includes('RuntimeError')")
        .await;
    until_whole(browser, &site, "/contact/").await;
    for route in [THERE, HERE] {
        browser.go_back().await;
        until_whole(browser, &site, route).await;
        browser.until_app_runs().await;
    }
    browser.go_forward().await;
    until_whole(browser, &site, THERE).await;
}

pub(crate) async fn the_healthy_app_draws(browser: &Browser) {
    let site = running(browser).await;
    browser.run("injectFault()").await;
    browser.run("heal()").await;
    click_there(browser, &site).await;
    until_whole(browser, &site, THERE).await;
    assert!(browser.is_same_document().await, "nothing was wrong");
}
