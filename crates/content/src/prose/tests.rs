mod outline;

use self::outline::outline;
use super::read_prose;
use crate::{PagePath, findings::Findings};

fn read(text: &str, path: Option<&PagePath>) -> (String, Vec<String>) {
    let mut findings = Findings::new("page.md");
    let blocks = read_prose(text, 10, path, &mut findings);
    let problems = findings
        .problems
        .iter()
        .map(|problem| format!("{}: {}", problem.line, problem.message))
        .collect();
    (outline(&blocks), problems)
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let (found, problems) = read(text, Some(&PagePath::home()));
    assert_eq!(found, expected);
    assert_eq!(problems, Vec::<String>::new());
}

#[track_caller]
fn check_problems(text: &str, expected: &[&str]) {
    let (_, problems) = read(text, Some(&PagePath::home()));
    assert_eq!(problems, expected);
}

#[test]
fn blocks() {
    check(
        "## Head {#top}\n\nOne\ntwo  \nthree\n\n> quoted\n\n---\n\n    code\n",
        "h2#top Head\np One two/three\nquote\n  p quoted\nrule\ncode code\\n\n",
    );
}

#[test]
fn lists_with_and_without_empty_lines() {
    check(
        "- a *b*\n- c\n  - d\n\n1. e\n\n   f\n2. g\n",
        "ul\n  - p a *b*\n  - p c\n    ul\n      - p d\nol\n  - p e\n    p f\n  - p g\n",
    );
}

#[test]
fn tables() {
    check("|a|b|\n|-|-|\n|*c*|d|\n|e|\n", "table a|b\n  *c*|d\n  e|\n");
}

#[test]
fn tables_that_are_mostly_empty_are_refused() {
    let table = format!(
        "{}\n{}\n{}",
        "|a".repeat(1000),
        "|-".repeat(1000),
        "|a\n".repeat(300)
    );
    check_problems(&table, &["274: This table leaves too many cells empty."]);
}

#[test]
fn inline_marks() {
    check(
        "**a _b_** `c & d` &amp; e\\*\n",
        "p **a *b*** `c & d` & e*\n",
    );
}

#[test]
fn links_lead_where_they_say() {
    check(
        "[a](/b/#c) [d](#e) [f](document:g) <https://h.org/> <i@j.org> [k](tel:999)\n",
        "p [a](/b/#c) [d](#e) [f](document:g) [https://h.org/](https://h.org/) \
         [i@j.org](mailto:i@j.org) [k](tel:999)\n",
    );
}

#[test]
fn directives_on_lines_of_their_own() {
    check(
        "::contacts{body=\"office\"}\n::reviews{latest=\"3\"}\n\n::terms{}\n\n::pages{ of=\"/\" }\n",
        "Contacts { body: Slug(\"office\") }\nReviews { latest: Some(3) }\nTerms\n\
         Pages { of: PagePath(\"/\") }\n",
    );
}

#[test]
fn space_alone_is_no_paragraph() {
    check("\u{a0}\n\na\n\n&nbsp;\n", "p a\n");
}

#[test]
fn what_must_not_stand_in_text() {
    check_problems(
        "a <b>c</b>\n\n<div>\nd\n</div>\n\n<!-- e -->\n",
        &[
            "10: There is HTML in the text, which is not allowed.",
            "12: There is HTML in the text, which is not allowed.",
            "16: There is HTML in the text, which is not allowed.",
        ],
    );
    check_problems(
        "a ![b](c.png)\n",
        &["10: There is a picture in the text, which needs a record."],
    );
    check_problems(
        "# a\n\n### b\n\n> ## c\n",
        &[
            "10: A page has one h1, its title, and this is another.",
            "12: This heading of level 3 follows one of level 1.",
            "14: A heading cannot stand inside a list or a quotation.",
        ],
    );
    check_problems(
        "2018. It began.\n",
        &["10: This numbered list begins with 2018."],
    );
    check_problems(
        "## a {.red}\n",
        &["10: This heading has attributes other than an id."],
    );
}

#[test]
fn links_that_lead_nowhere_keep_their_words() {
    for to in [
        "javascript:alert(1)",
        "data:text/html,a",
        "b.html",
        "//c.org",
        "/About",
        "ftp://d",
    ] {
        let (found, problems) = read(&format!("[word]({to})\n"), Some(&PagePath::home()));
        assert_eq!((found.as_str(), problems.len()), ("p word\n", 1), "{to}");
    }
    check_problems("[](/a/)\n", &["10: This link has no words."]);
    check_problems(
        "[a](/b/ \"c\")\n",
        &["10: This link has a title in quotes, which nobody would see."],
    );
}

#[test]
fn directives_that_are_wrong() {
    check_problems(
        "::contacts{body=\"a\" body=\"b\"}\n",
        &["10: `::contacts{body=\"a\" body=\"b\"}` is not a directive."],
    );
    check_problems(
        "::contact{body=\"a\"}\n\n::contacts{}\n\n::contacts{body=\"a\" size=\"9\"}\n",
        &[
            "10: There is no directive `contact`.",
            "12: The directive `contacts` has no `body`.",
            "14: The directive `contacts` has an unknown field `size`.",
        ],
    );
    check_problems(
        "::terms\n\n::terms{a}\n\n::reviews{latest=\"0\"}\n",
        &[
            "10: `::terms` is not a directive.",
            "12: `::terms{a}` is not a directive.",
            "14: `latest`: `0` is not a number of things to show.",
        ],
    );
    let misplaced = "A directive stands in a paragraph, a list, a quotation or a review.";
    check_problems(
        "a\n::terms{}\n\n- ::terms{}\n\n> ::terms{}\n",
        &[
            &format!("11: {misplaced}"),
            &format!("13: {misplaced}"),
            &format!("15: {misplaced}"),
        ],
    );
}

#[test]
fn reviews_have_lines_and_nothing_that_needs_a_page() {
    let (found, problems) = read("a\n\n## b\n\n[c](#d)\n\n::terms{}\n", None);
    assert_eq!(found, "p a\np c\n");
    assert_eq!(problems.len(), 3, "{problems:?}");
}

#[test]
fn nesting_ends_at_a_depth() {
    let deep = format!("{}a\n", "> ".repeat(80));
    check_problems(&deep, &["10: The text is nested more than 64 deep here."]);
    let (found, problems) = read(&format!("{}a\n", "> ".repeat(64)), Some(&PagePath::home()));
    assert!(found.ends_with("p a\n"), "{found}");
    assert!(problems.is_empty());
}
