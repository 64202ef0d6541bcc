//! The index files of a site that is too large for one: a query fetches a few of many, and any
//! of them may not come.

use std::sync::{Arc, LazyLock};

use lscb_browser::bench::generated::{self, Scale};
use lscb_browser::browser::Browser;
use lscb_browser::dist::Dist;
use lscb_browser::fault::Fault;
use lscb_browser::published::published;
use lscb_browser::runner::in_every_engine;
use lscb_browser::scratch::Scratch;
use lscb_browser::site::Site;

use super::support::{SEARCH, titles, until_results};

/// The site, with the app and the style of the built one.
static LARGE: LazyLock<Arc<Dist>> = LazyLock::new(|| {
    let scratch = Scratch::new("large");
    let content = scratch.path().join("content");
    let scale = Scale {
        pages: 400,
        bytes: 1_600_000,
    };
    generated::write(&content, scale);
    published(&content, &[])
});

/// A page far down in the site.
const PAGE: &str = "/section-007/page-23/";

/// Shortens the timeouts of the app: what is tested is what happens after them.
const SHORT_TIMEOUTS: &str = "
    const timeout = AbortSignal.timeout;
    AbortSignal.timeout = (time) => timeout.call(AbortSignal, time / 20);";

fn title() -> String {
    LARGE.page(PAGE).words("main h1")
}

/// Injects a fault into every index file but the root.
fn inject_fault(site: &Site, fault: &Fault) {
    for digit in "0123456789abcdef".chars() {
        site.inject_fault(&format!("search/index/{digit}*.bin"), fault.clone());
    }
}

/// Opens the results of a query for the title of the page.
async fn query(browser: &Browser, site: &Site) {
    let words = title().to_lowercase().replace(' ', "+");
    browser.open_app(site, &format!("{SEARCH}#q={words}")).await;
    until_results(browser).await;
}

#[test]
fn a_query_fetches_few_index_files_of_many_and_finds_its_page() {
    let files = LARGE
        .paths()
        .filter(|path| path.starts_with("search/index/"));
    let files = files.count();
    assert!(files > 60, "{files} files");
    in_every_engine(async |browser| {
        let site = Site::watched(&LARGE, "/lscb/").await;
        query(browser, &site).await;
        assert_eq!(titles(browser).await[0], title());
        let fetched = site.count("search/*.bin");
        assert!(fetched * 2 < files, "{fetched} of {files}");
        let mut requests = site.requests();
        requests.sort();
        let all = requests.len();
        requests.dedup();
        assert_eq!(requests.len(), all, "none twice: {requests:?}");
    });
}

#[test]
fn files_that_do_not_come_are_told_and_can_be_tried_again() {
    in_every_engine(async |browser| {
        let faults = [
            Fault::Missing,
            Fault::Halved,
            Fault::CutOff,
            Fault::Flipped,
            Fault::Html,
            Fault::Held,
        ];
        for fault in browser.engine().share(faults) {
            println!("{} {fault:?}", browser.engine());
            let site = Site::watched(&LARGE, "/lscb/").await;
            site.inject(SHORT_TIMEOUTS);
            inject_fault(&site, &fault);
            query(browser, &site).await;
            let told: String = browser
                .value("document.getElementById('results').textContent")
                .await;
            assert!(told.contains("did not load"), "{told}");
            assert!(!told.contains("Nothing found"), "nobody can know: {told}");
            site.clear_faults();
            browser
                .click("document.getElementById('search-again')")
                .await;
            browser.until("document.querySelector('.hits')").await;
            assert_eq!(titles(browser).await[0], title());
        }
    });
}
