//! A site whose names, words and numbers are as awkward as they may be: it is built as any
//! other. How it stands on a screen is the browser suite's to judge.

use std::fs;

use lscb_publish::search::BuiltIndex;
use lscb_search::SearchQuery;
use scraper::Html;
use tempfile::TempDir;

use crate::built::{Built, build, files, repo};
use crate::html::{check_headings, check_inline, check_landmarks, check_links};
use crate::markup::{select, words};

/// As many words as the largest page has.
const WORDS: usize = 50_000;

/// The site with its long page at full length.
fn hostile() -> Built {
    let folder = TempDir::new().expect("a temporary folder");
    for (path, bytes) in files(&repo("tests/fixtures/hostile")) {
        let file = folder.path().join(&path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }
    let long = folder.path().join("long.md");
    let text = fs::read_to_string(&long).expect("the long page");
    let (front, body) = text.rsplit_once("+++").expect("its front matter");
    let times = WORDS.div_ceil(body.split_whitespace().count());
    fs::write(&long, format!("{front}+++{}", body.repeat(times))).expect("the long page");
    build(folder.path())
}

#[test]
fn awkward_names_and_a_page_of_50_000_words_are_built_whole() {
    let site = hostile();
    check_headings(&site);
    check_landmarks(&site);
    check_links(&site);
    check_inline(&site);

    let words = site.text("long/index.html").split_whitespace().count();
    assert!(words > WORDS, "{words}");
    let home = site.text("index.html");
    let header = home.split("</header>").next().expect("a header");
    assert_eq!(header.matches("<li>").count(), 60, "sections in the header");
}

#[test]
fn a_heading_without_words_heads_nothing_and_rows_have_theirs() {
    let page = Html::parse_document(&hostile().text("twice/index.html"));
    let heads = select(&page, "th");
    assert!(heads.iter().all(|head| !words(head).is_empty()));
    let rows: Vec<String> = select(&page, "th[scope=row]").iter().map(words).collect();
    assert_eq!(rows, ["Police", "Schools"]);
    let tables: Vec<_> = select(&page, ".table")
        .iter()
        .filter_map(|table| table.attr("aria-label").map(str::to_owned))
        .collect();
    let names = [
        "Table: First, twice and last",
        "Table 2: First, twice and last",
        "Table: The year",
        "Table: The year after",
    ];
    assert_eq!(tables, names);
}

#[test]
fn a_file_of_any_name_is_published_and_led_to() {
    let site = hostile();
    let page = site.text("records/index.html");
    for (address, file) in [
        ("documents/Report%20%233.pdf", "documents/Report #3.pdf"),
        ("documents/50%25%20plan.pdf", "documents/50% plan.pdf"),
        (
            "documents/%C3%9Cbersicht%20%2B%20mehr%20%26%20alles%20%281%29.pdf",
            "documents/Übersicht + mehr & alles (1).pdf",
        ),
    ] {
        assert!(
            page.contains(&format!("href=\"../{address}\"")),
            "{address}"
        );
        assert!(site.files().contains_key(file), "{file}");
    }
    // What a search finds inside such a file leads to its page.
    let query = SearchQuery {
        text: "a page of a test document".into(),
        limit: 20,
        ..SearchQuery::default()
    };
    let mut index = BuiltIndex::open(&site.root()).expect("an index");
    let found = index.ask(&query).expect("an answer");
    let hits: Vec<_> = found.hits.iter().map(|hit| hit.address.as_str()).collect();
    assert!(
        hits.contains(&"documents/Report%20%233.pdf#page=2"),
        "{hits:?}"
    );
}
