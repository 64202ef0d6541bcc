//! Words for what is under way and what went wrong. The places for them are in the
//! document from the start; the page itself is never touched.

use crate::boot::by_id;

/// Says something to a screen reader, and shows it: that a page is taking long. Empty
/// text takes it away.
pub(crate) fn status(text: &str) {
    if let Some(place) = by_id("status") {
        place.set_text_content(Some(text));
    }
}

/// Shows the one line that a page did not come, with a button to try again and a plain
/// link to `url`.
pub(crate) fn failed(url: &str) {
    let text = "That page did not load, so you are still on this one.";
    if let (Some(notice), Some(line), Some(open)) =
        (by_id("notice"), by_id("notice-text"), by_id("notice-open"))
    {
        line.set_text_content(Some(text));
        open.set_attribute("href", url).ok();
        notice.set_hidden(false);
    }
    status(text);
}

/// Says so if it was not this site that answered.
pub(crate) fn intercepted() {
    let text = "It seems that network sign-in is needed: something other than this site answered. \
        You are still on this page.";
    if let Some(line) = by_id("notice-text") {
        line.set_text_content(Some(text));
    }
    status(text);
}

/// Takes both away.
pub(crate) fn clear() {
    status("");
    if let Some(notice) = by_id("notice") {
        notice.set_hidden(true);
    }
}
