//! A click on the way out, with scripts.

use lscb_browser::runner::in_every_engine;

use super::scene::{Scene, entries, go_back};
use super::witness::Witness;
use crate::shell::arrival::arrive;

const EXIT: &str = "document.querySelector('.exit')";

#[test]
fn the_page_is_covered_at_once_and_stays_so() {
    in_every_engine(async |browser| {
        let scene = Scene::new().await;
        let witness = Witness::of(&scene);
        arrive(browser, &scene.site, "/contact/").await;
        witness.until_open(browser).await;
        browser.click(EXIT).await;
        witness.assert_covered(browser).await;
    });
}

#[test]
fn back_leads_to_the_page_before() {
    in_every_engine(async |browser| {
        let scene = Scene::new().await;
        scene.read_two_pages(browser).await;
        let entries = entries(browser).await;
        browser.click(EXIT).await;
        scene.assert_left(browser, entries).await;
    });
}

/// The page before may be of the same document, as the reader left it: then it must be
/// uncovered and show what belongs to its address.
#[test]
fn back_leads_to_the_page_before_that_the_app_showed() {
    in_every_engine(async |browser| {
        let scene = Scene::new().await;
        scene.read_two_pages_of_the_app(browser).await;
        let entries = entries(browser).await;
        browser.click(EXIT).await;
        scene.assert_left(browser, entries).await;
    });
}

/// Whoever comes back can leave again.
#[test]
fn it_works_a_second_time() {
    in_every_engine(async |browser| {
        let scene = Scene::new().await;
        scene.read_two_pages_of_the_app(browser).await;
        browser.click(EXIT).await;
        scene.until_away(browser).await;
        go_back(browser).await;
        scene.until_page(browser, "/").await;
        browser.until_app_runs().await;
        browser.click_header(&scene.site, "/contact/").await;
        scene.until_page(browser, "/contact/").await;
        let entries = entries(browser).await;
        browser.click(EXIT).await;
        scene.assert_left(browser, entries).await;
    });
}
