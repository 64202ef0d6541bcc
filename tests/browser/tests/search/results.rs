//! The page of the results: what its address asks is what it shows.

use lscb_browser::browser::{Browser, ENTER};
use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::runner::{in_engines, in_every_engine};
use lscb_browser::site::Site;

use super::support::{
    HERE, SEARCH, STATUS, open_anew, open_results, site, titles, type_words, until_results,
};

const HEADING: &str = "document.querySelector('#results h2').textContent";

#[test]
fn an_address_can_be_shared() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/a/b/c/").await;
        open_results(browser, &site, "q=child+death").await;
        let found = titles(browser).await;
        assert_eq!(found[0], "Child Death Overview Panel (CDOP)");
        let heading: String = browser.value(HEADING).await;
        assert_eq!(
            heading,
            format!("{} results for “child death”", found.len())
        );
        assert_eq!(
            browser.value::<String>(STATUS).await,
            heading,
            "it is said too"
        );
        let field = "document.getElementById('words').value";
        assert_eq!(browser.value::<String>(field).await, "child death");
        let marks =
            "[...document.querySelectorAll('.hits mark')].map(e => e.textContent.toLowerCase())";
        let marked: Vec<String> = browser.value(marks).await;
        assert!(marked.contains(&"child".into()) && marked.contains(&"death".into()));
        assert_eq!(browser.complaints().await, [""; 0]);
    });
}

#[test]
fn a_person_can_be_called_from_the_result() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        open_results(browser, &site, "q=3983").await;
        assert_eq!(titles(browser).await[0], "Louise Roberts");
        let call = "document.querySelector('.hits li a[href^=\"tel:\"]').getAttribute('href')";
        assert_eq!(browser.value::<String>(call).await, "tel:+441519343983");
        // In the text it is not broken between two lines.
        let whole =
            "document.getElementById('results').textContent.includes('0151\\u00a0934\\u00a0')";
        open_results(browser, &site, "q=donna").await;
        assert!(browser.value::<bool>(whole).await);
    });
}

#[test]
fn a_heading_can_be_gone_to() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        open_results(browser, &site, "q=tracks").await;
        browser.mark().await;
        browser
            .click("document.querySelector('.hits ul a[href$=\"#cover-your-tracks\"]')")
            .await;
        browser
            .until_page(&site, "/about-this-site/#cover-your-tracks")
            .await;
        assert!(browser.is_same_document().await, "no document was loaded");
    });
}

#[test]
fn a_new_query_and_a_filter_are_entries_that_back_returns_from() {
    in_every_engine(async |browser| {
        let site = site(browser).await;
        browser
            .run("document.getElementById('search').focus()")
            .await;
        browser.press("review").await;
        browser.press(ENTER).await;
        until_results(browser).await;
        browser.mark().await;
        let all: String = browser.value(HEADING).await;

        let choose = "const kind = document.getElementById('of-kind');
            kind.value = 'review'; kind.dispatchEvent(new Event('change', { bubbles: true }))";
        browser.run(choose).await;
        browser
            .until("location.hash === '#q=review&kind=review'")
            .await;
        browser
            .until("document.querySelectorAll('.hits > li').length === 3")
            .await;
        let kinds = "[...document.querySelectorAll('.hits .kind')].every(e => e.textContent.startsWith('Review'))";
        assert!(browser.value::<bool>(kinds).await);

        // Other words, for which nobody has chosen a kind.
        browser.run("const words = document.getElementById('words'); words.value = 'louise'; words.focus()").await;
        browser.press(ENTER).await;
        browser.until("location.hash === '#q=louise'").await;
        until_results(browser).await;
        assert!(!titles(browser).await.is_empty());

        browser.go_back().await;
        browser
            .until("location.hash === '#q=review&kind=review'")
            .await;
        browser
            .until("document.querySelectorAll('.hits > li').length === 3")
            .await;
        let chosen = "document.getElementById('of-kind').value";
        assert_eq!(browser.value::<String>(chosen).await, "review");
        browser.go_back().await;
        browser.until(&format!("{HEADING} === {all:?}")).await;
        assert!(browser.is_same_document().await, "no document was loaded");
        browser.go_back().await;
        browser.until_page(&site, HERE).await;
    });
}

/// On a telephone, or with large letters, the results begin below the first screen.
#[test]
fn who_asks_is_led_to_the_results() {
    let narrow = BrowserOptions {
        width: 500,
        ..BrowserOptions::DEFAULT
    };
    in_engines(&Engine::ALL, narrow, async |browser| {
        let _site = site(browser).await;
        let in_view = format!(
            "(() => {{
                const top = document.querySelector('#results h2')?.getBoundingClientRect().top;
                return top > -2 && top < innerHeight / 2 && {HEADING};
            }})()"
        );
        browser
            .run("document.documentElement.style.fontSize = '200%'")
            .await;
        type_words(browser, "review").await;
        // Firefox goes back to where a focus has scrolled to, if that was not drawn yet when a script
        // scrolled on. Nobody presses Enter so soon.
        browser.settle().await;
        browser.press(ENTER).await;
        browser
            .until(&format!("{in_view}?.includes?.('“review”')"))
            .await;
        let focused = "document.activeElement.matches('h1')";
        assert!(browser.value::<bool>(focused).await);

        // Other words, in the field of the page: no keyboard lies over what is found.
        browser.run("scrollTo(0, 0); const words = document.getElementById('words'); words.value = 'louise'; words.focus()").await;
        browser.settle().await;
        browser.press(ENTER).await;
        browser
            .until(&format!("{in_view}?.includes?.('“louise”')"))
            .await;
        assert!(browser.value::<bool>(focused).await);

        // Who chooses a filter may choose again.
        let choose = "scrollTo(0, 0); const kind = document.getElementById('of-kind');
            kind.focus({ preventScroll: true }); kind.value = 'person';
            kind.dispatchEvent(new Event('change', { bubbles: true }))";
        browser.run(choose).await;
        browser
            .until("[...document.querySelectorAll('.hits .kind')].every(e => e.textContent.startsWith('Person'))")
            .await;
        let stays = "document.activeElement.id === 'of-kind' && scrollY === 0";
        assert!(browser.value::<bool>(stays).await);
    });
}

#[test]
fn more_results_say_which_page_they_are() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        open_results(browser, &site, "q=lscb").await;
        let first: String = browser.value(HEADING).await;
        browser
            .click("document.querySelector('#results nav a')")
            .await;
        browser
            .until(&format!("{HEADING} === {:?}", format!("{first}, page 2")))
            .await;
        let in_view =
            "document.querySelector('#results h2').getBoundingClientRect().top < innerHeight / 2";
        browser.until(in_view).await;
    });
}

#[test]
fn a_filter_that_leaves_nothing_says_so() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        open_results(browser, &site, "q=louise&kind=review").await;
        let heading: String = browser.value(HEADING).await;
        assert_eq!(heading, "Nothing found for “louise” with this filter");
        let chosen = "document.getElementById('of-kind').selectedOptions[0].textContent";
        assert_eq!(browser.value::<String>(chosen).await, "Reviews (0)");
        browser
            .click("document.querySelector('#results p a')")
            .await;
        browser.until("location.hash === '#q=louise'").await;
        browser
            .until("document.querySelectorAll('.hits > li').length > 0")
            .await;
    });
}

#[test]
fn back_from_a_result_finds_the_list_where_it_was_left() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        browser.open_app(&site, HERE).await;
        browser
            .run("document.getElementById('search').focus()")
            .await;
        browser.press("review").await;
        browser.press(ENTER).await;
        until_results(browser).await;
        // Firefox goes back to where a focus has scrolled to, if that was not drawn yet when a script
        // scrolled on.
        browser.settle().await;
        let link = "[...document.querySelectorAll('.hits h3 a')].at(-1)";
        browser.run(&format!("{link}.scrollIntoView()")).await;
        browser.until("scrollY > 200").await;
        browser.settle().await;
        let y: f64 = browser.value("scrollY").await;
        browser.run(&format!("{link}.click()")).await;
        browser.until("!document.getElementById('results')").await;
        browser.go_back().await;
        until_results(browser).await;
        browser.until(&format!("Math.abs(scrollY - {y}) < 2")).await;
    });
}

/// The list from A to Z, which stands below the results, does not take the reader along when they
/// come again.
#[test]
fn a_reload_and_back_find_the_results_where_they_were_left() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        open_results(browser, &site, "q=lscb").await;
        let y = scroll_to_next(browser).await;
        browser.mark().await;
        browser.run("setTimeout(() => location.reload())").await;
        browser.until("!window.marked").await;
        until_results(browser).await;
        until_at(browser, y).await;

        let y = scroll_to_next(browser).await;
        browser.run(&format!("{NEXT}.click()")).await;
        let is_second = format!("{HEADING}.endsWith(', page 2')");
        browser.until(&is_second).await;
        browser.settle().await;
        browser.go_back().await;
        browser.until(&format!("!{is_second}")).await;
        until_at(browser, y).await;
    });
}

const NEXT: &str = "document.querySelector('#results nav a')";

/// Scrolls to the link to more results, and gives the position.
async fn scroll_to_next(browser: &Browser) -> f64 {
    browser.settle().await;
    let scroll = format!("{NEXT}.scrollIntoView({{ block: 'center' }})");
    browser.run(&scroll).await;
    browser.until("scrollY > 200").await;
    browser.settle().await;
    browser.value("scrollY").await
}

/// Waits until the page stands at a position, and stays there.
async fn until_at(browser: &Browser, y: f64) {
    browser.settle().await;
    browser.until(&format!("Math.abs(scrollY - {y}) < 2")).await;
}

#[test]
fn nothing_found_is_said_with_the_nearest_topics_and_people_to_ask() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        open_results(browser, &site, "q=complain+about+social+worker").await;
        let heading: String = browser.value(HEADING).await;
        assert_eq!(heading, "Nothing found for “complain about social worker”");
        let words: String = browser
            .value("document.getElementById('results').textContent")
            .await;
        assert!(words.contains("“complain”"), "{words}");
        let contact = "document.querySelector('main .contact').checkVisibility()";
        assert!(browser.value::<bool>(contact).await, "people to ask");
        let help = "document.querySelector('.help').checkVisibility()";
        assert!(browser.value::<bool>(help).await);
    });
}

#[test]
fn a_slip_is_mended_and_said() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        open_results(browser, &site, "q=safegaurding").await;
        let offer = "document.querySelector('#results > p a').textContent";
        assert_eq!(browser.value::<String>(offer).await, "safeguarding");
        assert!(!titles(browser).await.is_empty());
    });
}

#[test]
fn odd_queries_get_an_answer_at_once() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        browser.open_app(&site, SEARCH).await;
        browser.mark().await;
        let long = "x".repeat(10_000);
        for words in [
            "a",
            "the of and",
            "?!…",
            "👨‍👩‍👧",
            "שלום",
            "\"ben",
            "<img src=x onerror=alert(1)>",
            &long,
        ] {
            let set = format!(
                "document.getElementById('results').replaceChildren();
                 location.hash = 'q=' + encodeURIComponent({})",
                serde_json::json!(words)
            );
            browser.run(&set).await;
            until_results(browser).await;
            let heading: String = browser.value(HEADING).await;
            assert!(heading.contains(words), "{heading:.80}");
        }
        assert!(browser.is_same_document().await);
        let wide = "document.documentElement.scrollWidth <= innerWidth";
        assert!(
            browser.value::<bool>(wide).await,
            "nothing scrolls sideways"
        );
        assert_eq!(browser.complaints().await, [""; 0]);
    });
}

#[test]
fn an_address_that_asks_nothing_leaves_the_page_as_published() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        for fragment in ["", "#", "#q=", "#everything-from-a-to-z"] {
            open_anew(browser, &site, &[SEARCH, fragment].concat()).await;
            browser.settle().await;
            assert!(
                browser.value::<bool>("probe.untouched()").await,
                "{fragment}"
            );
            assert_eq!(
                site.count("search/*.bin"),
                0,
                "{fragment}: the index is not fetched"
            );
        }
    });
}
