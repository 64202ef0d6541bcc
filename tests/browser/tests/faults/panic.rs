//! A fault in the app itself, planted by taking away what it draws with.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

use super::scene::{HERE, THERE, click_there, heading, running_with};

/// From now on everything that draws traps, as a panic in WebAssembly does.
const PLANT: &str = "
    window.healthy = [
        [Document.prototype, 'createElement'], [Document.prototype, 'createTextNode'],
        [Node.prototype, 'appendChild'], [Node.prototype, 'insertBefore'], [Node.prototype, 'cloneNode'],
    ].map(([owner, name]) => [owner, name, owner[name]]);
    window.trapped = 0;
    for (const [owner, name] of healthy) owner[name] = () => {
        window.trapped += 1;
        throw new WebAssembly.RuntimeError('unreachable');
    };";
const HEAL: &str = "for (const [owner, name, method] of healthy) owner[name] = method;";

/// The text of some page is there, and it belongs to the address.
async fn assert_whole(browser: &Browser, site: &Site, route: &str) {
    let file = built().page(route);
    browser.until_at(site, route, &file.words("main h1")).await;
    let found: String = browser
        .value("document.querySelector('main').textContent")
        .await;
    assert_eq!(
        lscb_browser::markup::collapse(&found),
        file.words("main"),
        "{route}"
    );
}

/// Waits until the trap has gone off: in this document, or the reader is in another already.
async fn until_trapped(browser: &Browser) {
    browser
        .until(&Browser::either("window.trapped", "!window.marked"))
        .await;
}

#[test]
fn a_panic_while_drawing_leaves_text_and_links() {
    in_every_engine(async |browser| {
        let site = running_with(browser, "nothing", Fault::Missing).await;
        browser.run(PLANT).await;
        click_there(browser, &site).await;
        until_trapped(browser).await;
        // Either the old page stands, or the browser has loaded the new one.
        browser
            .until("document.querySelector('main')?.textContent.trim()")
            .await;
        browser
            .run("if (window.healthy) { for (const [o, n, m] of healthy) o[n] = m; }")
            .await;
        browser.settle().await;
        let there = browser.value::<String>("location.href").await == site.url(THERE);
        assert_whole(browser, &site, if there { THERE } else { HERE }).await;
        browser.click_header(&site, "/contact/").await;
        assert_whole(browser, &site, "/contact/").await;
        assert!(!browser.is_same_document().await, "links are links again");
    });
}

#[test]
fn a_panic_while_going_back_shows_the_page_of_the_address() {
    in_every_engine(async |browser| {
        let site = running_with(browser, "nothing", Fault::Missing).await;
        click_there(browser, &site).await;
        browser.until_at(&site, THERE, &heading()).await;
        browser.click_header(&site, "/contact/").await;
        assert_whole(browser, &site, "/contact/").await;
        browser.run(PLANT).await;
        browser.run("history.back()").await;
        until_trapped(browser).await;
        assert_whole(browser, &site, THERE).await;
    });
}

#[test]
fn back_after_a_panic_shows_the_right_pages() {
    in_every_engine(async |browser| {
        let site = running_with(browser, "nothing", Fault::Missing).await;
        click_there(browser, &site).await;
        browser.until_at(&site, THERE, &heading()).await;
        browser.click_header(&site, "/contact/").await;
        assert_whole(browser, &site, "/contact/").await;
        // A fault outside of any navigation: the text stays as it is.
        browser
            .run("setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); })")
            .await;
        browser
            .until("document.documentElement.dataset.app !== 'ready'")
            .await;
        assert_whole(browser, &site, "/contact/").await;
        for route in [THERE, HERE] {
            browser.run("history.back()").await;
            assert_whole(browser, &site, route).await;
        }
        browser.run("history.forward()").await;
        assert_whole(browser, &site, THERE).await;
    });
}

#[test]
fn the_healthy_app_draws() {
    in_every_engine(async |browser| {
        let site = running_with(browser, "nothing", Fault::Missing).await;
        browser.run(PLANT).await;
        browser.run(HEAL).await;
        click_there(browser, &site).await;
        assert_whole(browser, &site, THERE).await;
        assert!(browser.is_same_document().await, "nothing was wrong");
    });
}
