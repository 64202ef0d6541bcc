//! Words for what is under way and what went wrong. The places for them are in the
//! document from the start; the page itself is never touched.

use super::dom::{by_id, set_timeout};

/// How long something may take before the reader is told that it is on its way, in
/// milliseconds. Anything shorter would only flicker.
const SLOW_MS: u32 = 400;

/// Says something to a screen reader, and shows it: that a page is taking long. Empty
/// text takes it away.
pub(super) fn announce(text: &str) {
    if let Some(place) = by_id("status") {
        place.set_text_content(Some(text));
    }
}

/// Calls `then` if something has not come within a moment.
pub(super) fn if_slow(is_pending: impl Fn() -> bool + 'static, then: impl Fn() + 'static) {
    set_timeout(SLOW_MS, move || {
        if is_pending() {
            then();
        }
    });
}

/// Shows the one line that a page did not come, with a button to try again and a plain
/// link to `url`.
pub(super) fn navigation_failed(url: &str) {
    let text = "That page did not load, so you are still on this one.";
    if let (Some(notice), Some(line), Some(open)) =
        (by_id("notice"), by_id("notice-text"), by_id("notice-open"))
    {
        line.set_text_content(Some(text));
        open.set_attribute("href", url).ok();
        notice.set_hidden(false);
    }
    announce(text);
}

/// Says so if it was not this site that answered.
pub(super) fn intercepted() {
    let text = "It seems that network sign-in is needed: something other than this site answered. \
        You are still on this page.";
    if let Some(line) = by_id("notice-text") {
        line.set_text_content(Some(text));
    }
    announce(text);
}

/// Takes both away.
pub(super) fn clear() {
    announce("");
    if let Some(notice) = by_id("notice") {
        notice.set_hidden(true);
    }
}
