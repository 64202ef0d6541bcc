//! The app itself: its boot script, its loader, its wasm.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

use super::scene::{HERE, THERE, assert_link_is_a_link, heading, site};

/// Without the app the page is whole and its links are links, before and after Back.
async fn assert_reads_without_app(browser: &Browser, pattern: &str, fault: Fault) {
    println!("{} {pattern} {fault:.40?}", browser.engine());
    let site = site().await;
    site.plant(pattern, fault);
    browser.open(&site, HERE).await;
    until_tried(browser, &site, pattern).await;
    assert!(
        browser.value::<bool>("probe.untouched()").await,
        "{pattern}: the page stands"
    );
    assert!(
        browser
            .value::<bool>("document.documentElement.dataset.app !== 'ready'")
            .await,
        "{pattern}: the app must not say that it runs",
    );
    assert_link_is_a_link(browser, &site).await;
    browser.run("history.back()").await;
    browser
        .until_at(&site, HERE, &built().page(HERE).words("main h1"))
        .await;
}

/// Waits until the browser has asked for what is broken, and has tried to use it.
async fn until_tried(browser: &Browser, site: &Site, pattern: &str) {
    browser.wait_for(pattern, || site.count(pattern) > 0).await;
    browser.settle().await;
}

#[test]
fn the_page_does_without_wasm() {
    in_every_engine(async |browser| {
        let faults = [
            Fault::Broken,
            Fault::Halved,
            Fault::Flipped,
            Fault::Html,
            Fault::Held,
            Fault::Bytes(b"\0asm\x01\0\0\0".to_vec()),
        ];
        for fault in faults {
            assert_reads_without_app(browser, "assets/*.wasm", fault).await;
        }
    });
}

/// A host that does not know the type is common; the app may run or not, the links must.
#[test]
fn wasm_of_the_wrong_type_is_no_trouble() {
    in_every_engine(async |browser| {
        for media in ["application/octet-stream", "text/plain"] {
            let site = site().await;
            site.plant("assets/*.wasm", Fault::Typed(media));
            browser.open(&site, HERE).await;
            until_tried(browser, &site, "assets/*.wasm").await;
            browser.click_header(&site, THERE).await;
            browser.until_at(&site, THERE, &heading()).await;
        }
    });
}

#[test]
fn the_page_does_without_scripts_that_fail() {
    in_every_engine(async |browser| {
        for pattern in ["assets/app*.js", "assets/boot*.js"] {
            let faults = [
                Fault::Missing,
                Fault::CutOff,
                Fault::Html,
                Fault::Held,
                Fault::Bytes(b"throw new Error('planted');".to_vec()),
            ];
            for fault in faults {
                assert_reads_without_app(browser, pattern, fault).await;
            }
        }
    });
}

#[test]
fn the_page_does_without_anything_else() {
    in_every_engine(async |browser| {
        for fault in [Fault::Held, Fault::Missing] {
            let site = site().await;
            for pattern in ["assets/*", "content/*", "release.json"] {
                site.plant(pattern, fault.clone());
            }
            browser.open(&site, HERE).await;
            browser
                .wait_for("a script", || site.count("assets/*") > 0)
                .await;
            assert!(
                browser.value::<bool>("probe.untouched()").await,
                "the page stands"
            );
            assert_link_is_a_link(browser, &site).await;
            browser.click_header(&site, "/contact/").await;
            let heading = built().page("/contact/").words("main h1");
            browser.until_at(&site, "/contact/", &heading).await;
        }
    });
}
