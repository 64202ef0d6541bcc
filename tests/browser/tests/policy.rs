//! The security policy that each page carries: nothing of the site is against it, and what is
//! not the site's does not run.

use std::sync::Arc;

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

const LISTEN: &str = "
    window.violations = [];
    addEventListener('securitypolicyviolation', (event) => {
        violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    }, true);";

async fn violations(browser: &Browser) -> Vec<String> {
    browser.value("window.violations").await
}

#[test]
fn no_page_is_against_its_own_policy() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        site.inject(LISTEN);
        for route in browser.engine().share(built().routes()) {
            browser.open_complete(&site, &route).await;
            // Ahead of need, bundles come last.
            browser.until_answered(&site, "content").await;
            browser.settle().await;
            assert_eq!(violations(browser).await, [""; 0], "{route}");
        }
        browser.open(&site, "/no/such/page").await;
        assert_eq!(
            violations(browser).await,
            [""; 0],
            "the page for missing addresses"
        );
    });
}

/// The pages that the app draws, one after the other, in one document.
#[test]
fn nothing_that_the_app_draws_is_against_the_policy() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        site.inject(LISTEN);
        browser.open_app(&site, "/").await;
        browser.mark().await;
        let mut here = "/".to_owned();
        for route in built().routes() {
            for step in built().way(&here, &route) {
                browser.follow_link(&site, &step).await;
                here = step;
            }
            assert_eq!(violations(browser).await, [""; 0], "{route}");
        }
        assert!(browser.is_same_document().await, "no document was loaded");
    });
}

#[test]
fn what_is_added_to_a_page_does_not_run() {
    let added = "<main><script>window.added = 1</script><img src=x onerror='window.added = 2'>\
                 <style>h1 { display: none }</style><a href='javascript:window.added = 3'>x</a>";
    let page = built()
        .html("/contact/")
        .replace("<main", &format!("{added}<main"));
    let site = Arc::new(built().with("contact/index.html", page.into_bytes()));
    in_every_engine(async |browser| {
        let site = Site::watched(&site, "/").await;
        site.inject(LISTEN);
        browser.open_app(&site, "/contact/").await;
        browser
            .run("document.querySelector('main a').click()")
            .await;
        browser
            .until("document.querySelector('img[src=x]').complete")
            .await;
        assert_eq!(
            browser.value::<Option<u32>>("window.added ?? null").await,
            None
        );
        assert_ne!(violations(browser).await, [""; 0], "nobody was told");
        let shown = "document.querySelector('h1').checkVisibility()";
        assert!(
            browser.value::<bool>(shown).await,
            "the style is not the site's"
        );
    });
}

/// Trusted Types: no text can become markup, whatever a later change to the app does.
#[test]
fn text_cannot_become_markup() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/").await;
        browser.open_app(&site, "/").await;
        for sink in [
            "document.querySelector('main').innerHTML = '<b>x</b>'",
            "document.createElement('template').innerHTML = '<b>x</b>'",
            "document.createElement('script').src = 'app.js'",
            "document.createRange().createContextualFragment('<b>x</b>')",
        ] {
            let refused: bool = browser
                .value(&format!(
                    "(() => {{ try {{ {sink}; return false }} catch {{ return true }} }})()"
                ))
                .await;
            assert!(refused, "{sink}");
        }
    });
}
