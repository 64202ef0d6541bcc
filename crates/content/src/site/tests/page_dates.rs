//! What a page says of its own dates. The day of the example is 23 November 2026.

use super::{outline, path};
use crate::example;

#[track_caller]
fn check(fields: &str, expected: &str) {
    let page = example::page("Words").replace("+++\n\n", &format!("{fields}\n+++\n\n"));
    let site = example::site(&[("page.md", &page)]);
    let drawn = site.view(&path("/page/")).unwrap();
    assert_eq!(outline(&drawn.blocks), expected);
}

#[test]
fn a_page_of_another_time_than_the_site_says_so() {
    check("as_at = \"2019\"", "p Words\n");
    check(
        "as_at = \"2021-03\"",
        "p This page describes arrangements as at March 2021.\np Words\n",
    );
}

#[test]
fn a_page_that_nobody_has_checked_in_time_says_so() {
    check("review_by = \"2026-11\"", "p Words\n");
    check("review_by = 2026-11-23", "p Words\n");
    check(
        "review_by = 2026-11-22",
        "note stale: This page was to be checked by 22 November 2026. That has not been done.\n\
         p Words\n",
    );
}
