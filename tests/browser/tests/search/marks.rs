//! The search words are marked on the page that a result leads to.

use lscb_browser::dist::built;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

use super::support::open_results;

/// The words that are marked on the page.
const MARKED: &str =
    "[...(CSS.highlights?.get('found') ?? [])].map(range => range.toString().toLowerCase())";

#[test]
fn they_are_in_view_and_marked_and_the_text_is_as_it_was() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        // The other words of these results have signs in them, which mean something to an expression.
        open_results(browser, &site, "q=multi-agency+panel's").await;
        browser
            .click("[...document.querySelectorAll('.hits h3 a')].find((a) => /about-us\\/$/.test(a.href))")
            .await;
        browser
            .until(&format!("{MARKED}.includes('multi-agency')"))
            .await;

        open_results(browser, &site, "q=threads").await;
        browser.click("document.querySelector('.hits h3 a')").await;
        let there = "/about-us/";
        let heading = built().page(there).words("main h1");
        browser
            .until(&format!(
                "document.querySelector('main h1')?.textContent.trim() === '{heading}'"
            ))
            .await;
        browser.until(&format!("{MARKED}.length")).await;
        let marked: Vec<String> = browser.value(MARKED).await;
        assert!(
            marked.iter().all(|words| words.starts_with("thread")),
            "{marked:?}"
        );
        let seen = "[...CSS.highlights.get('found')].some(range => {
            const box = range.getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight && box.height > 0;
        })";
        browser.until(seen).await;
        let words: String = browser
            .value("document.querySelector('main').textContent")
            .await;
        let published = built().page(there).words("main");
        let letters = lscb_browser::markup::letters;
        assert_eq!(letters(&words), letters(&published));

        // The next page is read for itself.
        browser.go_by_header(&site, "/contact/").await;
        assert_eq!(browser.value::<Vec<String>>(MARKED).await, [""; 0]);
    });
}
