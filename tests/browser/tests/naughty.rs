//! Strings that sites have stumbled over, in every slot for words: of the content, of a search,
//! of an address. They are shown letter by letter, and nothing of them runs.

mod content;

use lscb_browser::browser::Browser;
use lscb_browser::markup::{collapse, letters};
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;
use serde_json::Value;

use self::content::{NAUGHTY, STRINGS, link, route};

/// What the strings would call, and what says that a page is against its policy.
const CANARY: &str = "
    window.ran = [];
    for (const name of ['canary', 'alert', 'confirm', 'prompt'])
        window[name] = () => { window.ran.push(name); };
    addEventListener('securitypolicyviolation', (event) => {
        window.ran.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    }, true);";

async fn site() -> Site {
    let site = Site::watched(&NAUGHTY, "/lscb/").await;
    site.inject(CANARY);
    site
}

/// Nothing ran, nothing was against the policy, the app has not stopped.
async fn assert_calm(browser: &Browser, what: &str) {
    let ran: Vec<String> = browser.value("window.ran").await;
    assert_eq!(ran, [""; 0], "{what}");
    let errors: Vec<String> = browser.value("probe.errors").await;
    assert_eq!(errors, [""; 0], "{what}");
    let polluted = "({}).polluted !== undefined";
    assert!(!browser.value::<bool>(polluted).await, "{what}");
}

/// As HTML, before any browser sees it.
#[test]
fn strings_are_written_letter_by_letter() {
    for (number, text) in STRINGS.iter().enumerate() {
        let page = NAUGHTY.page(&route(number));
        let expected = letters(text);
        assert!(
            letters(&page.words("title")).starts_with(&expected),
            "{text}: the title"
        );
        for slot in [
            "main h1",
            "main h2",
            "main p",
            "main li",
            "main li a",
            "main th",
            "main blockquote",
            "main pre",
        ] {
            let found = page.all(slot);
            let found = found
                .iter()
                .map(|it| letters(&collapse(&it.text().collect::<String>())));
            let found: Vec<_> = found.collect();
            assert!(
                found.iter().any(|it| it.starts_with(&expected)),
                "{text}: {slot} has {found:?}"
            );
        }
        let summary = page
            .find("meta[name=description]")
            .and_then(|it| it.attr("content"));
        let short: String = text.chars().take(160).collect();
        assert_eq!(
            letters(summary.unwrap_or_default()),
            letters(&short),
            "{text}: the summary"
        );
        let to = page
            .find("main li a")
            .and_then(|it| it.attr("href"))
            .map(str::to_owned);
        assert_eq!(to, Some(link(text)), "{text}: where its link leads");
    }
    for route in NAUGHTY.routes() {
        let page = NAUGHTY.page(&route);
        // What gives an address its slash, the import map, the script that starts the app.
        assert_eq!(page.all("script").len(), 3, "{route}");
        assert_eq!(page.all("style, main").len(), 2, "{route}");
        let strange = "iframe, object, embed, base, template, main svg, math, video, audio, [srcdoc], [formaction]";
        assert!(page.find(strange).is_none(), "{route}");
        for element in page.all("*") {
            let handler = element
                .value()
                .attrs()
                .find(|(name, _)| name.starts_with("on"));
            assert_eq!(handler, None, "{route}");
        }
        for address in page.addresses() {
            let scheme = address.split_once(':').map_or("", |(scheme, _)| scheme);
            let relative =
                address.starts_with(['.', '#']) || !scheme.chars().all(char::is_alphanumeric);
            let known = ["", "https", "http", "mailto", "tel", "data"].contains(&scheme);
            assert!(relative || known, "{route}: {address}");
        }
    }
}

/// As published, and as the app draws them.
#[test]
fn strings_are_shown_letter_by_letter() {
    in_every_engine(async |browser| {
        let site = site().await;
        browser.open_app(&site, "/").await;
        browser.mark().await;
        // All of them stand on three more pages, below.
        for (number, text) in STRINGS.iter().enumerate().step_by(4) {
            let url = site.url(&route(number));
            let heading = "document.querySelector('main h1').textContent";
            let link =
                format!("[...document.querySelectorAll('main a')].find(a => a.href === '{url}')");
            browser.run(&format!("{link}.click()")).await;
            browser
                .until(&format!(
                    "location.href === '{url}' && document.querySelector('main pre')"
                ))
                .await;
            let drawn: Vec<String> = browser
                .value(&format!(
                    "[{heading}, ...['h2', 'p', 'li', 'li a', 'th', 'blockquote', 'pre']
                        .map(slot => document.querySelector('main ' + slot).textContent), document.title]"
                ))
                .await;
            for found in &drawn[..drawn.len() - 1] {
                assert!(
                    letters(found).starts_with(&letters(text)),
                    "{text}: {drawn:?}"
                );
            }
            assert!(
                letters(&drawn[drawn.len() - 1]).starts_with(&letters(text)),
                "{drawn:?}"
            );
            browser.run("history.back()").await;
            browser
                .until(&format!(
                    "location.href === '{}' && {heading} === 'Home'",
                    site.url("/")
                ))
                .await;
        }
        assert!(browser.is_same_document().await, "the app drew them");
        assert_calm(browser, "drawn by the app").await;
        for page in ["/", "/records/", "/search/"] {
            browser.open_app(&site, page).await;
            browser.until_quiet(&site).await;
            assert!(browser.value::<bool>("probe.untouched()").await, "{page}");
            let found: String = browser
                .value("document.querySelector('main').textContent")
                .await;
            assert_eq!(
                letters(&found),
                letters(&NAUGHTY.page(page).words("main")),
                "{page}"
            );
            assert_calm(browser, page).await;
        }
        // Every tenth as a document of its own.
        for number in (0..STRINGS.len()).step_by(10) {
            browser.open_app(&site, &route(number)).await;
            assert_calm(browser, &STRINGS[number]).await;
        }
    });
}

#[test]
fn strings_that_are_searched_for_stay_strings() {
    in_every_engine(async |browser| {
        let site = site().await;
        let results = "document.getElementById('results')";
        // Browsers slow down documents that change their address a hundred times in a row.
        for strings in STRINGS.chunks(60) {
            browser.open(&site, "/records/").await;
            browser.open_app(&site, "/search/#q=records").await;
            browser.mark().await;
            for text in strings {
                let words = Value::from(text.clone());
                browser
                    .run(&format!(
                        "{results}.replaceChildren();
                         location.hash = new URLSearchParams({{ q: {words} }});"
                    ))
                    .await;
                browser
                    .until(&format!("{results}.textContent.trim()"))
                    .await;
                let told: String = browser.value(&format!("{results}.textContent")).await;
                assert!(!told.contains("did not load"), "{text}: {told}");
            }
            assert!(browser.is_same_document().await, "no document was loaded");
            assert_calm(browser, "searched for").await;
        }
        // Typed, with whatever is suggested.
        for text in STRINGS.iter().step_by(12) {
            let words = Value::from(text.clone());
            browser
                .run(&format!(
                    "const field = document.getElementById('search');
                     field.focus(); field.value = {words};
                     field.dispatchEvent(new Event('input', {{ bubbles: true }}));"
                ))
                .await;
            browser.settle().await;
        }
        browser.until_quiet(&site).await;
        assert_calm(browser, "typed").await;
    });
}

#[test]
fn strings_in_addresses_stay_strings() {
    in_every_engine(async |browser| {
        let site = site().await;
        browser.open_app(&site, "/records/").await;
        browser.mark().await;
        for text in STRINGS.iter().step_by(3) {
            let words = Value::from(text.clone());
            // As it is, and with an encoding that is none.
            browser
                .run(&format!(
                    "location.hash = {words}; location.hash = {words} + '%';"
                ))
                .await;
        }
        browser.settle().await;
        assert!(browser.is_same_document().await, "no document was loaded");
        assert_calm(browser, "in the fragment").await;
        let heading = "document.querySelector('main h1').textContent";
        for text in STRINGS.iter().step_by(12) {
            for page in ["/search/", "/records/"] {
                let mut url = reqwest::Url::parse(&site.url(page)).expect("an address");
                url.set_query(Some(text));
                url.set_fragment(Some(text));
                browser.run("window.leftBehind = true").await;
                browser.goto(url.as_str()).await.expect("a start");
                browser
                    .until(&format!(
                        "!window.leftBehind && document.querySelector('footer') && {heading}"
                    ))
                    .await;
                browser.until_app_runs().await;
                assert!(
                    browser.value::<bool>("probe.untouched()").await || page == "/search/",
                    "{text}"
                );
                assert_calm(browser, text).await;
            }
        }
    });
}
