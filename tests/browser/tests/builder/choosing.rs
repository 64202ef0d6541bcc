//! What is chosen is what the preview shows and what the snippet says.

use lscb_browser::browser::{Browser, TAB};
use lscb_browser::checker::axe;
use lscb_browser::dist::built;
use lscb_browser::engine::Engine;
use lscb_browser::runner::{in_engines, in_every_engine};
use lscb_browser::site::Site;
use serde_json::json;

use super::support::{
    CONTRAST, Host, PAGE, PREVIEW, SNIPPET, STATUS, choose, open, snippet, until_ready,
};

/// Waits until the preview shows a title at a level.
async fn until_previewed(browser: &Browser, heading: &str, title: &str) {
    let first = format!("{PREVIEW}?.querySelector('main > {heading}')");
    browser
        .until(&format!("{first}?.textContent === '{title}'"))
        .await;
}

#[test]
fn the_preview_and_the_snippet_follow_the_choice() {
    in_every_engine(async |browser| {
        let host = Host::start();
        open(browser, &host).await;
        until_previewed(browser, "h2", "Worried about a child?").await;
        let entries: usize = browser.value("history.length").await;

        choose(browser, &[("what", "embed/page/contact/")]).await;
        until_previewed(browser, "h2", "Contact").await;
        let src = format!("<iframe src=\"{}\" ", host.url("embed/page/contact/"));
        let said = snippet(browser).await;
        assert!(said.starts_with(&src), "{said}");

        let chosen = [
            ("heading", "4"),
            ("density", "compact"),
            ("theme", "dark"),
            ("height", "600"),
        ];
        choose(browser, &chosen).await;
        until_previewed(browser, "h4", "Contact").await;
        browser
            .until(&format!(
                "{PREVIEW}.documentElement.dataset.theme === 'dark'"
            ))
            .await;
        let query = "?theme=dark&amp;heading=4&amp;density=compact";
        let said = snippet(browser).await;
        assert!(
            said.contains(&format!("embed/page/contact/{query}\"")),
            "{said}"
        );
        assert!(said.contains("height=\"600\""), "{said}");
        let high = "document.querySelector('.preview iframe').offsetHeight";
        assert_eq!(browser.value::<u32>(high).await, 600);

        // As high as its text, and no higher.
        choose(browser, &[("what", "embed/help/"), ("level", "2")]).await;
        until_previewed(browser, "h4", "Worried about a child?").await;
        let own = format!("{PREVIEW}.documentElement.getBoundingClientRect().height");
        browser
            .until(&format!("Math.abs({high} - {own}) < 1.5 && {high} < 480"))
            .await;
        assert!(snippet(browser).await.contains("embed-1.js"));

        choose(browser, &[("level", "3")]).await;
        let said = snippet(browser).await;
        let element = "<lscb-section embed=\"help\" title=\"Worried about a child? - Sefton LSCB\" \
                       theme=\"dark\" heading=\"4\" density=\"compact\"><p>";
        assert!(said.starts_with(element), "{said}");

        choose(browser, &[("level", "0")]).await;
        let link = host.url("#help");
        let link = format!("<p><a href=\"{link}\">Worried about a child? - Sefton LSCB</a></p>");
        assert_eq!(snippet(browser).await, link);
        assert_eq!(browser.value::<usize>("history.length").await, entries);
    });
}

/// The page has ready snippets, which its publisher wrote: the form writes the same.
#[test]
fn without_further_choices_it_is_the_ready_snippet() {
    in_every_engine(async |browser| {
        let host = Host::start();
        open(browser, &host).await;
        let kinds = "[...document.querySelectorAll('.embeds details')].filter((it) => it.querySelector('pre'))";
        let first = "map((it) => it.querySelector('li a:not([href$=\"embed/page/\"])').href.split('/lscb/')[1])";
        let whats: Vec<String> = browser.value(&format!("{kinds}.{first}")).await;
        assert_eq!(whats.len(), 5, "{whats:?}");
        for (at, what) in whats.iter().enumerate() {
            let ready: Vec<String> = browser
                .value(&format!(
                    "[...{kinds}[{at}].querySelectorAll('pre')].map((it) => it.textContent)"
                ))
                .await;
            assert_eq!(ready.len(), 4, "{what}");
            for (level, ready) in ready.iter().enumerate() {
                choose(browser, &[("what", what), ("level", &level.to_string())]).await;
                assert_eq!(&snippet(browser).await, ready, "{what} {level}");
            }
        }
    });
}

#[test]
fn everything_that_is_listed_can_be_chosen() {
    in_every_engine(async |browser| {
        let host = Host::start();
        open(browser, &host).await;
        let listed =
            "[...document.querySelectorAll('.embeds li code')].map((it) => it.textContent)";
        let offered = "[...document.querySelectorAll('.builder option')].map((it) => it.value)
            .filter((it) => it.startsWith('embed/'))";
        let listed: Vec<String> = browser.value(listed).await;
        assert!(listed.len() > 30, "{listed:?}");
        assert_eq!(browser.value::<Vec<String>>(offered).await, listed);
        let groups = "[...document.querySelectorAll('.builder optgroup')].map((it) => it.label)";
        let folds = "[...document.querySelectorAll('.embeds summary')].map((it) => it.textContent)";
        let groups: Vec<String> = browser.value(groups).await;
        assert_eq!(groups, browser.value::<Vec<String>>(folds).await);
    });
}

#[test]
fn colours_that_cannot_be_read_are_refused_in_words() {
    in_every_engine(async |browser| {
        let host = Host::start();
        open(browser, &host).await;
        choose(
            browser,
            &[
                ("theme", "host"),
                ("ink", "#201000"),
                ("paper", "#fff0e0"),
                ("link", "#600060"),
            ],
        )
        .await;
        let said: String = browser.value(CONTRAST).await;
        assert!(said.starts_with("These colours can be read"), "{said}");
        let query = "?theme=host&amp;ink=201000&amp;paper=fff0e0&amp;link=600060";
        assert!(snippet(browser).await.contains(query));
        let background = format!("getComputedStyle({PREVIEW}.documentElement).backgroundColor");
        browser
            .until(&format!("{background} === 'rgb(255, 240, 224)'"))
            .await;

        choose(browser, &[("link", "#ffe0e0")]).await;
        let said: String = browser.value(CONTRAST).await;
        assert!(said.starts_with("These colours are not used"), "{said}");
        assert!(
            said.contains("of links on the background is 1.1 to 1"),
            "{said}"
        );
        assert!(!snippet(browser).await.contains("theme=host"));
        browser
            .until(&format!("{background} !== 'rgb(255, 240, 224)'"))
            .await;

        choose(browser, &[("link", "#600060"), ("level", "3")]).await;
        let style = "style=\"--lscb-ink: #201000; --lscb-paper: #fff0e0; --lscb-link: #600060\"";
        assert!(
            snippet(browser)
                .await
                .contains(&format!("theme=\"host\" {style}>"))
        );
    });
}

#[test]
fn it_works_where_the_app_shows_it_and_once_more_after_that() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/a/b/c/").await;
        browser.open_app(&site, "/").await;
        browser.mark().await;
        for _ in 0..2 {
            for route in [PAGE, "/privacy/"] {
                browser
                    .click(&Browser::link(&site, "footer nav", route))
                    .await;
                browser.until_page(&site, route).await;
                if route == PAGE {
                    until_ready(browser).await;
                    let address = site.url("embed/help/");
                    let said = snippet(browser).await;
                    assert!(said.contains(&address), "{said}");
                    choose(browser, &[("what", "embed/reviews/")]).await;
                    browser
                        .until(&format!("{SNIPPET}.includes('embed/reviews/')"))
                        .await;
                    let places = "document.querySelectorAll('.builder form').length";
                    assert_eq!(browser.value::<usize>(places).await, 1);
                }
            }
        }
        assert!(browser.is_same_document().await, "no document was loaded");
        let complaints = browser.complaints().await;
        assert!(complaints.is_empty(), "{complaints:#?}");
    });
}

/// What it said is told to the page a moment later.
#[test]
fn what_a_frame_said_before_it_was_left_is_passed_over() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        browser.open_app(&site, PAGE).await;
        until_ready(browser).await;
        let what = "document.querySelector('.builder form').elements.what.value";
        let what: String = browser.value(what).await;
        browser.go_by_header(&site, "/about-us/").await;
        let said = json!({ "lscb": 1, "type": "ready", "path": what, "height": 100 });
        browser
            .run(&format!(
                "dispatchEvent(new MessageEvent('message', {{ origin: location.origin, data: {said} }}))"
            ))
            .await;
        assert_eq!(browser.complaints().await, [""; 0]);
    });
}

/// From the first field to the button, and back to a copied snippet.
#[test]
fn the_keyboard_is_enough() {
    in_every_engine(async |browser| {
        let host = Host::start();
        open(browser, &host).await;
        browser
            .run("document.querySelector('.builder form').elements.what.focus()")
            .await;
        browser.press(TAB).await;
        let focused = "document.activeElement.name || document.activeElement.localName";
        assert_eq!(browser.value::<String>(focused).await, "level");
        // The next way: a frame that fits its text.
        browser.press("\u{e015}").await;
        browser
            .until(&format!("{SNIPPET}.includes('embed-1.js')"))
            .await;
        let mut met = Vec::new();
        for _ in 0..12 {
            browser.press(TAB).await;
            let is_there = "!!document.activeElement.closest('.builder')";
            if !browser.value::<bool>(is_there).await {
                // Links of the preview are met inside of it.
                continue;
            }
            met.push(browser.value::<String>(focused).await);
            if met.last().is_some_and(|it| it == "button") {
                break;
            }
        }
        met.retain(|it| it != "iframe");
        let order = [
            "theme", "heading", "density", "height", "div", "textarea", "button",
        ];
        assert_eq!(met, order);
        browser.press(" ").await;
        browser
            .until(&format!("{STATUS}.startsWith('The snippet is')"))
            .await;
    });
}

#[test]
fn a_browser_without_a_clipboard_selects_the_snippet() {
    in_every_engine(async |browser| {
        let host = Host::start();
        open(browser, &host).await;
        browser
            .run("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
            .await;
        browser
            .click("document.querySelector('.copy button')")
            .await;
        browser
            .until(&format!("{STATUS}.includes('Copy it with')"))
            .await;
        let chosen = "(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd) === value)
            (document.activeElement)";
        assert!(browser.value::<bool>(chosen).await);
        choose(browser, &[("level", "0")]).await;
        assert_eq!(
            browser.value::<String>(STATUS).await,
            "",
            "it is another snippet now"
        );
    });
}

#[test]
fn nothing_moves_and_nothing_is_kept() {
    in_engines(&[Engine::Chromium], Default::default(), async |browser| {
        let site = Site::watched(built(), "/").await;
        browser.open_app(&site, PAGE).await;
        until_ready(browser).await;
        browser.settle().await;
        assert_eq!(browser.value::<f64>("probe.shift").await, 0.0);
        let stored = "localStorage.length + sessionStorage.length + document.cookie.length";
        assert_eq!(browser.value::<u32>(stored).await, 0);
    });
}

#[test]
fn axe_finds_nothing() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/").await;
        browser.open_app(&site, PAGE).await;
        until_ready(browser).await;
        for level in ["0", "1", "3"] {
            choose(browser, &[("level", level), ("theme", "host")]).await;
            let found = axe(browser).await;
            assert!(found.is_empty(), "{level}: {found:#?}");
        }
    });
}
