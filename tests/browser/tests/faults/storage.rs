//! A browser without storage.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::site::Site;

use crate::support::{HERE, THERE, site};

pub(crate) async fn a_browser_that_stores_nothing_has_the_whole_site(browser: &Browser) {
    let site = site().await;
    browser.open_app(&site, HERE).await;
    let refused = "(() => { try { localStorage.x = 1; return false; } catch { return true; } })()";
    assert!(browser.value::<bool>(refused).await, "the fault is there");
    browser.mark().await;
    browser
        .run("document.querySelector('.theme [value=dark]').click()")
        .await;
    browser.go_by_header(&site, THERE).await;
    assert!(browser.is_same_document().await, "the app runs");
    let dark = "document.querySelector('.theme [value=dark]').checked";
    assert!(
        browser.value::<bool>(dark).await,
        "the choice holds for the page"
    );
    assert_eq!(browser.value::<Vec<String>>("probe.errors").await, [""; 0]);
}

/// A frame that may run scripts and has no origin: it can neither store nor share anything.
async fn framed(browser: &Browser, site: &Site) {
    browser.open(site, "/robots.txt").await;
    let url = site.url(HERE);
    browser
        .run(&format!(
            "document.body.replaceChildren();
             const frame = document.createElement('iframe');
             frame.sandbox = 'allow-scripts'; frame.width = 1200; frame.height = 900;
             frame.src = '{url}';
             document.body.append(frame);"
        ))
        .await;
    browser.enter("document.querySelector('iframe')").await;
    browser
        .until(&format!(
            "location.href === '{url}' && document.readyState === 'complete'"
        ))
        .await;
}

pub(crate) async fn in_an_opaque_frame_the_page_is_whole(browser: &Browser) {
    let site = site().await;
    framed(browser, &site).await;
    assert_eq!(browser.main_words().await, built().page(HERE).words("main"));
    let runs = "document.documentElement.dataset.app";
    assert!(!browser.value::<bool>(&format!("{runs} === 'ready'")).await);
    browser.go_by_header(&site, THERE).await;
    browser
        .enter_default_frame()
        .await
        .expect("out of the frame");
}

pub(crate) async fn in_an_opaque_frame_the_app_runs_if_the_host_lets_it(browser: &Browser) {
    let site = site().await;
    site.header("access-control-allow-origin", "*");
    framed(browser, &site).await;
    // A sign of the reader's: Chromium may never call such a frame idle.
    browser
        .run("document.querySelector('header nav a').dispatchEvent(new Event('pointerover', { bubbles: true }))")
        .await;
    browser.until_app_runs().await;
    assert!(
        browser.value::<bool>("probe.untouched()").await,
        "the page stands"
    );
    browser.mark().await;
    browser.go_by_header(&site, THERE).await;
    browser
        .run("document.querySelector('.theme [value=dark]').click()")
        .await;
    assert_eq!(browser.value::<Vec<String>>("probe.errors").await, [""; 0]);
    browser
        .enter_default_frame()
        .await
        .expect("out of the frame");
}
