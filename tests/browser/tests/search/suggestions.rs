//! The field with its suggestions, by keyboard, by mouse and by ear (WAI-ARIA Authoring
//! Practices, "Editable combobox with list autocomplete", manual selection).

use lscb_browser::browser::{Browser, ENTER, TAB};
use lscb_browser::checker::role_and_name;
use lscb_browser::dist::built;
use lscb_browser::runner::in_every_engine;
use thirtyfour::By;

use super::support::{
    DOWN, ESCAPE, FIELD, HERE, OPTIONS, SEARCH, STATUS, UP, site, type_words, until_results,
};

async fn until_open(browser: &Browser) {
    browser.until(&format!("{OPTIONS}.length")).await;
    let expanded = format!("{FIELD}.getAttribute('aria-expanded') === 'true'");
    assert!(browser.value::<bool>(&expanded).await);
}

async fn until_closed(browser: &Browser) {
    browser
        .until(&format!(
            "!{OPTIONS}.length && {FIELD}.getAttribute('aria-expanded') === 'false'"
        ))
        .await;
}

/// The place of the suggestion that the field says is the active one, and the only one that
/// says it is selected.
async fn active(browser: &Browser) -> Option<usize> {
    let of = |test: &str| format!("{OPTIONS}.findIndex(e => {test})");
    let selected: i64 = browser
        .value(&of("e.getAttribute('aria-selected') === 'true'"))
        .await;
    let named: i64 = browser
        .value(&of(&format!(
            "e.id === {FIELD}.getAttribute('aria-activedescendant')"
        )))
        .await;
    assert_eq!(selected, named, "one is selected and named");
    let focused = format!("document.activeElement === {FIELD}");
    assert!(
        browser.value::<bool>(&focused).await,
        "the focus stays in the field"
    );
    usize::try_from(selected).ok()
}

#[test]
fn the_field_is_a_combobox_with_a_list() {
    in_every_engine(async |browser| {
        let _site = site(browser).await;
        let field = browser.find(By::Id("search")).await.expect("a field");
        let (role, name) = role_and_name(browser, &field).await;
        assert!(role.eq_ignore_ascii_case("combobox"), "{role}");
        assert_eq!(name, "Search this site");
        type_words(browser, "l").await;
        browser.settle().await;
        until_closed(browser).await;
        browser.press("o").await;
        until_open(browser).await;
        assert_eq!(
            active(browser).await,
            None,
            "nothing is chosen for the reader"
        );
        let list = browser.find(By::Id("suggestions")).await.expect("a list");
        let (role, name) = role_and_name(browser, &list).await;
        assert!(role.eq_ignore_ascii_case("listbox"), "{role}");
        assert_eq!(name, "Suggestions");
    });
}

#[test]
fn the_arrows_go_through_it_and_enter_goes_there() {
    in_every_engine(async |browser| {
        let site = site(browser).await;
        browser.mark().await;
        type_words(browser, "louise rob").await;
        until_open(browser).await;
        let first = format!("{OPTIONS}[0].textContent");
        assert_eq!(
            browser.value::<String>(&first).await,
            "Louise Roberts (Person)"
        );
        let count: usize = browser.value(&format!("{OPTIONS}.length")).await;
        browser.press(DOWN).await;
        assert_eq!(active(browser).await, Some(0));
        browser.press(UP).await;
        assert_eq!(active(browser).await, None, "the field itself");
        browser.press(UP).await;
        assert_eq!(active(browser).await, Some(count - 1));
        browser.press(DOWN).await;
        assert_eq!(active(browser).await, None);
        browser.press(DOWN).await;
        browser.press(ENTER).await;
        browser.until_page(&site, "/contact/#louise-roberts").await;
        assert!(browser.is_same_document().await, "no document was loaded");
        let focused = "document.activeElement.id === 'louise-roberts'";
        assert!(
            browser.value::<bool>(focused).await,
            "reading goes on there"
        );
        until_closed(browser).await;
    });
}

#[test]
fn enter_without_a_choice_shows_all_results() {
    in_every_engine(async |browser| {
        let site = site(browser).await;
        browser.mark().await;
        type_words(browser, "case review").await;
        until_open(browser).await;
        browser.press(ENTER).await;
        browser
            .until(&format!(
                "location.href === '{}#q=case+review'",
                site.url(SEARCH)
            ))
            .await;
        until_results(browser).await;
        until_closed(browser).await;
        assert!(browser.is_same_document().await, "no document was loaded");
    });
}

#[test]
fn the_last_one_leads_to_all_results() {
    in_every_engine(async |browser| {
        let site = site(browser).await;
        browser.mark().await;
        type_words(browser, "case review").await;
        until_open(browser).await;
        let last = format!("{OPTIONS}.at(-1).textContent");
        assert_eq!(
            browser.value::<String>(&last).await,
            "All results for “case review”"
        );
        browser.press(UP).await;
        browser.press(ENTER).await;
        browser
            .until(&format!(
                "location.href === '{}#q=case+review'",
                site.url(SEARCH)
            ))
            .await;
        until_results(browser).await;
        until_closed(browser).await;
        assert!(browser.is_same_document().await, "no document was loaded");
    });
}

#[test]
fn escape_closes_it_and_then_empties_the_field() {
    in_every_engine(async |browser| {
        let _site = site(browser).await;
        type_words(browser, "review").await;
        until_open(browser).await;
        browser.press(DOWN).await;
        browser.press(ESCAPE).await;
        until_closed(browser).await;
        let value = format!("{FIELD}.value");
        assert_eq!(browser.value::<String>(&value).await, "review");
        browser.press(DOWN).await;
        until_open(browser).await;
        browser.press(ESCAPE).await;
        browser.press(ESCAPE).await;
        assert_eq!(browser.value::<String>(&value).await, "");
    });
}

#[test]
fn it_closes_when_the_reader_goes_on() {
    in_every_engine(async |browser| {
        let _site = site(browser).await;
        type_words(browser, "review").await;
        until_open(browser).await;
        browser.press(TAB).await;
        until_closed(browser).await;
        let kept = format!("{FIELD}.value");
        assert_eq!(browser.value::<String>(&kept).await, "review");
    });
}

#[test]
fn a_suggestion_can_be_pressed_and_is_large_enough() {
    in_every_engine(async |browser| {
        let site = site(browser).await;
        type_words(browser, "governance").await;
        until_open(browser).await;
        let heights: Vec<f64> = browser
            .value(&format!(
                "{OPTIONS}.map(e => e.getBoundingClientRect().height)"
            ))
            .await;
        assert!(heights.iter().all(|&height| height >= 44.0), "{heights:?}");
        browser.click(&format!("{OPTIONS}[0]")).await;
        let there = "/governance-and-structure/";
        browser.until_page(&site, there).await;
        until_closed(browser).await;
    });
}

#[test]
fn their_number_is_said_once_the_reader_stops_typing() {
    in_every_engine(async |browser| {
        let _site = site(browser).await;
        type_words(browser, "review").await;
        browser
            .until(&format!("{STATUS}.includes('suggestion')"))
            .await;
        let count: usize = browser.value(&format!("{OPTIONS}.length")).await;
        let said: String = browser.value(STATUS).await;
        // The last one leads to the others.
        assert_eq!(said, format!("{} suggestions", count - 1));
        browser.press("qqqqqq").await;
        browser
            .until(&format!("{STATUS} === 'No suggestions'"))
            .await;
        until_closed(browser).await;
    });
}

#[test]
fn the_page_behind_it_stays_as_it_is() {
    in_every_engine(async |browser| {
        let _site = site(browser).await;
        type_words(browser, "review").await;
        until_open(browser).await;
        browser.settle().await;
        assert!(browser.value::<bool>("probe.untouched()").await);
        assert_eq!(browser.value::<f64>("probe.shift").await, 0.0);
        let title = built().page(HERE).words("main h1");
        let shown: String = browser
            .value("document.querySelector('main h1').textContent")
            .await;
        assert_eq!(shown, title);
        assert_eq!(browser.complaints().await, [""; 0]);
    });
}
