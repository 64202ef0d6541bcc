//! What a screen reader says: Orca with Chromium and Firefox, as logged by Orca itself.

use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::screen_reader::{ScreenReader, with_screen_reader};
use lscb_browser::site::Site;

const THERE: &str = "/about-us/";

/// The words of the header's link and of the heading of the page that it leads to.
fn words() -> (String, String) {
    let home = built().page("/");
    let links = home.links_of("header nav a", "/");
    let link = links.into_iter().find(|(url, ..)| url.ends_with(THERE));
    let (_, link, _) = link.expect("a link in the header");
    (link, built().page(THERE).words("main h1"))
}

/// Opens the first page and goes to the header's link by keyboard.
async fn on_the_link(reader: &ScreenReader, site: &Site) {
    reader.open_app(site, "/").await;
    reader.tab_to(&words().0).await;
}

/// All that contains `words`.
fn with<'a>(said: &'a [String], words: &str) -> Vec<&'a String> {
    said.iter().filter(|line| line.contains(words)).collect()
}

#[test]
fn a_new_page_is_said_once_and_read_on_from() {
    with_screen_reader(async |reader| {
        let site = Site::plain(built(), "/lscb/").await;
        let (_, heading) = words();
        on_the_link(reader, &site).await;
        let moment = reader.moment();
        reader.press("Return");
        reader.browser().until_page(&site, THERE).await;
        reader.until_said_after(moment, "heading level 1").await;
        let next = reader.tab().await;
        // Whatever was still to be said came before the next stop.
        let said = reader.said_since(moment);
        let stop = said.iter().rposition(|line| line.contains(&next));
        let said = &said[..stop.expect("the next stop was said")];
        let of_heading = with(said, &heading);
        assert_eq!(of_heading.len(), 1, "{heading:?} is said once: {said:#?}");
        assert!(of_heading[0].contains("heading level 1"), "{said:#?}");
        let in_page = "!!document.activeElement.closest('main')";
        assert!(
            reader.browser().value::<bool>(in_page).await,
            "then came {next:?}"
        );
    });
}

#[test]
fn suggestions_are_counted_and_said_one_by_one() {
    with_screen_reader(async |reader| {
        let site = Site::plain(built(), "/lscb/").await;
        reader.open_app(&site, "/").await;
        let moment = reader.moment();
        let focus = "document.getElementById('search').focus()";
        reader.browser().run(focus).await;
        reader.until_said_after(moment, "Search this site").await;
        let moment = reader.moment();
        for key in ["l", "o", "u", "i", "s", "e"] {
            reader.press(key);
        }
        reader.until_said_after(moment, "suggestion").await;
        let moment = reader.moment();
        reader.press("Down");
        reader
            .until_said_after(moment, "Louise Roberts (Person)")
            .await;
        reader.press("Return");
        let browser = reader.browser();
        browser.until_page(&site, "/contact/#louise-roberts").await;
    });
}

#[test]
fn a_page_that_does_not_come_is_said_once() {
    with_screen_reader(async |reader| {
        let site = Site::plain(built(), "/lscb/").await;
        site.inject_fault("content/*", Fault::Missing);
        on_the_link(reader, &site).await;
        let moment = reader.moment();
        reader.press("Return");
        let browser = reader.browser();
        browser
            .until("document.getElementById('notice').checkVisibility()")
            .await;
        let words: String = browser
            .value("document.getElementById('notice-text').textContent")
            .await;
        reader.until_said_after(moment, &words).await;
        reader.tab().await;
        let said = reader.said_since(moment);
        assert_eq!(
            with(&said, &words).len(),
            1,
            "{words:?} is said once: {said:#?}"
        );
        let kept = "!!document.activeElement.closest('header')";
        assert!(
            browser.value::<bool>(kept).await,
            "the reader is where they were"
        );
    });
}
