//! The lines that say what each page is about.

use super::pages;

/// The characters that fit one line of a phone 360 pixels wide.
const LINE: usize = 46;

#[test]
fn every_summary_is_a_sentence_of_one_line_and_no_two_are_alike() {
    let mut summaries: Vec<String> = Vec::new();
    for (path, page) in pages() {
        let summary = page.summary;
        let length = summary.chars().count();
        assert!(length <= LINE, "{path}: {length} characters");
        assert!(summary.ends_with('.'), "{path}: {summary}");
        assert!(!summaries.contains(&summary), "{path}: {summary}");
        summaries.push(summary);
    }
}
