//! Without scripts, or without this one, the page has what is ready to be copied.

use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::fault::Fault;
use lscb_browser::runner::{in_engines, in_every_engine};
use lscb_browser::site::Site;

use super::support::PAGE;

#[test]
fn ready_snippets_are_read_without_scripts() {
    let options = BrowserOptions {
        scripts_off: true,
        ..BrowserOptions::default()
    };
    in_engines(&Engine::ALL, options, async |browser| {
        let site = Site::plain(built(), "/lscb/").await;
        let title = built().page(PAGE).words("title");
        browser.read(&site, PAGE, &title).await;
        let shown = browser.shown(".embeds").await;
        assert!(shown.contains("put the address of this site"), "{shown}");
        let snippet = browser.shown(".embeds details pre").await;
        let link = "<p><a href=\"https://ADDRESS-OF-THIS-SITE/#help\">";
        assert!(snippet.starts_with(link), "{snippet}");
        assert_eq!(site.count("assets/embed-builder.*"), 0);
    });
}

#[test]
fn a_form_that_does_not_come_leaves_the_ready_snippets() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        site.inject_fault("assets/embed-builder.*", Fault::Missing);
        browser.open_app(&site, PAGE).await;
        browser
            .until("document.querySelector('.embeds pre').checkVisibility()")
            .await;
        assert!(browser.shown(".builder").await.contains("copy from below"));
        browser
            .until("document.querySelector('.builder').offsetHeight < 200")
            .await;
    });
}
