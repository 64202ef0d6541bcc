//! Damage of any kind, drawn at random: a page that nobody has published is never shown. (Ten
//! thousand more are given to the readers of such files natively.)

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::fault::Fault;

use crate::support::{HERE, THERE, assert_kept, click_there, running_with};

/// How many.
const TIMES: u64 = 6;

pub(crate) async fn damaged_bundles_are_never_shown(browser: &Browser) {
    for number in browser.engine().share(0..TIMES) {
        let site = running_with(browser, "content/*", Fault::Damaged(number)).await;
        click_there(browser, &site).await;
        assert_kept(browser, &site).await;
    }
}

/// The release has no hash of its own: what is damaged in it may not matter, may name files that
/// are not there, or may be taken for another release, which is loaded as a document.
pub(crate) async fn damaged_releases_never_take_the_page_away(browser: &Browser) {
    for number in browser.engine().share(0..TIMES) {
        let site = running_with(browser, "release.json", Fault::Damaged(number)).await;
        click_there(browser, &site).await;
        let told = "document.getElementById('notice')?.checkVisibility()";
        let there = format!("location.href === '{}'", site.url(THERE));
        browser.until(&Browser::either(told, &there)).await;
        if browser.value::<bool>(&there).await {
            browser.until_page(&site, THERE).await;
            let found = browser.main_words().await;
            assert_eq!(found, built().page(THERE).words("main"), "damage {number}");
        } else {
            assert_eq!(
                browser.value::<String>("location.href").await,
                site.url(HERE)
            );
            assert!(
                browser.value::<bool>("probe.untouched()").await,
                "damage {number}"
            );
        }
    }
}
