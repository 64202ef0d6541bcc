//! Nothing is left out: every name finds what has it, and every published word its page.

use lscb_content::EntryKind;
use lscb_publish::search::BuiltIndex;
use lscb_search::{Kind, SearchQuery};
use lscb_wire::Target;

use super::answers::{ask, find};
use crate::built::SEFTON;
use crate::seed::flatten::published_lines;
use crate::seed::{folder, published_pages};

#[test]
fn every_name_finds_what_has_it() {
    let site = folder::reading().site;
    let mut names = 0;
    for entry in site.entries() {
        let Target::Page(path) = &entry.target else {
            panic!("no document has its file");
        };
        let address = path.trim_start_matches('/');
        let most = match entry.kind {
            EntryKind::Heading => continue,
            EntryKind::Page if address == "search/" => continue,
            EntryKind::Page => 1,
            _ => 3,
        };
        let found = find(&entry.title);
        let place = found.iter().position(|found| found == address);
        assert!(
            place.is_some_and(|place| place < most),
            "{}: {found:?}",
            entry.title
        );
        names += 1;
    }
    assert!(names > 45, "{names}");
}

/// Words of five letters and more that are in every text.
const SMALL: [&str; 5] = ["their", "there", "these", "those", "which"];

#[test]
fn every_published_word_finds_its_page() {
    let mut index = BuiltIndex::open(&SEFTON.root()).expect("an index");
    let mut words = 0;
    for page in published_pages() {
        let text = published_lines(&page).join(" ").to_lowercase();
        let letters = text.split(|sign: char| !sign.is_alphanumeric());
        let mut own: Vec<&str> = letters.filter(|word| word.len() > 4).collect();
        own.retain(|word| !SMALL.contains(word));
        own.sort_unstable();
        own.dedup();
        for word in own {
            let query = SearchQuery {
                text: format!("{word} "),
                limit: 100,
                titles_only: true,
                ..SearchQuery::default()
            };
            let found = index.ask(&query).expect("an answer");
            let address = &page.path[1..];
            let is_there = found.hits.iter().any(|hit| hit.address == address);
            assert!(is_there, "{word} on {address}");
            assert!(
                found.missing.is_empty() && found.corrected.is_empty(),
                "{word}"
            );
            words += 1;
        }
    }
    assert!(words >= 400, "{words}");
}

#[test]
fn a_document_is_in_the_section_of_the_page_that_offers_it() {
    for (document, section) in [
        ("governance handbook", "LSCB Governance and Structure"),
        ("business plan 2018-20", "Annual Report & Business Plan"),
        (
            "7 minute briefing: Janet",
            "Learning from Reviews / Serious Case Reviews",
        ),
        ("cdop leaflet", "Child Death Overview Panel (CDOP)"),
    ] {
        let mut hits = ask(document).hits.into_iter();
        let hit = hits.find(|hit| hit.kind == Kind::Document);
        assert_eq!(hit.expect("a document").section, section, "{document}");
    }
}
