//! The table of reserved names (`reserved.rs`) has every name of the shell and of the publisher.

use std::collections::BTreeSet;

use lscb_content::{anchor_holder, path_holder};
use scraper::Html;

use crate::built::SEFTON;
use crate::markup::select;

#[test]
fn every_id_of_the_shell_is_taken() {
    for (route, html) in SEFTON.pages() {
        let page = Html::parse_document(&html);
        let inside: BTreeSet<&str> = select(&page, "main [id]")
            .iter()
            .filter_map(|element| element.attr("id"))
            .collect();
        let made = select(&page, "main .index > nav ~ [id], main [id^=embed-sheet-]");
        let made = made.iter().filter_map(|element| element.attr("id"));
        let made: BTreeSet<&str> = made.collect();
        for element in select(&page, "[id]") {
            let id = element.attr("id").unwrap_or_default();
            assert!(
                inside.contains(id) && !made.contains(id) || anchor_holder(id).is_some(),
                "{route}: #{id} is free"
            );
        }
    }
}

#[test]
fn every_file_of_the_publisher_is_taken() {
    let pages = SEFTON.pages();
    for path in SEFTON.files().into_keys() {
        let route = format!("/{}", path.strip_suffix("index.html").unwrap_or("\n"));
        let is_page = pages.contains_key(&route);
        let of_content = path.starts_with("images/") || path.starts_with("documents/");
        let redirect = SEFTON_REDIRECT.iter().any(|it| path.ends_with(it)) && !is_page;
        assert!(
            is_page || of_content || redirect || path_holder(&path).is_some(),
            "{path} is free"
        );
    }
}

/// Old addresses are folders with a page that leads on.
const SEFTON_REDIRECT: [&str; 1] = ["/index.html"];
