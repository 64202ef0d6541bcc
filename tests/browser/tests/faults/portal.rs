//! A network that wants a sign-in and answers for the site until it has one (a captive portal).

use lscb_browser::browser::Browser;
use lscb_browser::dist::Dist;
use lscb_browser::fault::Fault;
use lscb_browser::site::Site;

use crate::support::{
    HERE, assert_kept, assert_link_is_a_link, assert_try_again_works, click_there,
    running_without_bundles, site,
};

async fn assert_told(browser: &Browser, site: &Site) {
    for place in ["notice-text", "status"] {
        let text = format!("document.getElementById('{place}').textContent");
        browser
            .until(&format!("{text}.includes('network sign-in is needed')"))
            .await;
    }
    assert_kept(browser, site).await;
}

pub(crate) async fn a_page_in_place_of_files_is_told(browser: &Browser) {
    let site = running_without_bundles(browser).await;
    site.inject_fault("*", Fault::Html);
    click_there(browser, &site).await;
    assert_told(browser, &site).await;
    // The reader has signed in.
    site.clear_faults();
    assert_try_again_works(browser, &site).await;
}

pub(crate) async fn a_redirection_to_another_host_is_told(browser: &Browser) {
    let portal = Dist::of(&[(
        "index.html",
        "<!doctype html><title>Sign in</title><h1>Sign in</h1>",
    )]);
    let portal = Site::plain(&portal, "/").await;
    let site = running_without_bundles(browser).await;
    site.inject_fault("*", Fault::Redirected(portal.url("/")));
    click_there(browser, &site).await;
    assert_told(browser, &site).await;
    // As links, they lead to the sign-in, which is what the network wants to show.
    click_there(browser, &site).await;
    browser
        .until(&format!("location.href === '{}'", portal.url("/")))
        .await;
}

/// The page came, from a cache or before the network lost its sign-in; nothing else does.
pub(crate) async fn before_the_app_the_page_stands(browser: &Browser) {
    let site = site().await;
    for pattern in ["assets/*", "content/*", "release.json"] {
        site.inject_fault(pattern, Fault::Html);
    }
    browser.open(&site, HERE).await;
    browser
        .wait_for("a script", || site.count("assets/*") > 0)
        .await;
    browser.settle().await;
    assert!(
        browser.value::<bool>("probe.untouched()").await,
        "the page stands"
    );
    assert_link_is_a_link(browser, &site).await;
}
