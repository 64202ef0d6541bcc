//! The form by itself: without scripts, before the app, and without the app.

use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::fault::Fault;
use lscb_browser::runner::{in_engines, in_every_engine};
use lscb_browser::site::Site;
use thirtyfour::By;

use super::support::{FIELD, HERE, OPTIONS, SEARCH, type_words, until_results};
use lscb_browser::browser::ENTER;

#[test]
fn every_page_has_it_and_it_sends_no_words() {
    for route in built().routes() {
        let page = built().page(&route);
        let fields = page.all("header form[role=search] input");
        assert_eq!(fields.len(), 1, "{route}");
        assert_eq!(
            fields[0].attr("name"),
            None,
            "{route}: its words would be sent"
        );
    }
}

#[test]
fn without_scripts_it_leads_to_everything_from_a_to_z() {
    let options = BrowserOptions {
        scripts_off: true,
        ..BrowserOptions::default()
    };
    in_engines(&Engine::ALL, options, async |browser| {
        let site = Site::plain(built(), "/lscb/").await;
        let title = built().page(HERE).words("title");
        browser.read(&site, HERE, &title).await;
        let field = browser
            .find(By::Css("header form input"))
            .await
            .expect("a field");
        field.send_keys("janet").await.expect("words");
        let button = browser.find(By::Css("header form button")).await;
        button.expect("a button").click().await.expect("a click");
        // Forms put a question mark, and nothing behind it.
        let address = [SEARCH, "?"].concat();
        let title = built().page(SEARCH).words("title");
        browser.until_read(&site, &address, &title).await;
        let shown = browser.shown("main").await;
        for words in [
            "Louise Roberts",
            "Child Death Overview Panel",
            "Cover your tracks",
        ] {
            assert!(shown.contains(words), "{words} is in the list");
        }
        assert!(site.requests().iter().all(|path| !path.contains("janet")));
    });
}

#[test]
fn everything_in_the_list_is_where_it_says() {
    let page = built().page(SEARCH);
    let links = page.links_of(".index a", SEARCH);
    assert!(links.len() > 60, "{} entries", links.len());
    for (url, words, _) in links {
        let url = url.split_once("//").expect("an address").1;
        let path = &url[url.find('/').expect("a path")..];
        let (path, anchor) = path.split_once('#').unwrap_or((path, ""));
        assert!(
            built().routes().iter().any(|route| route == path),
            "{words}: {url}"
        );
        let places = built().page(path).all(&format!("[id='{anchor}']")).len();
        assert!(anchor.is_empty() || places == 1, "{words}: {url}");
    }
}

#[test]
fn words_that_are_sent_before_the_app_is_there_are_not_lost() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        site.inject_fault("assets/*.wasm", Fault::Held);
        browser.open(&site, HERE).await;
        browser.until(FIELD).await;
        browser.until("document.readyState === 'complete'").await;
        type_words(browser, "janet").await;
        browser.press(ENTER).await;
        browser
            .until(&format!("location.href === '{}#q=janet'", site.url(SEARCH)))
            .await;
        site.clear_faults();
        until_results(browser).await;
        assert!(!site.requests().iter().any(|path| path.contains("janet")));
    });
}

/// Both ways to the host take their time: the index need not wait for the app.
#[test]
fn the_index_comes_while_the_app_is_on_its_way() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        site.inject_fault("assets/*.wasm", Fault::Held);
        browser.open(&site, HERE).await;
        browser.until("document.readyState === 'complete'").await;
        browser.until_quiet(&site).await;
        assert_eq!(site.count("search/*.bin"), 0, "nobody wants to search yet");
        type_words(browser, "louise").await;
        browser
            .wait_for("the index", || site.count("search/*.bin") > 0)
            .await;
        site.clear_faults();
        browser.until(&format!("{OPTIONS}.length")).await;
        assert_eq!(site.count("search/*.bin"), 1, "{:?}", site.requests());
    });
}

#[test]
fn without_the_app_the_page_says_so_and_has_its_list() {
    in_every_engine(async |browser| {
        for pattern in ["assets/*.wasm", "assets/app.*.js"] {
            let site = Site::watched(built(), "/lscb/").await;
            site.inject_fault(pattern, Fault::Missing);
            browser.open(&site, &[SEARCH, "#q=janet"].concat()).await;
            until_results(browser).await;
            let words: String = browser
                .value("document.getElementById('results').textContent")
                .await;
            assert!(words.contains("did not load"), "{words}");
            let list = "document.querySelectorAll('.index a').length > 60";
            assert!(browser.value::<bool>(list).await, "the list stands");
        }
    });
}
