//! Which clicks the app takes, and which it leaves to the browser.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

/// Puts a link with these attributes into `<main>`, clicks on it with these keys, and tells
/// whether the app took the click. The browser itself is kept from following it.
async fn is_taken(browser: &Browser, attributes: &str, event: &str) -> bool {
    browser
        .run(&format!(
            "document.getElementById('injected')?.remove();
             const injected = document.createElement('a');
             injected.id = 'injected';
             injected.textContent = 'x';
             for (const [, name, , value] of `{attributes}`.matchAll(/([\\w-]+)(=['\"]?([^'\"\\s]*)['\"]?)?/g)) injected.setAttribute(name, value ?? '');
             document.querySelector('main').append(injected);
             addEventListener('click', event => {{
                 window.taken = event.defaultPrevented; event.preventDefault(); }}, {{ once: true }});
             const init = {{ bubbles: true, cancelable: true, composed: true, ...{event} }};
             document.getElementById('injected').dispatchEvent(new MouseEvent('click', init));"
        ))
        .await;
    browser.value("window.taken").await
}

#[test]
fn only_plain_clicks_on_pages_are_taken() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        browser.open_app(&site, "/").await;
        let page = format!("href='{}'", site.url("/about-us/"));
        for keys in [
            "{ctrlKey: true}",
            "{metaKey: true}",
            "{shiftKey: true}",
            "{altKey: true}",
            "{button: 1}",
        ] {
            assert!(!is_taken(browser, &page, keys).await, "{keys}");
        }
        let outside = format!("href='{}/elsewhere/'", site.origin());
        let left_alone = [
            format!("{page} target=_blank"),
            format!("{page} download"),
            format!("{page} rel=external"),
            format!("href='{}'", site.url("/documents/report.pdf")),
            format!("href='{}'", site.url("/robots.txt")),
            format!(
                "href='{}'",
                site.url("/about-us/").replace("127.0.0.1", "localhost")
            ),
            outside,
            "href='mailto:someone@example.org'".into(),
            "href='tel:999'".into(),
            "href='#main'".into(),
        ];
        for attributes in left_alone {
            assert!(!is_taken(browser, &attributes, "{}").await, "{attributes}");
        }
        // The same click on a plain link is taken: the rest of this test can fail.
        assert!(is_taken(browser, &page, "{}").await);
        browser.until_page(&site, "/about-us/").await;
    });
}

#[test]
fn a_click_that_the_page_has_handled_is_left_alone() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        browser.open_app(&site, "/").await;
        let link = Browser::link(&site, "header nav", "/about-us/");
        browser
            .run(&format!(
                "{link}.addEventListener('click', e => e.preventDefault()); {link}.click()"
            ))
            .await;
        browser.settle().await;
        assert_eq!(
            browser.value::<String>("location.href").await,
            site.url("/")
        );
    });
}

#[test]
fn of_two_fast_clicks_the_last_one_counts() {
    in_every_engine(async |browser| {
        for held in [false, true] {
            let site = Site::watched(built(), "/").await;
            if held {
                site.inject_fault("content/*", Fault::Held);
            }
            browser.open_app(&site, "/").await;
            browser.mark().await;
            let before: u32 = browser.value("history.length").await;
            let first = Browser::link(&site, "header nav", "/about-us/");
            let second = Browser::link(&site, "header nav", "/contact/");
            browser
                .run(&format!("{first}.click(); {second}.click()"))
                .await;
            site.clear_faults();
            browser.until_page(&site, "/contact/").await;
            browser.settle().await;
            browser.until_page(&site, "/contact/").await;
            assert!(browser.is_same_document().await, "no document was loaded");
            let entries = browser.value::<u32>("history.length").await - before;
            assert!(
                entries <= if held { 1 } else { 2 },
                "{entries} entries in the history"
            );
        }
    });
}

#[test]
fn the_link_of_the_page_itself_shows_the_page() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        browser.open_app(&site, "/contact/").await;
        browser.click_header(&site, "/contact/").await;
        browser.settle().await;
        browser.until_page(&site, "/contact/").await;
        browser.until_app_runs().await;
        browser.go_by_header(&site, "/about-us/").await;
    });
}
