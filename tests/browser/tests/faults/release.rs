//! `release.json`, which says what belongs together.

use lscb_browser::browser::Browser;
use lscb_browser::digest::integrity;
use lscb_browser::dist::built;
use lscb_browser::fault::Fault;

use crate::support::{
    THERE, assert_all_kept, assert_kept, assert_link_is_a_link, click_there, running_with,
};

fn altered(change: impl Fn(&mut serde_json::Value)) -> Fault {
    let mut release = serde_json::from_str(built().text("release.json")).expect("JSON");
    change(&mut release);
    Fault::Bytes(release.to_string().into())
}

pub(crate) async fn without_a_release_the_page_is_kept(browser: &Browser) {
    let faults = [
        Fault::Missing,
        Fault::Broken,
        Fault::CutOff,
        Fault::Html,
        Fault::Held,
        Fault::Bytes(b"null".to_vec()),
        Fault::Bytes("[".repeat(100_000).into()),
    ];
    assert_all_kept(browser, "release.json", faults).await;
}

/// The host has moved on: nothing of it can be put into this document, and it is the next
/// navigation, not the reader's page, that becomes a full load.
pub(crate) async fn another_release_is_loaded_as_a_document(browser: &Browser) {
    let faults = [
        altered(|release| release["release"] = "another".into()),
        altered(|release| release["format"] = "lscb-release/99".into()),
    ];
    for fault in faults {
        let site = running_with(browser, "release.json", fault).await;
        browser.settle().await;
        assert!(
            browser.value::<bool>("probe.untouched()").await,
            "the page stands"
        );
        assert!(browser.is_same_document().await, "and is not reloaded");
        assert_link_is_a_link(browser, &site).await;
    }
}

/// A bundle of another format, as honest as it can be: the release knows its hash.
pub(crate) async fn a_bundle_of_another_format_is_refused(browser: &Browser) {
    let site = crate::support::site().await;
    let release: serde_json::Value =
        serde_json::from_str(built().text("release.json")).expect("JSON");
    let mut changed = release.clone();
    for entry in changed["bundles"]
        .as_array_mut()
        .expect("a list of bundles")
    {
        let file = entry["file"].as_str().expect("a file name").to_owned();
        let bundle = built()
            .text(&file)
            .replacen("lscb-bundle/1", "lscb-bundle/2", 1);
        entry["integrity"] = integrity(bundle.as_bytes()).into();
        entry["size"] = bundle.len().to_string().into();
        site.inject_fault(&file, Fault::Bytes(bundle.into()));
    }
    assert_ne!(release, changed);
    site.inject_fault("release.json", Fault::Bytes(changed.to_string().into()));
    browser.open_app(&site, crate::support::HERE).await;
    browser.mark().await;
    click_there(browser, &site).await;
    let kept_or_loaded = Browser::either(
        "document.getElementById('notice')?.checkVisibility()",
        &format!("location.href === '{}'", site.url(THERE)),
    );
    browser.until(&kept_or_loaded).await;
    if browser.is_same_document().await {
        assert_kept(browser, &site).await;
    } else {
        browser.until_page(&site, THERE).await;
    }
}
