//! A proxy that opens what was encrypted: it takes compression and headers away and puts a
//! script of its own into pages. What it does to single files, `tamper` shows.

use std::sync::Arc;

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::site::Site;

use crate::support::{HERE, THERE};

/// What the page itself says of scripts holds without any header.
pub(crate) async fn a_script_that_is_put_in_never_runs(browser: &Browser) {
    let script = "<script>window.canary = true</script>";
    let put_in = |html: &str| {
        let html = html.replacen("</head>", &format!("{script}</head>"), 1);
        html.replacen(
            "</main>",
            &format!("</main>{script}<p onclick='canary()'></p>"),
            1,
        )
    };
    let dist = Arc::new(built().with_html(put_in));
    let site = Site::watched(&dist, "/lscb/").await;
    browser.open_app(&site, HERE).await;
    browser.mark().await;
    assert!(
        !browser.value::<bool>("'canary' in window").await,
        "it has run"
    );
    browser.go_by_header(&site, THERE).await;
    assert!(browser.is_same_document().await, "the app runs");
    assert!(
        !browser.value::<bool>("'canary' in window").await,
        "it has run"
    );
}

/// The suite's server never compresses; here it does not say either how long files may be kept.
pub(crate) async fn without_compression_and_headers_the_site_works(browser: &Browser) {
    let site = Site::watched(built(), "/lscb/").await;
    site.header("cache-control", "");
    browser.open_app(&site, HERE).await;
    browser.mark().await;
    browser.go_by_header(&site, THERE).await;
    assert!(browser.is_same_document().await, "the app runs");
    assert_eq!(browser.complaints().await, [""; 0]);
}
