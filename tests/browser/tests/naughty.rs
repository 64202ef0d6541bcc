//! Strings that are known to break sites ("naughty strings"), in every place for text:
//! of the content, of a search, of an address. They are shown unchanged, and none is executed.

mod content;

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::engine::Engine;
use lscb_browser::markup::{Document, collapse, letters};
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use self::content::{NAUGHTY, STRINGS, link, route};

/// Records calls that the strings would make, and violations of the policy.
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

/// No string was executed, nothing violated the policy, and the app has not stopped.
async fn assert_calm(browser: &Browser, what: &str) {
    let state = "[window.ran, probe.errors, ({}).polluted !== undefined]";
    let (ran, errors, is_polluted): (Vec<String>, Vec<String>, bool) = browser.value(state).await;
    assert_eq!(ran, [""; 0], "{what}");
    assert_eq!(errors, [""; 0], "{what}");
    assert!(!is_polluted, "{what}");
}

/// Has the page itself go through strings, one after another, and gives what came of each: a round
/// trip to the driver for each step of each string would take most of the time of a scenario.
///
/// `step` is the body of an asynchronous function of `item`; in it, `until(holds)` waits until a
/// function returns something true, asked before each frame.
///
/// # Panics
/// If a step fails or does not end, with the string.
async fn through_strings<T: DeserializeOwned>(
    browser: &Browser,
    items: &[Value],
    step: &str,
) -> Vec<T> {
    browser
        .run(&format!(
            "window.came = [];
             window.failed = null;
             const until = (holds) => new Promise((resolve, reject) => {{
                 const look = () => {{
                     try {{
                         const seen = holds();
                         if (seen) resolve(seen); else requestAnimationFrame(look);
                     }} catch (error) {{ reject(error); }}
                 }};
                 look();
             }});
             const step = async (item) => {{ {step} }};
             (async () => {{ for (const item of {items}) came.push(await step(item)); }})()
                 .catch((error) => {{ window.failed = String(error); }});",
            items = Value::from(items)
        ))
        .await;
    // A few at a time, since each wait has its limit and not all of them together.
    let whole = items.len();
    for count in (0..whole).step_by(AT_ONCE).skip(1).chain([whole]) {
        let there = format!("window.came?.length >= {count} || window.failed");
        let waited = browser.try_until(&there).await;
        let (at, failed): (usize, Option<String>) = browser
            .value("[window.came?.length ?? 0, window.failed ?? null]")
            .await;
        if let Some(error) = waited.err().or(failed) {
            panic!("{}: {error}", items[at.min(whole - 1)]);
        }
    }
    browser.value("came").await
}

/// Waits until what a string set off has been drawn, and those who hear of it have been called.
const DRAWN: &str = "
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return null;";

/// How many strings a page goes through while one wait lasts.
const AT_ONCE: usize = 10;

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
        let scripts = |page: &Document| page.all("script").len();
        assert_eq!(scripts(&page), scripts(&built().page("/")), "{route}");
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
        let chosen: Vec<_> = numbers(browser.engine(), 4).collect();
        let items: Vec<_> = chosen
            .iter()
            .map(|&number| json!({ "url": site.url(&route(number)), "text": STRINGS[number] }))
            .collect();
        let shown: Vec<Vec<String>> = through_strings(
            browser,
            &items,
            &format!(
                "[...document.querySelectorAll('main a')].find(a => a.href === item.url).click();
                 await until(() => location.href === item.url && document.querySelector('main pre'));
                 const drawn = ['h1', 'h2', 'p', 'li', 'li a', 'th', 'blockquote', 'pre']
                     .map(slot => document.querySelector('main ' + slot).textContent);
                 drawn.push(document.title);
                 history.back();
                 await until(() => location.href === '{}'
                     && document.querySelector('main h1').textContent === 'Home');
                 return drawn;",
                site.url("/")
            ),
        )
        .await;
        for (number, drawn) in chosen.into_iter().zip(shown) {
            let text = &STRINGS[number];
            for found in &drawn {
                assert!(
                    letters(found).starts_with(&letters(text)),
                    "{text}: {drawn:?}"
                );
            }
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
        for number in numbers(browser.engine(), 10) {
            browser.open_app(&site, &route(number)).await;
            assert_calm(browser, &STRINGS[number]).await;
        }
    });
}

/// The numbers of every `step`th string in Chromium and of as many as a third in the other engines:
/// what they may do in another way is of a few kinds, each with several strings. No two engines
/// begin with the same one.
fn numbers(engine: Engine, step: usize) -> impl Iterator<Item = usize> {
    let (first, step) = match engine {
        Engine::Chromium => (0, step),
        Engine::Firefox => (1, 3 * step),
        Engine::WebKit => (2, 3 * step),
    };
    (first..STRINGS.len()).step_by(step)
}

/// The strings of those numbers, as items of [`through_strings`].
fn every(engine: Engine, step: usize) -> Vec<Value> {
    numbers(engine, step)
        .map(|number| Value::from(STRINGS[number].clone()))
        .collect()
}

#[test]
fn strings_that_are_searched_for_stay_strings() {
    in_every_engine(async |browser| {
        let site = site().await;
        let results = "document.getElementById('results')";
        // Browsers slow down documents that change their address a hundred times in a row.
        for items in every(browser.engine(), 1).chunks(60) {
            browser.open(&site, "/records/").await;
            browser.open_app(&site, "/search/#q=records").await;
            browser.mark().await;
            let told: Vec<String> = through_strings(
                browser,
                items,
                &format!(
                    "const results = {results};
                     results.replaceChildren();
                     location.hash = new URLSearchParams({{ q: item }});
                     await until(() => results.textContent.trim());
                     return results.textContent;"
                ),
            )
            .await;
            for (text, told) in items.iter().zip(told) {
                assert!(!told.contains("did not load"), "{text}: {told}");
            }
            assert!(browser.is_same_document().await, "no document was loaded");
            assert_calm(browser, "searched for").await;
        }
        // Typed, with whatever is suggested.
        let items = every(browser.engine(), 12);
        let _: Vec<()> = through_strings(
            browser,
            &items,
            &format!(
                "const field = document.getElementById('search');
                 field.focus(); field.value = item;
                 field.dispatchEvent(new Event('input', {{ bubbles: true }}));
                 {DRAWN}"
            ),
        )
        .await;
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
        // As it is, and with an encoding that is none.
        let items = every(browser.engine(), 3);
        let _: Vec<()> = through_strings(
            browser,
            &items,
            &format!("location.hash = item; location.hash = item + '%'; {DRAWN}"),
        )
        .await;
        browser.settle().await;
        assert!(browser.is_same_document().await, "no document was loaded");
        assert_calm(browser, "in the fragment").await;
        let heading = "document.querySelector('main h1').textContent";
        let pages = ["/search/", "/records/"].into_iter().cycle();
        for (number, page) in numbers(browser.engine(), 12).zip(pages) {
            let text = &STRINGS[number];
            let mut url = reqwest::Url::parse(&site.url(page)).expect("an address");
            url.set_query(Some(text));
            url.set_fragment(Some(text));
            browser.run("window.leftBehind = true").await;
            browser.goto(url.as_str()).await.expect("a start");
            browser
                .until(&format!(
                    "!window.leftBehind && document.querySelector('footer') && {heading}
                         && document.documentElement.dataset.app === 'ready'"
                ))
                .await;
            assert!(
                browser.value::<bool>("probe.untouched()").await || page == "/search/",
                "{text}"
            );
            assert_calm(browser, text).await;
        }
    });
}
