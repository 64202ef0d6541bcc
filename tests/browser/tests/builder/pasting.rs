//! A snippet is taken out of the page and put into a page of another origin.

use lscb_browser::browser::Browser;
use lscb_browser::dist::Dist;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

use super::support::{Host, choose, open, snippet};

/// A partner's page: nothing but the snippet.
async fn pasted(browser: &Browser, snippet: &str) -> Site {
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><title>Intranet</title></head><body><h1>Intranet</h1>\n{snippet}\n</body></html>"
    );
    let site = Site::plain(&Dist::of(&[("index.html", &html)]), "/").await;
    // Another host by its name, and another port.
    let url = site.url("/").replace("127.0.0.1", "localhost");
    browser.goto(&url).await.expect("the partner's page");
    browser
        .until(&format!(
            "location.href === '{url}' && document.readyState === 'complete'"
        ))
        .await;
    site
}

/// The words in a frame of the page that is shown.
async fn read(browser: &Browser, frame: &str) -> String {
    let words = "document.querySelector('main + footer') ? document.body.textContent : null";
    browser.within(frame, words).await
}

#[test]
fn a_copied_snippet_works_on_a_page_of_somebody_else() {
    in_every_engine(async |browser| {
        let host = Host::start();
        let what = [("what", "embed/contact/business-team/")];
        let mut copied = Vec::new();
        open(browser, &host).await;
        choose(browser, &what).await;
        for level in ["0", "1", "2", "3"] {
            choose(browser, &[("level", level)]).await;
            copied.push(snippet(browser).await);
        }
        let link = host.url("contact/#business-team");
        let is_link = format!("document.querySelector('p a').href === '{link}'");

        let _page = pasted(browser, &copied[0]).await;
        assert!(browser.value::<bool>(&is_link).await);
        browser.click("document.querySelector('p a')").await;
        browser
            .until(&format!(
                "location.href === '{link}' && document.querySelector('main h1')"
            ))
            .await;

        let own = "document.querySelector('iframe')";
        let _page = pasted(browser, &copied[1]).await;
        assert!(browser.value::<bool>(&is_link).await);
        let words = read(browser, own).await;
        assert!(words.contains("0151 934 4706"), "{words}");
        assert_eq!(
            browser.value::<u32>(&format!("{own}.offsetHeight")).await,
            480
        );

        let _page = pasted(browser, &copied[2]).await;
        let words = read(browser, own).await;
        assert!(words.contains("0151 934 4706"), "{words}");
        browser
            .until(&format!("![0, 480].includes({own}.offsetHeight)"))
            .await;

        let _page = pasted(browser, &copied[3]).await;
        let inner = "document.querySelector('lscb-section').shadowRoot?.querySelector('iframe')";
        browser
            .until(&format!(
                "{inner} && getComputedStyle({inner}).visibility === 'visible'"
            ))
            .await;
        let words = read(browser, inner).await;
        assert!(words.contains("0151 934 4706"), "{words}");
        let title: String = browser.value(&format!("{inner}.title")).await;
        assert_eq!(title, "Sefton LSCB Business Team");
    });
}

#[test]
fn colours_of_the_host_reach_the_frame() {
    in_every_engine(async |browser| {
        let host = Host::start();
        open(browser, &host).await;
        let colours = [
            ("theme", "host"),
            ("ink", "#201000"),
            ("paper", "#fff0e0"),
            ("link", "#600060"),
        ];
        choose(browser, &colours).await;
        for (level, frame) in [
            ("1", "document.querySelector('iframe')"),
            (
                "3",
                "document.querySelector('lscb-section').shadowRoot?.querySelector('iframe')",
            ),
        ] {
            open(browser, &host).await;
            choose(browser, &colours).await;
            choose(browser, &[("level", level)]).await;
            let copied = snippet(browser).await;
            let _page = pasted(browser, &copied).await;
            let background = "getComputedStyle(document.documentElement).backgroundColor";
            let is_theirs = format!("{background} === 'rgb(255, 240, 224)' || null");
            assert!(browser.within::<bool>(frame, &is_theirs).await);
        }
    });
}
