//! The bundle of the next page.

use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_every_engine;

use super::scene::{
    THERE, assert_kept, assert_link_is_a_link, assert_try_again_works, click_there, heading,
    running_with,
};

/// The bundle that holds the page that the reader wants.
fn bundle() -> Vec<u8> {
    let mut files = built()
        .paths()
        .filter(|path| path.starts_with("content/") && path.ends_with(".json"));
    let title = heading();
    let file = files
        .find(|path| built().text(path).contains(&title))
        .expect("the bundle of the page");
    built().text(file).into()
}

fn altered(from: &str, to: &str) -> Fault {
    let text = String::from_utf8(bundle()).expect("text");
    assert!(text.contains(from), "the bundle has {from:?}");
    Fault::Bytes(text.replacen(from, to, 1).into())
}

#[test]
fn a_bad_bundle_changes_nothing() {
    in_every_engine(async |browser| {
        let faults = [
            Fault::Missing,
            Fault::Halved,
            Fault::CutOff,
            Fault::Flipped,
            Fault::Html,
            altered(&heading(), "Another release"),
            altered("lscb-bundle/1", "lscb-bundle/2"),
        ];
        for (at, fault) in faults.into_iter().enumerate() {
            println!("{} {fault:.40?}", browser.engine());
            let site = running_with(browser, "content/*", fault).await;
            click_there(browser, &site).await;
            assert_kept(browser, &site).await;
            // Both ways on, in turn.
            if at % 2 == 0 {
                site.mend();
                assert_try_again_works(browser, &site).await;
            } else {
                assert_link_is_a_link(browser, &site).await;
            }
        }
    });
}

#[test]
fn try_again_may_fail_again() {
    in_every_engine(async |browser| {
        let site = running_with(browser, "content/*", Fault::Missing).await;
        click_there(browser, &site).await;
        assert_kept(browser, &site).await;
        browser
            .click("document.querySelector('#notice button')")
            .await;
        assert_kept(browser, &site).await;
        site.mend();
        assert_try_again_works(browser, &site).await;
    });
}

#[test]
fn a_slow_bundle_is_announced_and_then_shown() {
    in_every_engine(async |browser| {
        let site = super::scene::site().await;
        site.inject("");
        site.plant("content/*", Fault::Held);
        browser.open_app(&site, super::scene::HERE).await;
        browser.mark().await;
        click_there(browser, &site).await;
        browser
            .until("document.getElementById('status').textContent.trim()")
            .await;
        assert!(
            browser.value::<bool>("probe.untouched()").await,
            "the old page stands meanwhile"
        );
        site.mend();
        browser.until_at(&site, THERE, &heading()).await;
        browser
            .until("!document.getElementById('status').textContent.trim()")
            .await;
        assert!(browser.is_same_document().await, "no document was loaded");
    });
}

#[test]
fn a_bundle_that_never_comes_is_given_up() {
    in_every_engine(async |browser| {
        let site = running_with(browser, "content/*", Fault::Held).await;
        click_there(browser, &site).await;
        assert_kept(browser, &site).await;
        let patience: f64 = browser.value("window.patience").await;
        assert!(
            patience > 0.0 && patience <= 15_000.0,
            "it waits for {patience} ms"
        );
        assert_link_is_a_link(browser, &site).await;
    });
}

#[test]
fn back_without_the_bundle_still_finds_its_page() {
    in_every_engine(async |browser| {
        let site = running_with(browser, "nothing", Fault::Missing).await;
        click_there(browser, &site).await;
        browser.until_at(&site, THERE, &heading()).await;
        browser.run("history.back()").await;
        let first = built().page(super::scene::HERE).words("main h1");
        browser.until_at(&site, super::scene::HERE, &first).await;
    });
}
