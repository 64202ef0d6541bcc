//! Back, Forward, and reload.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

/// Waits until the page at `route` is shown, under its own title.
async fn until_titled_page(browser: &Browser, site: &Site, route: &str) {
    browser.until_page(site, route).await;
    assert_eq!(
        browser.title().await.expect("a title"),
        built().page(route).words("title"),
        "{route}"
    );
}

#[test]
fn back_and_forward_restore_page_and_place() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/a/b/c/").await;
        browser.open_app(&site, "/about-us/").await;
        browser.mark().await;
        let way = [
            "/about-us/",
            "/learning-from-reviews/",
            "/governance-and-structure/",
        ];
        for (at, route) in way.into_iter().enumerate() {
            if at > 0 {
                browser.click_header(&site, route).await;
            }
            until_titled_page(browser, &site, route).await;
            // Not farther down than the header: its links must stay in reach of the mouse.
            browser
                .run(&format!(
                    "document.documentElement.scrollTop = {}",
                    40 + 10 * at
                ))
                .await;
        }
        let travels = [
            ("back", 1),
            ("back", 0),
            ("forward", 1),
            ("forward", 2),
            ("back", 1),
        ];
        for (direction, at) in travels {
            browser.run(&format!("history.{direction}()")).await;
            until_titled_page(browser, &site, way[at]).await;
            browser
                .until(&format!("scrollY === {}", 40 + 10 * at))
                .await;
        }
        assert!(browser.is_same_document().await, "no document was loaded");
    });
}

#[test]
fn back_from_another_document_finds_the_page_that_was_left() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        browser.open_app(&site, "/").await;
        browser.click_header(&site, "/about-us/").await;
        until_titled_page(browser, &site, "/about-us/").await;
        browser
            .run(&format!("location.href = '{}'", site.url("/robots.txt")))
            .await;
        browser.until("location.pathname === '/robots.txt'").await;
        browser.go_back().await;
        until_titled_page(browser, &site, "/about-us/").await;
        browser.until_app_runs().await;
        browser.go_back().await;
        until_titled_page(browser, &site, "/").await;
    });
}

/// After a reload the entries of client navigations share one document: until the app
/// runs, or for ever if it never does, the boot script alone can bring their pages.
#[test]
fn back_without_the_app_finds_its_page() {
    in_every_engine(async |browser| {
        let site = reloaded_without(browser, "assets/*.wasm", Fault::Missing).await;
        browser.until("document.readyState === 'complete'").await;
        for route in ["/about-us/", "/"] {
            browser.go_back().await;
            until_titled_page(browser, &site, route).await;
        }
    });
}

/// Before the boot script runs, nothing handles the change of address: it must do so when it runs.
#[test]
fn back_before_the_boot_script_finds_its_page() {
    in_every_engine(async |browser| {
        let site = reloaded_without(browser, "assets/boot*.js", Fault::Held).await;
        browser.until("document.querySelector('footer')").await;
        browser.go_back().await;
        browser
            .until(&format!("location.href === '{}'", site.url("/about-us/")))
            .await;
        site.clear_faults();
        until_titled_page(browser, &site, "/about-us/").await;
    });
}

/// On the third page of a client-side walk, reloaded while `fault` strikes.
async fn reloaded_without(browser: &Browser, pattern: &str, fault: Fault) -> Site {
    let site = Site::watched(built(), "/lscb/").await;
    // Else the files would come from the browser's cache.
    site.never_cache();
    browser.open_app(&site, "/").await;
    for route in ["/about-us/", "/contact/"] {
        browser.click_header(&site, route).await;
        until_titled_page(browser, &site, route).await;
    }
    site.inject_fault(pattern, fault);
    browser.mark().await;
    browser.refresh().await.expect("a reload");
    browser.until("!window.marked").await;
    site
}

#[test]
fn reload_stays() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        browser.open_app(&site, "/").await;
        browser.click_header(&site, "/contact/").await;
        until_titled_page(browser, &site, "/contact/").await;
        browser.mark().await;
        browser.refresh().await.expect("a reload");
        browser.until("!window.marked").await;
        until_titled_page(browser, &site, "/contact/").await;
        browser.until_app_runs().await;
        assert!(browser.value::<bool>("probe.untouched()").await);
        browser.go_back().await;
        until_titled_page(browser, &site, "/").await;
    });
}

/// The app's own state ends with its document; the browser's history does not.
#[test]
fn back_after_a_reload_restores_the_place() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        let (first, second) = ("/about-us/", "/learning-from-reviews/");
        browser.open_app(&site, first).await;
        browser.run("document.documentElement.scrollTop = 60").await;
        browser.click_header(&site, second).await;
        until_titled_page(browser, &site, second).await;
        browser.mark().await;
        browser.refresh().await.expect("the page again");
        browser.until("!window.marked").await;
        browser.until_app_runs().await;
        browser.go_back().await;
        until_titled_page(browser, &site, first).await;
        browser.until("scrollY === 60").await;
    });
}
