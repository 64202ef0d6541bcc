//! How pages stand on a narrow screen, and pictures of all of them for a person to look at.

use std::fs;
use std::path::Path;

use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::runner::{in_engines, in_every_engine};
use lscb_browser::site::Site;
use serde_json::json;

/// Windows cannot be this narrow in every engine; a frame of the same origin can.
const FRAME: &str = "
    document.body.replaceChildren();
    const frame = document.createElement('iframe');
    // So high that no scroll bar takes its width.
    frame.style.cssText = 'width: 320px; height: 30000px; border: 0';
    window.inner = () => frame.contentDocument;
    document.body.append(frame);";

#[test]
fn nothing_scrolls_sideways_at_320_pixels() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/").await;
        browser.open(&site, "/robots.txt").await;
        browser
            .run(&FRAME.replace("window.inner", "window.frame = frame; window.inner"))
            .await;
        for route in built().routes() {
            let url = site.url(&route);
            browser.run(&format!("frame.src = '{url}'")).await;
            let there =
                format!("inner().location.href === '{url}' && inner().readyState === 'complete'");
            browser.until(&there).await;
            let root = "inner().documentElement";
            assert_eq!(
                browser.value::<u32>(&format!("{root}.clientWidth")).await,
                320
            );
            let wide: Vec<String> = browser
                .value(
                    "[...inner().querySelectorAll('body *')]
                        .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > 320.5
                            && !e.closest('table')?.parentElement.matches('[tabindex]'))
                        .map(e => e.outerHTML.slice(0, 80))",
                )
                .await;
            let width: u32 = browser.value(&format!("{root}.scrollWidth")).await;
            assert!(width <= 320, "{route} is {width} pixels wide: {wide:#?}");
        }
    });
}

/// Whether the sections are in reach without a script: all in view on a wide screen, behind
/// one button on a narrow one.
#[test]
fn the_menu_opens_without_scripts() {
    for (width, wide) in [(1280, true), (600, false)] {
        let options = BrowserOptions {
            scripts_off: true,
            width,
            ..BrowserOptions::default()
        };
        in_engines(&Engine::ALL, options, async |browser| {
            let site = Site::plain(built(), "/").await;
            browser
                .read(&site, "/", &built().page("/").words("title"))
                .await;
            let find = async |selector| {
                browser
                    .find(thirtyfour::By::Css(selector))
                    .await
                    .expect("an element")
            };
            let link = find("header nav a").await;
            if !wide && !link.is_displayed().await.expect("its state") {
                find("header [popovertarget]")
                    .await
                    .click()
                    .await
                    .expect("a click");
            }
            assert!(
                link.is_displayed().await.expect("its state"),
                "the sections are in view at {width}"
            );
        });
    }
}

#[test]
fn the_sections_take_one_line_of_a_wide_window() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/").await;
        for route in ["/", "/learning-from-reviews/"] {
            browser.open(&site, route).await;
            let tops: Vec<i32> = browser
                .value(
                    "[...document.querySelectorAll('#sections a')]
                        .map(e => Math.round(e.getBoundingClientRect().top))",
                )
                .await;
            assert_eq!(tops.len(), 6);
            assert!(tops.iter().all(|top| *top == tops[0]), "{route}: {tops:?}");
        }
    });
}

/// The front page has lists that take all of the window themselves, and so has the form of embeds.
#[test]
fn the_room_beside_the_text_is_used_and_no_line_is_longer() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/").await;
        for route in built().routes().into_iter().filter(|route| route != "/") {
            browser.open(&site, &route).await;
            let (beside, text): (f64, f64) = browser
                .value(
                    "(() => {
                        const box = (selector) => [...document.querySelectorAll(selector)]
                            .filter((e) => e.checkVisibility())
                            .map((e) => e.getBoundingClientRect());
                        const left = box('main .contents, main .section-menu').map((b) => b.left);
                        return [Math.max(0, ...left), Math.max(...box('main p:not(nav p, .embeds p)').map((b) => b.right))];
                    })()",
                )
                .await;
            assert!(beside > text, "{route}: {beside} beside {text}");
            // 40 of the reader's letters (`--measure`), and what is left of them.
            assert!(text <= 128.0 + 640.0 + 1.0, "{route}: text up to {text}");
        }
    });
}

#[test]
fn a_contact_has_a_line_for_the_name_the_post_and_the_number_each() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/").await;
        browser.open(&site, "/contact/").await;
        let lines: Vec<(String, Vec<f64>, usize)> = browser
            .value(
                "[...document.querySelectorAll('.contact li')].map((person) => [
                    person.innerText,
                    [...person.children].map((part) => part.getBoundingClientRect().top),
                    [...person.querySelector('a').firstChild.parentNode.getClientRects()].length,
                ])",
            )
            .await;
        assert_eq!(lines.len(), 5);
        for (words, tops, pieces) in lines {
            assert_eq!(tops.len(), 3, "{words}");
            assert!(
                tops.is_sorted() && tops[0] < tops[1] && tops[1] < tops[2],
                "{words}"
            );
            assert_eq!(pieces, 1, "the number of {words} is broken");
        }
    });
}

/// Pictures of every route for a person to look at, in `target/screenshots`:
/// `cargo test --test layout -- --ignored`.
#[test]
#[ignore = "writes pictures for a person to look at"]
fn screenshots_of_every_route() {
    in_engines(
        &[Engine::Chromium],
        BrowserOptions::default(),
        async |browser| {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
            fs::create_dir_all(&folder).expect("a folder for pictures");
            let site = Site::plain(built(), "/").await;
            for width in [360, 1280] {
                for route in built().routes() {
                    let size = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600 });
                    let cdp = browser.cdp();
                    cdp.send_raw("Emulation.setDeviceMetricsOverride", size)
                        .await
                        .expect("a width");
                    browser.open(&site, &route).await;
                    browser.until("document.readyState === 'complete'").await;
                    let whole = json!({ "captureBeyondViewport": true, "format": "png" });
                    let picture = cdp
                        .send_raw("Page.captureScreenshot", whole)
                        .await
                        .expect("a picture");
                    let picture = picture["data"].as_str().expect("bytes");
                    let page = match route.trim_matches('/') {
                        "" => "home".to_owned(),
                        inside => inside.replace('/', "-"),
                    };
                    let name = format!("{page}-{width}.png");
                    fs::write(folder.join(name), decoded(picture)).expect("a picture");
                }
            }
            browser
                .cdp()
                .send_raw("Emulation.clearDeviceMetricsOverride", json!({}))
                .await
                .expect("the old width");
        },
    );
}

fn decoded(base64: &str) -> Vec<u8> {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD
        .decode(base64)
        .expect("base64")
}
