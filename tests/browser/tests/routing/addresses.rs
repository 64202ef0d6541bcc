//! The same files under any path, and every form of an address.

use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::markup::{assert_same, main_of};
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

const DEEP: &str = "/about-us/independent-chair/";

#[test]
fn the_app_runs_under_any_path() {
    in_every_engine(async |browser| {
        for base in ["/", "/lscb/", "/a/b/c/"] {
            let site = Site::watched(built(), base).await;
            browser.open_app(&site, DEEP).await;
            browser.mark().await;
            for route in ["/contact/", "/about-us/", "/governance-and-structure/"] {
                browser.go_by_header(&site, route).await;
                let found: String = browser
                    .value("document.querySelector('main').outerHTML")
                    .await;
                assert_same(route, &main_of(built().html(route)), &main_of(&found));
            }
            browser.run("history.go(-3)").await;
            browser.until_page(&site, DEEP).await;
            assert!(
                browser.is_same_document().await,
                "{base}: no document was loaded"
            );
            let outside: Vec<_> = site
                .requests()
                .into_iter()
                .filter(|path| path.starts_with('/'))
                .collect();
            assert_eq!(outside, [""; 0], "{base}: requests outside of the site");
        }
    });
}

#[test]
fn every_form_of_an_address_is_the_same_page() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        let heading = built().page(DEEP).words("main h1");
        for form in [
            "/about-us/independent-chair",
            "/about-us/independent-chair/index.html",
        ] {
            browser.open_app(&site, form).await;
            browser.mark().await;
            assert_eq!(
                browser
                    .value::<String>("document.querySelector('h1').textContent")
                    .await,
                heading
            );
            browser.go_by_header(&site, "/contact/").await;
            browser.go_back().await;
            browser
                .until(&format!(
                    "document.querySelector('h1').textContent === '{heading}'"
                ))
                .await;
            assert!(
                browser.is_same_document().await,
                "{form}: no document was loaded"
            );
        }
    });
}

#[test]
fn an_unknown_address_says_so() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/lscb/").await;
        browser.open(&site, "/no/such/page/").await;
        let heading = lscb_browser::markup::Document::parse(built().text("404.html")).words("h1");
        browser.until("document.querySelector('h1')").await;
        assert_eq!(
            browser
                .value::<String>("document.querySelector('h1').textContent.trim()")
                .await,
            heading
        );
    });
}

/// The page of an error is shown at any depth, and finds the site above it.
#[test]
fn an_unknown_address_can_be_searched_for() {
    in_every_engine(async |browser| {
        for base in ["/", "/a/lscb/"] {
            let site = Site::plain(built(), base).await;
            browser
                .open(&site, "/old/janet%20serious-case_review.aspx")
                .await;
            let ways =
                "[...document.querySelectorAll('.ways a')].map(a => [a.textContent, a.href])";
            browser
                .until(&format!(
                    "{ways}.length === 3 && {ways}[0][1].includes('#')"
                ))
                .await;
            let found: Vec<(String, String)> = browser.value(ways).await;
            let expected = [
                (
                    "search this site for “old janet serious case review”",
                    "/search/#q=old+janet+serious+case+review",
                ),
                ("the front page of this site", "/"),
                ("everything on this site, from A to Z", "/search/"),
            ];
            let expected = expected.map(|(words, path)| (words.to_owned(), site.url(path)));
            assert_eq!(found, expected, "{base}");
            browser.click("document.querySelector('.ways a')").await;
            browser
                .until("document.querySelector('.hits h3')?.textContent.includes('Janet')")
                .await;
        }
    });
}

/// Nothing but a site has a release: what a host answers to everything is none.
#[test]
fn the_page_of_an_error_leads_up_where_it_finds_no_site() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/lscb/").await;
        site.inject_fault("release.json", Fault::Html);
        browser.open(&site, "/no/such/page/").await;
        browser.until_quiet(&site).await;
        let ways = "[...document.querySelectorAll('.ways a')].map(a => a.getAttribute('href'))";
        assert_eq!(browser.value::<Vec<String>>(ways).await, ["./", "../", "/"]);
    });
}
