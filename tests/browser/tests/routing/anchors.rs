//! Anchors: the skip link, the page's own contents, and headings of other pages.

use lscb_browser::browser::{Browser, ENTER, TAB};
use lscb_browser::dist::built;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

/// A page with a list of its contents.
fn long_page() -> String {
    let routes = built().routes();
    let long = routes
        .into_iter()
        .find(|route| built().page(route).find("main a[href^='#']").is_some());
    long.expect("a page with a list of its contents")
}

#[test]
fn the_skip_link_leads_into_main() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        browser.open_app(&site, "/").await;
        browser.mark().await;
        for arrived in [false, true] {
            if arrived {
                browser.go_by_header(&site, "/about-us/").await;
            }
            let link = "document.querySelector('.skip-link')";
            browser.run(&format!("{link}.focus()")).await;
            browser.press(ENTER).await;
            browser
                .until("document.activeElement === document.querySelector('main')")
                .await;
            browser.press(TAB).await;
            browser
                .until("document.querySelector('main').contains(document.activeElement)")
                .await;
        }
        assert!(browser.is_same_document().await, "no document was loaded");
    });
}

#[test]
fn a_place_on_the_page_is_reached_natively() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        let route = long_page();
        for by_click in [false, true] {
            if by_click {
                let from = built()
                    .routes()
                    .into_iter()
                    .find(|from| built().way(from, &route).len() == 1);
                browser
                    .open_app(&site, &from.expect("a page that links there"))
                    .await;
                browser
                    .run(&format!("{}.click()", Browser::link(&site, "", &route)))
                    .await;
            } else {
                browser.open_app(&site, &route).await;
            }
            browser.until_page(&site, &route).await;
            browser.mark().await;
            let last = "[...document.querySelectorAll(\"main a[href^='#']\")].at(-1)";
            let hash: String = browser.value(&format!("{last}.hash")).await;
            let place = format!("document.getElementById(decodeURIComponent('{hash}'.slice(1)))");
            browser.click(last).await;
            browser.until(&format!("location.hash === '{hash}'")).await;
            let in_view = format!("{place}.getBoundingClientRect().top");
            browser
                .until(&format!("{in_view} >= 0 && {in_view} < innerHeight"))
                .await;
            browser.press(TAB).await;
            let after = format!("{place}.compareDocumentPosition(document.activeElement) & 4");
            browser
                .until(&format!(
                    "document.activeElement !== document.body && {after}"
                ))
                .await;

            browser.go_back().await;
            browser.until_page(&site, &route).await;
            assert!(browser.is_same_document().await, "no document was loaded");
        }
    });
}

#[test]
fn a_place_on_another_page_is_reached() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        let route = long_page();
        let target = built().page(&route);
        let targets = target.all("main h2[id]");
        let id = targets
            .last()
            .and_then(|heading| heading.attr("id"))
            .expect("a heading with an id");
        browser.open_app(&site, "/contact/").await;
        browser.mark().await;
        let address = site.url(&format!("{route}#{id}"));
        browser
            .run(&format!(
                "const link = document.createElement('a'); link.href = '{address}'; link.id = 'there';
                 link.textContent = 'there'; document.querySelector('main').prepend(link);"
            ))
            .await;
        browser.click("document.getElementById('there')").await;
        browser.until_page(&site, &format!("{route}#{id}")).await;
        let top = format!("document.getElementById('{id}').getBoundingClientRect().top");
        browser
            .until(&format!("{top} >= -1 && {top} < innerHeight"))
            .await;
        browser.press(TAB).await;
        let after = format!(
            "document.getElementById('{id}').compareDocumentPosition(document.activeElement) & 4"
        );
        browser.until(&after).await;
        assert!(browser.is_same_document().await, "no document was loaded");
    });
}
