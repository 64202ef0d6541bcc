//! A click on the way out, with scripts.

use lscb_browser::browser::Browser;
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_every_engine;

use super::support::Fixture;
use super::visibility_recorder::VisibilityRecorder;

const EXIT: &str = "document.querySelector('.exit')";

async fn click_exit(browser: &Browser) {
    browser.click(EXIT).await;
}

#[test]
fn the_page_is_covered_at_once_and_stays_so() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        let recorder = VisibilityRecorder::of(&fixture);
        browser.open_complete(&fixture.site, "/contact/").await;
        recorder.until_open(browser).await;
        click_exit(browser).await;
        recorder.assert_covered(browser).await;
    });
}

#[test]
fn back_leads_to_the_page_before() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        fixture.read_two_pages(browser).await;
        fixture.assert_leaves(browser, click_exit).await;
    });
}

/// The page before is of the document that was left, which no browser keeps: it comes anew.
#[test]
fn back_leads_to_the_page_before_that_the_app_showed() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        fixture.read_two_pages_of_the_app(browser).await;
        fixture.assert_leaves(browser, click_exit).await;
    });
}

/// Whoever comes back can leave again.
#[test]
fn it_works_a_second_time() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        fixture.read_two_pages_of_the_app(browser).await;
        click_exit(browser).await;
        fixture.until_away(browser).await;
        browser.go_back().await;
        fixture.until_titled_page(browser, "/").await;
        browser.until_app_runs().await;
        browser.click_header(&fixture.site, "/contact/").await;
        fixture.until_titled_page(browser, "/contact/").await;
        fixture.assert_leaves(browser, click_exit).await;
    });
}

/// Whoever changes their mind finds a page to read, whether the one before is of the same
/// document or of another.
#[test]
fn back_while_the_other_page_is_on_its_way_uncovers() {
    in_every_engine(async |browser| {
        for by_app in [false, true] {
            let fixture = Fixture::new().await;
            fixture.away.inject_fault("*", Fault::Held);
            if by_app {
                fixture.read_two_pages_of_the_app(browser).await;
            } else {
                fixture.read_two_pages(browser).await;
            }
            // The page does it itself: Chromium's driver would wait for the other page.
            browser
                .run("addEventListener('click', () => setTimeout(() => history.back(), 300))")
                .await;
            click_exit(browser).await;
            let asked = || fixture.away.count("") == 1;
            browser.wait_for("the other page is asked for", asked).await;
            fixture.until_titled_page(browser, "/").await;
            // And forward again, to the page that was being left.
            browser.go_forward().await;
            fixture.until_titled_page(browser, "/contact/").await;
        }
    });
}
