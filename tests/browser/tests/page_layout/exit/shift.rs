//! Shift, pressed three times: leaving by keyboard.

use lscb_browser::browser::{Browser, TAB};
use lscb_browser::dist::built;
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;
use thirtyfour::Key;

use super::support::Fixture;
use super::visibility_recorder::VisibilityRecorder;

/// `pass()` lets five seconds go by for those who wait so long, and nobody else.
const CLOCK: &str = "
    const { setTimeout: start, clearTimeout: stop } = window;
    const waiting = [];
    window.setTimeout = (act, time, ...more) =>
        time === 5000 ? -waiting.push(act) : start(act, time, ...more);
    window.clearTimeout = (id) => id < 0 ? (waiting[-id - 1] = null) : stop(id);
    window.pass = () => waiting.forEach((act, at) => { waiting[at] = null; act?.(); });";

const TWO_MORE: &str = "Press Shift 2 more times to exit this page.";
const ONE_MORE: &str = "Press Shift 1 more time to exit this page.";

async fn press_shift(browser: &Browser, times: usize) {
    for _ in 0..times {
        let press = browser.action_chain().key_down(Key::Shift);
        let pressed = press.key_up(Key::Shift).perform().await;
        pressed.expect("the Shift key");
    }
}

async fn press_three_times(browser: &Browser) {
    press_shift(browser, 3).await;
}

/// Holds Shift down while `keys` are pressed, as for a capital letter.
async fn press_with_shift(browser: &Browser, keys: &str) {
    let press = browser.action_chain().key_down(Key::Shift);
    let pressed = press.send_keys(keys).key_up(Key::Shift).perform().await;
    pressed.expect("keys with Shift");
}

/// What is said.
async fn said(browser: &Browser) -> String {
    browser
        .value("document.querySelector('[role=status]').textContent")
        .await
}

#[test]
fn three_times_leaves() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        fixture.read_two_pages(browser).await;
        fixture.assert_leaves(browser, press_three_times).await;
    });
}

#[test]
fn three_times_leaves_a_page_that_the_app_showed() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        fixture.read_two_pages_of_the_app(browser).await;
        fixture.assert_leaves(browser, press_three_times).await;
        browser.until_app_runs().await;
        fixture.away.forget();
        press_shift(browser, 2).await;
        fixture.assert_here(browser, "two presses after Back").await;
        assert_eq!(said(browser).await, ONE_MORE, "counted from the start");
    });
}

#[test]
fn the_page_is_covered_at_once_and_stays_so() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        let recorder = VisibilityRecorder::of(&fixture);
        browser.open_complete(&fixture.site, "/contact/").await;
        recorder.until_open(browser).await;
        press_three_times(browser).await;
        recorder.assert_covered(browser).await;
    });
}

/// After Back, while the other page was still on its way, the count starts again.
#[test]
fn who_stayed_can_leave_by_three_more() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        fixture.away.inject_fault("*", Fault::Held);
        fixture.read_two_pages_of_the_app(browser).await;
        browser
            .run(
                "const back = () => setTimeout(() => history.back(), 300);
                 document.querySelector('main').focus();
                 new MutationObserver((_, once) => { once.disconnect(); back(); })
                    .observe(document.documentElement, { attributeFilter: ['class'] });",
            )
            .await;
        press_three_times(browser).await;
        fixture.until_titled_page(browser, "/").await;
        press_shift(browser, 1).await;
        assert_eq!(said(browser).await, TWO_MORE);
        press_shift(browser, 2).await;
        fixture.away.clear_faults();
        fixture.until_away(browser).await;
    });
}

#[test]
fn the_presses_left_are_said() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        browser.open_complete(&fixture.site, "/contact/").await;
        press_shift(browser, 1).await;
        assert_eq!(said(browser).await, TWO_MORE);
        press_shift(browser, 1).await;
        assert_eq!(said(browser).await, ONE_MORE);
        fixture.assert_here(browser, "two presses").await;
    });
}

#[test]
fn a_pause_starts_the_count_again() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        fixture.site.inject(CLOCK);
        browser.open_complete(&fixture.site, "/contact/").await;
        press_shift(browser, 2).await;
        browser.run("pass()").await;
        assert_eq!(said(browser).await, "", "nothing is said any more");
        press_shift(browser, 1).await;
        fixture
            .assert_here(browser, "a pause after two presses")
            .await;
        assert_eq!(said(browser).await, TWO_MORE);
    });
}

#[test]
fn another_key_starts_the_count_again() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        browser.open_complete(&fixture.site, "/contact/").await;
        press_shift(browser, 2).await;
        browser.press("x").await;
        assert_eq!(said(browser).await, "", "what was said holds no more");
        press_shift(browser, 1).await;
        fixture
            .assert_here(browser, "another key after two presses")
            .await;
        assert_eq!(said(browser).await, TWO_MORE);
    });
}

/// Shift and the wheel scroll sideways, Shift and a click select, Alt and Shift change the keyboard's
/// language.
#[test]
fn shift_held_for_something_else_is_not_a_press() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        browser.open_complete(&site, "/about-us/").await;
        for event in [
            "new WheelEvent('wheel', { bubbles: true, deltaX: 40, shiftKey: true })",
            "new PointerEvent('pointerdown', { bubbles: true, shiftKey: true })",
        ] {
            for _ in 0..4 {
                let held = browser.action_chain().key_down(Key::Shift).perform().await;
                held.expect("the Shift key");
                browser
                    .run(&format!(
                        "document.querySelector('main').dispatchEvent({event})"
                    ))
                    .await;
                let let_go = browser.action_chain().key_up(Key::Shift).perform().await;
                let_go.expect("the Shift key");
            }
            assert_stays(browser, event).await;
        }
        for _ in 0..4 {
            let both = browser
                .action_chain()
                .key_down(Key::Alt)
                .key_down(Key::Shift);
            let both = both.key_up(Key::Shift).key_up(Key::Alt).perform().await;
            both.expect("Alt and Shift");
        }
        assert_stays(browser, "Alt").await;
    });
}

async fn assert_stays(browser: &Browser, what: &str) {
    let leaving = "document.documentElement.classList.contains('leaving')";
    assert!(!browser.value::<bool>(leaving).await, "{what}");
    let said: String = browser
        .value("document.getElementById('status').textContent")
        .await;
    assert_eq!(said, "", "{what}");
}

/// Going backwards with Shift and Tab is no sign of wanting to leave, and must not be
/// talked over.
#[test]
fn shift_with_another_key_is_not_a_press() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        browser.open_complete(&fixture.site, "/contact/").await;
        browser.press(&TAB.repeat(6)).await;
        for _ in 0..3 {
            press_with_shift(browser, TAB).await;
            assert_eq!(said(browser).await, "");
        }
        fixture.assert_here(browser, "going backwards").await;
    });
}

#[test]
fn typing_is_not_leaving() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        browser.open_complete(&fixture.site, "/contact/").await;
        for field in ["input", "textarea"] {
            browser
                .run(&format!(
                    "window.field = document.createElement('{field}');
                     document.querySelector('main').prepend(field);
                     field.focus();"
                ))
                .await;
            for letter in ["a", "b", "c"] {
                press_with_shift(browser, letter).await;
            }
            assert_eq!(browser.value::<String>("field.value").await, "ABC");
            press_three_times(browser).await;
            fixture.assert_here(browser, field).await;
            assert_eq!(said(browser).await, "", "{field}");
        }
    });
}

/// Nothing is typed into the choice of colours.
#[test]
fn three_times_leaves_from_the_choice_of_colours() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        fixture.read_two_pages(browser).await;
        browser
            .run("document.querySelector('.theme :checked').focus()")
            .await;
        fixture.assert_leaves(browser, press_three_times).await;
    });
}

/// A page that frames this one has ways out of its own, and leaving the frame alone would
/// leave the rest in view.
#[test]
fn in_a_frame_it_does_nothing() {
    in_every_engine(async |browser| {
        let fixture = Fixture::new().await;
        browser.open(&fixture.site, "/robots.txt").await;
        let url = fixture.site.url("/contact/");
        browser
            .run(&format!(
                "window.frame = document.createElement('iframe');
                 frame.src = '{url}';
                 document.body.replaceChildren(frame);"
            ))
            .await;
        let html = "frame.contentDocument?.documentElement";
        browser
            .until(&format!("{html}.dataset.app === 'ready'"))
            .await;
        browser
            .run(
                "frame.contentWindow.heard = 0;
                 frame.contentWindow.addEventListener('keyup', () => frame.contentWindow.heard++);
                 frame.contentDocument.querySelector('main').focus();",
            )
            .await;
        press_three_times(browser).await;
        browser.until("frame.contentWindow.heard === 3").await;
        let inner = "[frame.contentDocument.title,
            frame.contentDocument.querySelector('[role=status]').textContent]";
        let [title, said]: [String; 2] = browser.value(inner).await;
        assert_ne!(title, "Loading");
        assert_eq!(said, "");
        fixture
            .assert_here(browser, "three presses in a frame")
            .await;
    });
}
