//! The index does not load, or is not valid: a message in place of results, a way to try again, and
//! the rest of the site works.

use lscb_browser::browser::{Browser, ENTER};
use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

use super::support::{
    DOWN, HERE, OPTIONS, SEARCH, assert_text_stands, of_another_version, site, titles, type_words,
    until_results,
};

const INDEX: &str = "search/*.bin";

async fn assert_told(browser: &Browser, words: &str) {
    until_results(browser).await;
    let told: String = browser
        .value("document.getElementById('results').textContent")
        .await;
    assert!(told.contains(words), "{told}");
    assert!(titles(browser).await.is_empty());
    assert_text_stands(browser, SEARCH).await;
    let list = "document.querySelectorAll('.index a').length > 60";
    assert!(browser.value::<bool>(list).await, "the list stands");
}

async fn assert_works_after_try_again(browser: &Browser) {
    browser
        .click("document.getElementById('search-again')")
        .await;
    browser.until("document.querySelector('.hits')").await;
}

#[test]
fn a_bad_index_is_told_and_can_be_tried_again() {
    in_every_engine(async |browser| {
        let faults = [
            Fault::Missing,
            Fault::Broken,
            Fault::Halved,
            Fault::CutOff,
            Fault::Flipped,
            Fault::Html,
            Fault::Bytes(Vec::new()),
        ];
        for fault in browser.engine().share(faults) {
            println!("{} {fault:?}", browser.engine());
            let site = Site::watched(built(), "/lscb/").await;
            site.inject_fault(INDEX, fault);
            browser
                .open_app(&site, &[SEARCH, "#q=review"].concat())
                .await;
            assert_told(browser, "did not load").await;
            site.clear_faults();
            assert_works_after_try_again(browser).await;
        }
    });
}

#[test]
fn suggestions_that_cannot_come_do_not_get_in_the_way() {
    in_every_engine(async |browser| {
        let site = site(browser).await;
        site.inject_fault(INDEX, Fault::Missing);
        type_words(browser, "review").await;
        browser
            .until(&format!(
                "{OPTIONS}.at(-1)?.textContent === 'The search did not load.'"
            ))
            .await;
        assert!(browser.value::<bool>("probe.untouched()").await);
        // Where it can be tried again is one key away; the message itself is no choice.
        browser.press(DOWN).await;
        let chosen = format!("{OPTIONS}.find(e => e.getAttribute('aria-selected') === 'true')");
        assert_eq!(
            browser
                .value::<String>(&format!("{chosen}.textContent"))
                .await,
            "All results for “review”"
        );
        browser.click(&format!("{OPTIONS}.at(-1)")).await;
        assert_eq!(
            browser.value::<String>("location.href").await,
            site.url(HERE)
        );
        browser.press(ENTER).await;
        assert_told(browser, "did not load").await;
        // The rest of the site is as it was.
        browser.go_by_header(&site, "/contact/").await;
    });
}

#[test]
fn words_typed_while_the_index_is_on_its_way_are_answered_when_it_is_there() {
    in_every_engine(async |browser| {
        let site = site(browser).await;
        site.inject_fault(INDEX, Fault::Held);
        type_words(browser, "louise").await;
        browser
            .wait_for("the index is asked for", || site.count(INDEX) > 0)
            .await;
        browser
            .until(&format!("{OPTIONS}.at(-1)?.textContent === 'Searching…'"))
            .await;
        browser.press(" rob").await;
        site.clear_faults();
        browser.until(&format!("{OPTIONS}.length")).await;
        let first = format!("{OPTIONS}[0].textContent");
        browser
            .until(&format!("{first}.startsWith('Louise Roberts')"))
            .await;
        assert_eq!(site.count(INDEX), 1, "once");
    });
}

#[test]
fn a_slow_index_is_announced() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        site.inject_fault(INDEX, Fault::Held);
        browser
            .open_app(&site, &[SEARCH, "#q=review"].concat())
            .await;
        browser
            .until("document.getElementById('status').textContent === 'Searching…'")
            .await;
        let shown: String = browser
            .value("document.getElementById('results').textContent")
            .await;
        assert_eq!(shown, "Searching…", "to the eye, too");
        assert_text_stands(browser, SEARCH).await;
        site.clear_faults();
        browser.until("document.querySelector('.hits')").await;
    });
}

#[test]
fn a_newer_site_asks_for_a_fresh_page() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        let release = built().text("release.json");
        let start = release.find("\"release\":\"").expect("a release") + 11;
        let newer = [&release[..start], "0000", &release[start + 4..]].concat();
        site.inject_fault("release.json", Fault::Bytes(newer.into()));
        browser
            .open_app(&site, &[SEARCH, "#q=review"].concat())
            .await;
        assert_told(browser, "has been updated").await;
        let link = "document.querySelector('#results a').href";
        assert_eq!(browser.value::<String>(link).await, site.url(SEARCH));
    });
}

#[test]
fn an_index_of_another_version_asks_for_a_fresh_page() {
    in_every_engine(async |browser| {
        let site = Site::watched(&of_another_version(), "/lscb/").await;
        browser
            .open_app(&site, &[SEARCH, "#q=review"].concat())
            .await;
        assert_told(browser, "has been updated").await;
        browser.open_app(&site, HERE).await;
        browser.go_by_header(&site, "/contact/").await;
    });
}
