//! The published text as it was handed over, line by line, with the page of each line.

use std::collections::BTreeMap;

const SEED: &str = include_str!("../../fixtures/seed/sefton-lscb.txt");

/// The seed's page titles in its order, and where each page is.
pub(crate) const PAGES: [(&str, &str); 8] = [
    ("Sefton Local Safeguarding Children Board", "/"),
    ("About Us", "/about-us/"),
    (
        "Sefton LSCB Independent Chair",
        "/about-us/independent-chair/",
    ),
    (
        "Annual Report & Business Plan",
        "/annual-report-and-business-plan/",
    ),
    (
        "Learning from Reviews / Serious Case Reviews",
        "/learning-from-reviews/",
    ),
    (
        "Learning & Improvement Framework (LIF)",
        "/learning-from-reviews/learning-and-improvement-framework/",
    ),
    (
        "Child Death Overview Panel (CDOP)",
        "/child-death-overview-panel/",
    ),
    (
        "LSCB Governance and Structure",
        "/governance-and-structure/",
    ),
];

/// What the print view left of two pictures, and its agency credit: the page about this
/// site tells of them, the pages they stood on do not.
pub(crate) const ELSEWHERE: [&str; 3] = [
    "Image result for learning",
    "Image result for bubble men relationships",
    "Website by:Taylorfitch",
];

/// A line of the published text.
#[derive(Debug)]
pub(crate) struct SeedLine {
    /// Its number in the seed, from 1.
    pub(crate) number: usize,
    /// The path of the page that shows it.
    pub(crate) page: &'static str,
    /// Its words, single-spaced, without a list's bullet (that is markup on a page).
    pub(crate) text: String,
}

/// Every line of the seed that has words.
pub(crate) fn seed_lines() -> Vec<SeedLine> {
    let mut titles = PAGES.iter().peekable();
    let mut page = "";
    let mut lines = Vec::new();
    for (index, line) in SEED.lines().enumerate() {
        let text = collapse(line);
        let text = text.strip_prefix("• ").unwrap_or(&text);
        if text.is_empty() {
            continue;
        }
        if let Some((_, path)) = titles.next_if(|(title, _)| *title == text) {
            page = path;
        }
        let page = if ELSEWHERE.contains(&text) {
            "/about-this-site/"
        } else {
            page
        };
        lines.push(SeedLine {
            number: index + 1,
            page,
            text: text.to_owned(),
        });
    }
    assert!(titles.next().is_none(), "the seed lacks a page title");
    lines
}

/// Looks for every line of the seed in the visible text of its page, in order and as
/// whole words. White space does not count, and other text may stand between two lines.
/// Gives a sentence for each line that is lost; none if the text is complete.
pub(crate) fn check_order(page_texts: &BTreeMap<String, String>) -> Vec<String> {
    let texts: BTreeMap<&str, String> = page_texts
        .iter()
        .map(|(path, text)| (path.as_str(), collapse(text)))
        .collect();
    let mut read_to: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lost = Vec::new();
    for line in seed_lines() {
        let rest = texts.get(line.page).map_or("", String::as_str);
        let from = read_to.entry(line.page).or_default();
        match find_words(&rest[*from..], &line.text) {
            Some(at) => *from += at + line.text.len(),
            None => lost.push(format!(
                "{}: lost line {}: {}",
                line.page, line.number, line.text
            )),
        }
    }
    lost
}

/// The text with every run of white space, no-break spaces included, as one space.
pub(crate) fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where `words` first stand in `text` without being part of a longer word.
fn find_words(text: &str, words: &str) -> Option<usize> {
    text.match_indices(words).map(|(at, _)| at).find(|&at| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        ![before, after]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
    })
}
