//! Keys that lead to the field, and the way to switch one of them off (WCAG 2.1.4).

use lscb_browser::browser::Browser;
use lscb_browser::runner::in_every_engine;
use thirtyfour::Key;

use super::support::{FIELD, SEARCH, site};

async fn is_in_field(browser: &Browser) -> bool {
    browser
        .value(&format!("document.activeElement === {FIELD}"))
        .await
}

/// Away from the field.
async fn leave(browser: &Browser) {
    browser.run("document.activeElement.blur()").await;
    assert!(!is_in_field(browser).await);
}

#[test]
fn slash_and_control_k_lead_to_the_field() {
    in_every_engine(async |browser| {
        let _site = site(browser).await;
        browser.press("/").await;
        assert!(is_in_field(browser).await, "by /");
        let value = format!("{FIELD}.value");
        assert_eq!(
            browser.value::<String>(&value).await,
            "",
            "the key is not typed"
        );
        // In a field it is a letter like others.
        browser.press("a/b").await;
        assert_eq!(browser.value::<String>(&value).await, "a/b");
        leave(browser).await;
        let chord = browser.action_chain().key_down(Key::Control).send_keys("k");
        chord.key_up(Key::Control).perform().await.expect("keys");
        assert!(is_in_field(browser).await, "by Ctrl-K");
    });
}

#[test]
fn slash_can_be_switched_off_and_stays_off() {
    in_every_engine(async |browser| {
        let site = site(browser).await;
        let kept = "Object.keys(localStorage).length";
        assert_eq!(
            browser.value::<u32>(kept).await,
            0,
            "nothing is kept unasked"
        );
        browser.open_app(&site, SEARCH).await;
        browser.click("document.getElementById('slash')").await;
        leave(browser).await;
        browser.press("/").await;
        assert!(!is_in_field(browser).await, "off");
        browser.open_app(&site, SEARCH).await;
        let choice = "document.getElementById('slash').checked";
        browser.until(&format!("!{choice}")).await;
        browser.press("/").await;
        assert!(!is_in_field(browser).await, "still off");
        browser.click("document.getElementById('slash')").await;
        leave(browser).await;
        browser.press("/").await;
        assert!(is_in_field(browser).await, "on again");
        assert_eq!(browser.value::<u32>(kept).await, 0, "and nothing is kept");
    });
}
