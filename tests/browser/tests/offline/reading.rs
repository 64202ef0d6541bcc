//! Reading the copy when the host does not answer, or another server answers for it.

use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

use super::support::{
    FROM_COPY, OFFLINE, files, go_to, keep, kept, kept_and_cut_off, promised, until_not_found,
    until_says,
};

#[test]
fn every_page_is_read_without_the_network() {
    in_every_engine(async |browser| {
        let site = kept_and_cut_off(browser).await;
        for route in browser.engine().share(built().routes()) {
            browser.open_page(&site, &route).await;
            browser
                .until(&format!(
                    "{FROM_COPY}?.textContent.includes('copy kept on this device on')"
                ))
                .await;
            // Pages with a script of their own say more than what was published.
            if !["/offline/", "/search/", "/embed-this-site/"].contains(&route.as_str()) {
                assert_eq!(
                    browser.main_words().await,
                    built().page(&route).words("main"),
                    "{route}"
                );
            }
        }
    });
}

#[test]
fn old_addresses_lead_on_without_the_network() {
    in_every_engine(async |browser| {
        let site = kept_and_cut_off(browser).await;
        go_to(browser, &site, "/lscb/about-us/print/").await;
        browser.until_page(&site, "/about-us/").await;
    });
}

#[test]
fn the_app_and_its_search_work_without_the_network() {
    in_every_engine(async |browser| {
        let site = kept_and_cut_off(browser).await;
        browser.open_app(&site, "/about-us/").await;
        browser.mark().await;
        browser.go_by_header(&site, "/contact/").await;
        assert!(browser.is_same_document().await, "the app has drawn it");
        browser.open_app(&site, "/search/#q=louise+roberts").await;
        browser
            .until("document.querySelector('.hits h3')?.textContent.includes('Louise Roberts')")
            .await;
    });
}

#[test]
fn addresses_may_be_written_in_any_way() {
    in_every_engine(async |browser| {
        let site = kept_and_cut_off(browser).await;
        let h1 = built().page("/about-us/").words("main h1");
        for (asked, shown) in [
            ("/about-us/index.html", "/about-us/index.html"),
            ("/about-us/?from=a+letter", "/about-us/?from=a+letter"),
            ("/about-us", "/about-us/"),
            ("/about-us?from=a+letter", "/about-us/?from=a+letter"),
        ] {
            go_to(browser, &site, asked).await;
            browser.until_at(&site, shown, &h1).await;
        }
    });
}

#[test]
fn an_address_that_the_copy_does_not_have_is_a_404() {
    in_every_engine(async |browser| {
        let site = kept_and_cut_off(browser).await;
        go_to(browser, &site, "/no/such/page/").await;
        until_not_found(browser).await;
        // What is no page fails as it would without a worker.
        let file: String = promised(
            browser,
            &format!(
                "fetch('{}').then((it) => String(it.status), () => 'none')",
                site.url("/no/such.pdf")
            ),
        )
        .await;
        assert_eq!(file, "none");
    });
}

#[test]
fn with_the_network_the_reader_gets_the_site_as_it_is() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/a/b/c/").await;
        // What the browser has by itself must not stand in for the copy.
        site.never_cache();
        browser.open(&site, OFFLINE).await;
        until_says(browser, "No copy is kept").await;
        keep(browser).await;
        site.forget();
        browser.open_page(&site, "/about-us/").await;
        browser.until_app_runs().await;
        browser.settle().await;
        assert_eq!(site.count("about-us/"), 1, "{:?}", site.requests());
        assert!(browser.value::<bool>(&format!("!{FROM_COPY}")).await);
        // What has its hash in its name is the same wherever it comes from.
        assert_eq!(site.count("assets/*"), 0, "{:?}", site.requests());
    });
}

/// Whatever stands between the reader and the site, the text is there and the copy stays right.
#[test]
fn what_is_not_the_sites_answer_is_not_shown_and_not_kept() {
    in_every_engine(async |browser| {
        let site = kept(browser, built()).await;
        let elsewhere = Site::plain(built(), "/").await;
        let before = files(browser, &site).await;
        let faults = [
            Fault::Html,
            Fault::Redirected(elsewhere.url("/")),
            Fault::Broken,
            Fault::Missing,
            Fault::CutOff,
            Fault::Typed("application/octet-stream"),
            Fault::Held,
        ];
        for fault in browser.engine().share(faults) {
            println!("{} {fault:.40?}", browser.engine());
            site.inject_fault("*", fault);
            browser.open_page(&site, "/about-us/").await;
            browser.until(FROM_COPY).await;
            browser.until_app_runs().await;
            site.clear_faults();
            assert_eq!(files(browser, &site).await, before);
            browser.open_page(&site, "/privacy/").await;
        }
    });
}
