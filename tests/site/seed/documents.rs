//! The documents that the published text offers: none has a file yet, and each says so.

use std::collections::BTreeSet;

use lscb_content::Site;
use lscb_wire::{Block, DocumentState, Target};

use super::links::targets;
use super::{folder, pages, published_pages};
use crate::built::SEFTON;

/// The only address in the published text.
const LINK: &str =
    "https://liverpoolscp.org.uk/scp/about-us/merseyside-child-death-overview-panel-cdop";

/// Where the statement on accessibility leads: the guidelines and whom to complain to.
const LINKS_OF_THE_STATEMENT: [&str; 2] = [
    "https://www.equalityadvisoryservice.com/",
    "https://www.w3.org/TR/WCAG22/",
];

#[test]
fn no_document_has_a_dead_link() {
    let site = folder::reading().site;
    let (_, attachments) = folder::files();
    let there: BTreeSet<_> = attachments.iter().map(|file| file.path.as_str()).collect();
    for (path, page) in pages() {
        for target in targets(&page) {
            match target {
                Target::File(file) => assert!(there.contains(file.as_str()), "{path}: {file}"),
                Target::Url(url) if path == "/accessibility-statement/" => {
                    assert!(LINKS_OF_THE_STATEMENT.contains(&url.as_str()), "{url}");
                }
                Target::Url(url) => assert_eq!(url, LINK, "{path}"),
                Target::Page(_) => {}
            }
        }
    }
    let links = published_pages()
        .iter()
        .flat_map(targets)
        .filter(|to| matches!(to, Target::Url(_)))
        .count();
    assert_eq!(links, 1, "links out of the published pages");
    let titles: BTreeSet<_> = site
        .records
        .documents
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    assert_eq!(
        titles.len(),
        site.records.documents.len(),
        "two documents share a title"
    );
}

#[test]
fn the_page_about_this_site_lists_every_document_that_is_missing() {
    let site = folder::reading().site;
    let mut listed: Vec<String> = Vec::new();
    for block in &pages()["/about-this-site/"].blocks {
        if let Block::Documents(cards) = block {
            for card in cards {
                assert!(
                    matches!(card.state, DocumentState::Missing { .. }),
                    "{}",
                    card.title
                );
                listed.push(card.title.clone());
            }
        }
    }
    listed.sort();
    assert_eq!(listed, missing(&site));
}

/// Small, in words, where it was offered; and whom to ask once a page.
#[test]
fn what_names_missing_documents_says_so_and_the_page_says_whom_to_ask() {
    for (route, html) in SEFTON.pages() {
        let marks = html
            .matches("<span class=\"aside\"> (not in this copy)</span>")
            .count();
        let asked = html.matches("</a> for what is marked so.").count();
        assert_eq!(asked, usize::from(marks > 0), "{route}: {marks} marks");
    }
    let reviews = SEFTON.text("learning-from-reviews/index.html");
    let words =
        "Click here to access the SCR report.<span class=\"aside\"> (not in this copy)</span>";
    assert!(reviews.contains(words));
}

/// The titles of the documents that have no file and no other holder, sorted.
pub(super) fn missing(site: &Site) -> Vec<String> {
    let nowhere = site
        .records
        .documents
        .iter()
        .filter(|it| it.file.is_none() && it.url.is_none());
    let mut titles: Vec<_> = nowhere.map(|document| document.title.clone()).collect();
    titles.sort();
    titles
}
