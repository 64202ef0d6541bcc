//! Ten thousand messages that mean nothing or harm, to the page in the frame and to the page
//! around it: nothing changes, and nothing of them is ever run.

use std::sync::Arc;

use lscb_browser::browser::Browser;
use lscb_browser::dist::{Dist, built};
use lscb_browser::host::{HostServer, NONSENSE, SEND};
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

use super::support::{
    FRAME, Fixture, INNER, PASTED, assert_untouched, go, pinned, until_listening, until_whole,
};

const ELEMENT: &str =
    "<lscb-section page=\"/contact/\"><a href=\"{site}contact/\">Contact</a></lscb-section>";
const GENERATOR: &str = "<script src=\"/nonsense.js\"></script>";

/// The state of a page in a frame that a message could have changed.
const STATE: &str = "[document.documentElement.outerHTML, location.href, document.activeElement.localName,
    document.scripts.length, String(window.canary), document.documentElement.getBoundingClientRect().height].join('\\n')";

/// Sends what the host can say to the page in the frame, the ports of others included.
const TO_THE_FRAME: &str = "
    const next = nonsense(1);
    const target = document.querySelector('main iframe').contentWindow;
    for (let sent = 0; sent < 10000; sent++) {
        const ports = sent % 7 ? [] : [new MessageChannel().port2];
        try { target.postMessage(next(), '*', ports); } catch { sent -= 1; }
    }";

#[test]
fn what_a_host_says_changes_nothing_in_the_frame() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        fixture
            .open_page(browser, &format!("{GENERATOR}{PASTED}{{script}}"))
            .await;
        until_whole(browser, FRAME).await;
        browser
            .run_within(
                FRAME,
                "window.heard = 0; addEventListener('message', () => { window.heard += 1; })",
            )
            .await;
        let before: String = browser.within(FRAME, STATE).await;
        browser.run(TO_THE_FRAME).await;
        browser
            .within::<bool>(FRAME, "window.heard >= 10000 || null")
            .await;
        assert_eq!(browser.within::<String>(FRAME, STATE).await, before);
        until_whole(browser, FRAME).await;
        let changes: Vec<String> = browser.value("host.changes()").await;
        assert_eq!(changes, ["a global nonsense"]);
        assert_eq!(browser.complaints().await, [""; 0]);
    });
}

/// A host without the site's script may ask for the port itself. What it may say there are
/// colours that can be read and the address of a page of the same kind.
#[test]
fn what_a_host_says_on_the_port_is_held_against_a_list() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        fixture
            .open_page(browser, &format!("{GENERATOR}{PASTED}"))
            .await;
        until_listening(browser, FRAME).await;
        let before: String = browser.within(FRAME, "location.href").await;
        let scripts: usize = browser.within(FRAME, "document.scripts.length").await;
        let text = "document.querySelector('main').textContent";
        let words: String = browser.within(FRAME, text).await;
        browser
            .run(
                "const channel = new MessageChannel();
                 document.querySelector('main iframe').contentWindow.postMessage({ lscb: 1, type: 'hello' }, '*', [channel.port2]);
                 const next = nonsense(3);
                 for (let sent = 0; sent < 10000; sent++) {
                     const message = next();
                     // The one order that would be right.
                     if (message?.path === 'embed/page/contact/') message.path = 'embed/help/';
                     try { channel.port1.postMessage(message); } catch { sent -= 1; }
                 }
                 channel.port1.postMessage({ lscb: 1, type: 'theme', theme: 'dark' });",
            )
            .await;
        let scheme = "getComputedStyle(document.documentElement).colorScheme === 'dark' || null";
        browser.within::<bool>(FRAME, scheme).await;
        assert_eq!(
            browser.within::<String>(FRAME, "location.href").await,
            before
        );
        assert_eq!(
            browser
                .within::<usize>(FRAME, "document.scripts.length")
                .await,
            scripts
        );
        assert_eq!(browser.within::<String>(FRAME, text).await, words);
        assert_eq!(
            browser
                .within::<String>(FRAME, "String(window.canary)")
                .await,
            "undefined"
        );
        let style: String = browser
            .within(FRAME, "document.documentElement.style.cssText")
            .await;
        assert!(
            !style.contains("url") && !style.contains("expression"),
            "{style}"
        );
        assert_eq!(browser.complaints().await, [""; 0]);
    });
}

/// Waits until so many have said all that they have to say, and it is drawn.
async fn until_sent(browser: &Browser, senders: usize) {
    browser.until(&format!("host.sent === {senders}")).await;
    browser.settle().await;
}

const LISTEN: &str = "<script>
    host.sent = 0;
    addEventListener('message', ({ data }) => { if (data === 'sent') host.sent += 1; });
</script>";

#[test]
fn what_a_frame_of_others_says_changes_nothing() {
    const STYLES: &str = "['main iframe', '#led'].map((it) => document.querySelector(it))
        .concat(document.querySelector('lscb-section').shadowRoot.querySelector('iframe'))
        .map((frame) => frame.style.cssText).join('\\n')";
    const LED: &str = "document.getElementById('led')";
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        let led = PASTED.replace("<iframe", "<iframe id=\"led\"");
        fixture
            .open_page(
                browser,
                &format!("{LISTEN}{PASTED}{ELEMENT}{led}{{script}}"),
            )
            .await;
        for frame in [FRAME, INNER, LED] {
            browser.run(&format!("{frame}?.scrollIntoView()")).await;
            until_whole(browser, frame).await;
        }
        let events: usize = browser.value("host.events.length").await;
        let before: String = browser.value(STYLES).await;
        // One on another origin, one in a sandbox, and a frame of the site's that is led elsewhere.
        browser
            .run(&format!(
                "const other = location.origin.replace('localhost', '127.0.0.1');
                 for (const origin of [other, location.origin]) {{
                     const frame = document.createElement('iframe');
                     if (origin !== other) frame.sandbox = 'allow-scripts';
                     frame.title = 'Hostile';
                     frame.className = 'hostile';
                     frame.src = new URL('/hostile.html', origin);
                     document.body.append(frame);
                 }}
                 {LED}.contentWindow.location.replace(new URL('/hostile.html', other));"
            ))
            .await;
        until_sent(browser, 3).await;
        assert_eq!(browser.value::<String>(STYLES).await, before);
        let styles = "[...document.querySelectorAll('.hostile')].map((frame) => frame.style.cssText).join('')";
        assert_eq!(browser.value::<String>(styles).await, "");
        assert_eq!(browser.value::<usize>("host.events.length").await, events);
        assert_untouched(browser).await;
    });
}

/// A site whose pages for frames hold a script of their own.
fn site_that_says(script: &str) -> Arc<Dist> {
    let page = format!(
        "<!doctype html><title>Nonsense</title><main>Words</main><script>{script}</script>"
    );
    Dist::of(&[
        ("embed-1.js", built().text("embed-1.js")),
        ("embed/page/contact/index.html", &page),
    ])
}

async fn host_of(browser: &Browser, dist: &Arc<Dist>) -> (Site, HostServer) {
    let site = Site::plain(dist, "/lscb/").await;
    site.header("access-control-allow-origin", "*");
    let hosts = HostServer::start(&site.url("/"), &pinned()).await;
    go(
        browser,
        &hosts.page(&format!("{LISTEN}{PASTED}{ELEMENT}{{script}}")),
    )
    .await;
    (site, hosts)
}

#[test]
fn what_a_page_at_the_sites_origin_says_stays_in_bounds() {
    let dist = site_that_says(&format!("{NONSENSE}{SEND}"));
    in_every_engine(async |browser| {
        let (_site, _hosts) = host_of(browser, &dist).await;
        until_sent(browser, 2).await;
        for frame in [FRAME, INNER] {
            let height: f64 = browser.value(&format!("{frame}.clientHeight")).await;
            assert!((80.0..=20004.0).contains(&height), "{height}");
        }
        let odd: Vec<String> = browser
            .value(
                "host.events.filter(({ type, detail }) => type !== 'lscb-error' && !(
                     /^embed(\\/[a-z0-9-]+)+\\/$/.test(detail.path) && typeof detail.title === 'string'
                     && detail.title.length <= 300 && !(detail.height < 80 || detail.height > 20000)
                 )).map((event) => JSON.stringify(event))",
            )
            .await;
        assert_eq!(odd, [""; 0]);
        let ready = "host.events.filter(({ type }) => type === 'lscb-ready').length";
        assert!(
            browser.value::<usize>(ready).await > 1,
            "some of it was as it should be"
        );
        assert_eq!(
            browser.value::<String>("String(window.canary)").await,
            "undefined"
        );
        let added = "document.querySelectorAll('main img, main script:not([src^=http]):not(:first-of-type)').length";
        assert_eq!(browser.value::<usize>(added).await, 0);
        assert_untouched(browser).await;
    });
}

#[test]
fn a_newer_site_is_left_alone() {
    let dist = site_that_says(
        "const say = (type) => parent.postMessage({ lscb: 2, type, path: 'embed/page/contact/', title: 'Contact', height: 900 }, '*');
         say('ready'); say('height'); parent.postMessage('sent', '*');",
    );
    in_every_engine(async |browser| {
        let (_site, _hosts) = host_of(browser, &dist).await;
        until_sent(browser, 2).await;
        assert_eq!(
            browser.value::<f64>(&format!("{FRAME}.clientHeight")).await,
            480.0
        );
        assert!(
            browser
                .value::<bool>("document.querySelector('lscb-section a').checkVisibility()")
                .await
        );
        assert!(!browser.value::<bool>(&format!("!!({INNER})")).await);
        assert_untouched(browser).await;
    });
}
