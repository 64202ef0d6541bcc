//! Reading with scripts off: every word and every number is in the HTML.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::markup::{Document, assert_same, collapse, letters};
use lscb_browser::site::Site;

pub(crate) async fn every_route_shows_its_whole_text(browser: &Browser) {
    let site = Site::plain(built(), "/lscb/").await;
    for route in browser.engine().share(built().routes()) {
        let file = built().page(&route);
        browser.read(&site, &route, &file.words("title")).await;
        let heading = letters(&browser.shown("main h1").await);
        assert_same(
            &format!("the h1 of {route}"),
            &letters(&file.words("main h1")),
            &heading,
        );
        browser.unfold().await;
        let shown = letters(&browser.shown("main").await);
        assert_same(
            &format!("<main> of {route}"),
            &letters(&file.words("main")),
            &shown,
        );
    }
    assert_eq!(site.count("*.wasm"), 0, "nothing starts");
}

pub(crate) async fn help_is_on_every_route(browser: &Browser) {
    let site = Site::plain(built(), "/").await;
    for route in browser.engine().share(built().routes()) {
        let file = built().page(&route);
        browser.read(&site, &route, &file.words("title")).await;
        let numbers = numbers(&file);
        assert!(
            numbers.iter().any(|number| number == "999"),
            "{route} has {numbers:?}"
        );
        let shown = letters(&browser.shown("aside.help").await);
        for number in numbers {
            assert!(
                shown.contains(&letters(&number)),
                "{number} is not shown on {route}"
            );
        }
    }
}

pub(crate) async fn links_lead_on_without_scripts(browser: &Browser) {
    let site = Site::plain(built(), "/a/b/c/").await;
    let home = built().page("/");
    let sections = home.all("header nav a").len();
    for at in 0..sections {
        browser.read(&site, "/", &home.words("title")).await;
        let link = browser
            .find_all(thirtyfour::By::Css("header nav a"))
            .await
            .expect("links");
        let words = letters(&link[at].text().await.expect("its words"));
        link[at].click().await.expect("a click");
        let route = home.routes_of("header nav a", "/").swap_remove(at);
        let title = built().page(&route).words("title");
        browser.until_read(&site, &route, &title).await;
        assert!(!words.is_empty(), "the link to {route} has no words");
    }
}

/// The numbers that the help block of a page gives.
fn numbers(page: &Document) -> Vec<String> {
    let links = page.all("aside.help a[href^='tel:']");
    links
        .into_iter()
        .map(|link| collapse(&link.text().collect::<String>()))
        .collect()
}
