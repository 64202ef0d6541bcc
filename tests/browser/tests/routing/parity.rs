//! A page that the app draws is the page that was published.

use lscb_browser::browser::{Browser, TAB};
use lscb_browser::dist::built;
use lscb_browser::markup::{Document, assert_same, main_of};
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

/// The document without what `public/offline.js` and `public/embed-builder.js` have put into the
/// places that are left for them.
const DRAWN: &str = "(() => {
    const all = document.documentElement.cloneNode(true);
    const place = all.querySelector('#copy');
    if (place) {
        place.replaceChildren();
        place.hidden = true;
        place.previousElementSibling.hidden = false;
    }
    const form = all.querySelector('.builder');
    if (form) {
        form.replaceChildren(form.firstElementChild);
        form.firstElementChild.hidden = false;
        const root = new URL(document.querySelector('.site-name').href);
        for (const code of all.querySelectorAll('main code')) {
            code.textContent = code.textContent
                .replaceAll(root.href, 'https://ADDRESS-OF-THIS-SITE/')
                .replaceAll(root.origin, 'https://ADDRESS-OF-THIS-SITE')
                .replaceAll(root.host, 'ADDRESS-OF-THIS-SITE');
        }
    }
    return all.outerHTML;
})()";

/// Title, heading, text, breadcrumb and current links are those of the file at `route`.
async fn assert_as_published(browser: &Browser, site: &Site, route: &str) {
    let file = built().page(route);
    assert_eq!(
        browser.title().await.expect("a title"),
        file.words("title"),
        "{route}"
    );
    let found: String = browser.value(DRAWN).await;
    assert_same(
        &format!("<main> of {route}"),
        &main_of(built().html(route)),
        &main_of(&found),
    );
    let found = Document::parse(&found);
    for place in ["#breadcrumb", "header", "footer"] {
        let links = |page: &Document, at: &str| page.links_of(&format!("{place} a"), at);
        let here = site.url(route);
        assert_eq!(
            links(&found, &here),
            links(&file, &here),
            "links of {place} on {route}"
        );
    }
}

#[test]
fn every_route_is_drawn_as_it_was_published() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        browser.open_app(&site, "/").await;
        browser.mark().await;
        let mut here = "/".to_owned();
        for route in built().routes() {
            let way = built().way(&here, &route);
            assert!(
                !way.is_empty() || route == here,
                "no links lead from {here} to {route}"
            );
            for step in way {
                browser.follow_link(&site, &step).await;
                assert_as_published(browser, &site, &step).await;
                here = step;
            }
        }
        assert!(browser.is_same_document().await, "no document was loaded");
        let complaints = browser.complaints().await;
        assert!(complaints.is_empty(), "{complaints:#?}");
    });
}

#[test]
fn a_header_link_leads_to_the_top_of_its_page() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        browser.open_app(&site, "/").await;
        browser.mark().await;
        for route in built().page("/").routes_of("header nav a", "/") {
            if browser.value::<String>("location.href").await == site.url(&route) {
                continue;
            }
            // From somewhere down the page.
            browser.run("document.documentElement.scrollTop = 60").await;
            browser.go_by_header(&site, &route).await;
            browser
                .until("document.activeElement === document.querySelector('main h1')")
                .await;
            assert_eq!(
                browser.value::<f64>("scrollY").await,
                0.0,
                "{route}: at its top"
            );
            for nav in ["header nav", "footer nav"] {
                let current = format!(
                    "[...document.querySelectorAll('{nav} [aria-current=page]')].map(a => a.href)"
                );
                let listed = built()
                    .page("/")
                    .routes_of(&format!("{nav} a"), "/")
                    .contains(&route);
                let expected = if listed {
                    vec![site.url(&route)]
                } else {
                    Vec::new()
                };
                assert_eq!(
                    browser.value::<Vec<String>>(&current).await,
                    expected,
                    "{nav} on {route}"
                );
            }
        }
        assert!(browser.is_same_document().await, "no document was loaded");
    });
}

#[test]
fn the_next_tab_goes_into_the_new_page() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        browser.open_app(&site, "/").await;
        browser.go_by_header(&site, "/about-us/").await;
        browser.press(TAB).await;
        browser
            .until("document.activeElement === document.querySelector('main a[href]')")
            .await;
    });
}
