//! The roles and names that browsers give to assistive technology.

use lscb_browser::browser::Browser;
use lscb_browser::checker::role_and_name;
use lscb_browser::dist::built;
use lscb_browser::markup::{collapse, letters};
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;
use thirtyfour::By;

use super::pages;

/// The role and the name of everything that `selector` finds and that is in view.
async fn spoken(browser: &Browser, selector: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for element in browser.find_all(By::Css(selector)).await.expect("elements") {
        if element.is_displayed().await.expect("its state") {
            let (role, name) = role_and_name(browser, &element).await;
            all.push((role, collapse(&name)));
        }
    }
    all
}

#[test]
fn a_page_has_one_of_each_landmark_and_names_the_others() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/lscb/").await;
        for route in browser.engine().share(built().routes()) {
            pages::open(browser, &site, &route).await;
            let selector = "body > header, nav, main, aside, body > footer, section[aria-label], section[aria-labelledby], search";
            let landmarks = spoken(browser, selector).await;
            for role in ["banner", "main", "contentinfo"] {
                let count = landmarks.iter().filter(|found| found.0 == role).count();
                assert_eq!(count, 1, "{route}: {role} in {landmarks:?}");
            }
            for role in ["navigation", "complementary", "region", "search"] {
                let of_role = landmarks.iter().filter(|found| found.0 == role);
                let mut names: Vec<_> = of_role.map(|found| found.1.as_str()).collect();
                let count = names.len();
                names.sort_unstable();
                names.dedup();
                let told_apart = names.len() == count && !names.contains(&"");
                assert!(
                    told_apart,
                    "{route}: each {role} by its name: {landmarks:?}"
                );
            }
            let navigation = landmarks.iter().any(|found| found.0 == "navigation");
            assert!(navigation, "{route}: {landmarks:?}");
        }
    });
}

/// Label in name: WCAG 2.2, 2.5.3.
#[test]
fn a_name_has_the_words_in_view() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/").await;
        for route in ["/", "/contact/", "/learning-from-reviews/"] {
            pages::open(browser, &site, route).await;
            browser.unfold().await;
            for selector in ["a[href]", "button"] {
                for element in browser.find_all(By::Css(selector)).await.expect("elements") {
                    if !element.is_displayed().await.expect("its state") {
                        continue;
                    }
                    let (role, name) = role_and_name(browser, &element).await;
                    let words = element.text().await.expect("its words");
                    let has_words =
                        !words.trim().is_empty() && letters(&name).contains(&letters(&words));
                    let expected = if selector == "button" {
                        "button"
                    } else {
                        "link"
                    };
                    assert_eq!(role, expected, "{route}: {words:?}");
                    assert!(has_words, "{route}: {words:?} is called {name:?}");
                }
            }
        }
    });
}

/// A live region that is inserted with its text is not announced: it is there from the start, empty.
#[test]
fn the_region_for_messages_waits_empty() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/").await;
        for route in browser.engine().share(built().samples()) {
            pages::open(browser, &site, &route).await;
            let element = browser.element("document.getElementById('status')").await;
            let (role, _) = role_and_name(browser, &element).await;
            assert_eq!(role, "status", "{route}");
            assert_eq!(
                browser
                    .value::<String>("document.getElementById('status').textContent")
                    .await,
                "",
                "{route}"
            );
        }
    });
}
