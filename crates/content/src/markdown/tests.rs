mod addresses;
mod leftovers;
mod marks;
mod notation;
mod outline;

use self::outline::outline;
use super::read_markdown;
use crate::{ContentFolder, PagePath, diagnostics::Diagnostics};

fn read(text: &str, path: Option<&PagePath>) -> (String, Vec<String>) {
    let mut diagnostics = Diagnostics::new(&ContentFolder::default().file("page.md"));
    let blocks = read_markdown(text, 10, path, &mut diagnostics);
    let diagnostics = diagnostics
        .items
        .iter()
        .map(|diagnostic| format!("{}: {}", diagnostic.line, diagnostic.message))
        .collect();
    (outline(&blocks), diagnostics)
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let (found, diagnostics) = read(text, Some(&PagePath::home()));
    assert_eq!(found, expected);
    assert_eq!(diagnostics, Vec::<String>::new());
}

#[track_caller]
fn check_diagnostics(text: &str, expected: &[&str]) {
    let (_, diagnostics) = read(text, Some(&PagePath::home()));
    assert_eq!(diagnostics, expected);
}

/// Checks a message and its help, the only ones of a text.
#[track_caller]
fn check_help(text: &str, message: &str, help: &str) {
    let mut diagnostics = Diagnostics::new(&ContentFolder::default().file("page.md"));
    read_markdown(text, 10, Some(&PagePath::home()), &mut diagnostics);
    let found: Vec<_> = diagnostics
        .items
        .iter()
        .map(|it| (it.message.as_str(), it.help.as_str()))
        .collect();
    assert_eq!(found, [(message, help)], "{text:?}");
}

#[test]
fn blocks() {
    check(
        "## Head {#top}\n\nOne\ntwo  \nthree\n\n> quoted\n\n---\n\n```\ncode\n```\n",
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
fn items_are_published_with_the_number_that_they_have() {
    check("1. a\n1. b\n\n1. c\n", "ol\n  - p a\n  - p b\n  - p c\n");
    check("> 9. a\n> 10. b\n", "quote\n  ol 9\n    - p a\n    - p b\n");
    check_diagnostics(
        "1. a\n2. b\n\n   - c\n\n5. d\n\ne\n\n> 2) f\n> 4) g\n",
        &[
            "15: This item has the number 5, and would be published as 3.",
            "20: This item has the number 4, and would be published as 3.",
        ],
    );
}

#[test]
fn tables() {
    check("|a|b|\n|-|-|\n|*c*|d|\n|e|\n", "table a|b\n  *c*|d\n  e|\n");
}

#[test]
fn cells_that_would_be_lost_are_told_of() {
    check_diagnostics(
        "|a|b|\n|-|-|\n|c|d|e|\n|f \\| g|h\ni|j|k\n",
        &[
            "12: This row of a table has 3 cells, and the first row has 2.",
            "14: This row of a table has 3 cells, and the first row has 2.",
        ],
    );
    check("a|b\n-|-\n✓ c|\\|\n", "table a|b\n  ✓ c||\n");
}

#[test]
fn examples_end() {
    check(
        "```\na\n```\n\n> ~~~~ b\n> ~~~\n> ~~~~\n\n- ```\n  ```\n",
        "code a\\n\nquote\n  code ~~~\\n\nul\n  - code \n",
    );
    let open = "This example has no end: all that follows is part of it.";
    check_diagnostics(
        "> ```\n> a\n\n~~~\n\nb\n~~\n",
        &[&format!("10: {open}"), &format!("13: {open}")],
    );
}

#[test]
fn tables_that_are_mostly_empty_are_refused() {
    let table = format!(
        "{}\n{}\n{}",
        "|a".repeat(1000),
        "|-".repeat(1000),
        "|a\n".repeat(300)
    );
    check_diagnostics(&table, &["274: This table leaves too many cells empty."]);
}

#[test]
fn inline_marks() {
    check(
        "**a _b_** `c & d` &amp; e\\*\n",
        "p **a *b*** `c & d` & e*\n",
    );
}

#[test]
fn marks_of_gfm() {
    check(
        "~~a *b*~~ c\n\n- [ ] d\n- [x] e\n\n1. [X] f\n\n   g\n",
        "p ~~a *b*~~ c\nul\n  - p [ ] d\n  - p [x] e\nol\n  - p [x] f\n    p g\n",
    );
    check("3. a\n4. b\n", "ol 3\n  - p a\n  - p b\n");
    check("0. a\n", "ol 0\n  - p a\n");
    check(
        "|a|b|c|\n|:-|:-:|-:|\n|d|e|f|\n",
        "table start middle end a|b|c\n  d|e|f\n",
    );
}

#[test]
fn bare_addresses_are_links() {
    check(
        "See https://a.org/b_c?d=e&f=g. (https://h.org/) HTTP://I.ORG/J, www.k.org or \
         l.m@n.org.uk!\n",
        "p See [https://a.org/b_c?d=e&f=g](https://a.org/b_c?d=e&f=g). \
         ([https://h.org/](https://h.org/)) [HTTP://I.ORG/J](http://i.org/J), \
         [www.k.org](https://www.k.org) or [l.m@n.org.uk](mailto:l.m@n.org.uk)!\n",
    );
    check(
        "[https://a.org/](/b/) `https://c.org/` https\\://d.org/ e\\@f.org a.pdf ftp://g.org\n",
        "p [https://a.org/](/b/) `https://c.org/` https://d.org/ e@f.org a.pdf ftp://g.org\n",
    );
}

#[test]
fn footnotes_are_numbered_as_the_text_names_them() {
    check(
        "a[^z] b[^a] c[^z]\n\n[^a]: *A*\n\n[^z]: Z\n\n    more\n",
        "p a[^1.1] b[^2.1] c[^1.2]\nnote 1 x2\n  p Z\n  p more\nnote 2 x1\n  p *A*\n",
    );
    check_diagnostics(
        "[a[^1]](/b/) c[^2]\n\n[^1]: d\n\n[^3]: e\n",
        &[
            "10: `](/b/)` ends no link: there is a bracket or a footnote in its words.",
            "10: The footnote [^2] is not there.",
            "14: No place of the text leads to the footnote [^3].",
        ],
    );
    check_diagnostics("a[^1]\n\n[^1]:\n", &["12: The footnote [^1] says nothing."]);
    let (_, diagnostics) = read("a[^1]\n\n[^1]: b\n", None);
    assert_eq!(diagnostics, ["10: A review has no footnotes."]);
}

#[test]
fn line_ends_of_other_programs_are_line_breaks() {
    check(
        "a\u{b}b\u{2028}c &#11; d `e\u{b}f`\n",
        "p a/b/c / d `e f`\n",
    );
    check_diagnostics(
        "a &#0; b &#1; c &#xFFFE;\n",
        &[
            "10: There is a U+0000 NULL, which no page may hold.",
            "10: There is a U+0001 CONTROL, which no page may hold.",
            "10: There is a U+FFFE NONCHARACTER, which no page may hold.",
        ],
    );
    check_diagnostics("## &shy;\n", &["10: This heading has no words."]);
}

#[test]
fn passages_have_a_language() {
    check(
        "::passage{language=\"ur\"}\n\n## a\n\n::passage-end{}\n\n[b *c*](language:pl)\n",
        "Passage { language: Language(\"ur\") }\nh2 a\nPassageEnd\np <pl: b *c*>\n",
    );
    check_diagnostics(
        "::passage-end{}\n\n::passage-end{}\n\n::passage{language=\"polish\"}\n\n[a](language:english)\n\n\
         ::passage{language=\"pl\"}\n\n::passage{language=\"ur\"}\n",
        &[
            "14: `language`: `polish` is not the tag of a language.",
            "16: `english` is not the tag of a language.",
            "12: A passage ends here that has not begun.",
            "20: A passage begins inside another one.",
            "20: This passage has no end.",
        ],
    );
}

#[test]
fn links_lead_where_they_say() {
    check(
        "[a](/b/#c) [d](#e) [f](document:g) <https://h.org/> <i@j.org> [k](tel:999) <mailto:l@m.org> <tel:101>\n",
        "p [a](/b/#c) [d](#e) [f](document:g) [https://h.org/](https://h.org/) \
         [i@j.org](mailto:i@j.org) [k](tel:999) [l@m.org](mailto:l@m.org) [101](tel:101)\n",
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
    check_diagnostics(
        "a <b>c</b>\n\n<div>\nd\n</div>\n\n<!-- e -->\n",
        &[
            "10: There is HTML in the text, which is not allowed.",
            "12: There is HTML in the text, which is not allowed.",
            "16: There is HTML in the text, which is not allowed.",
        ],
    );
    check_diagnostics(
        "a ![b](c.png)\n",
        &["10: There is a picture in the text, which needs a record."],
    );
    check_diagnostics(
        "# a\n\n### b\n\n> ## c\n",
        &[
            "10: A page has one h1, its title, and this is another.",
            "12: This heading of level 3 follows one of level 1.",
            "14: A heading cannot stand inside a list or a quotation.",
        ],
    );
    check_diagnostics(
        "2018. It began.\n",
        &["10: This numbered list begins with 2018."],
    );
    check_diagnostics(
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
        let (found, diagnostics) = read(&format!("[word]({to})\n"), Some(&PagePath::home()));
        assert_eq!((found.as_str(), diagnostics.len()), ("p word\n", 1), "{to}");
    }
    check_diagnostics("[](/a/)\n", &["10: This link has no words."]);
    check_diagnostics("[a]()\n", &["10: This link has no address."]);
    for (to, path) in [
        ("contact.md", "/contact/"),
        ("../contact/", "/contact/"),
        ("./about-us/index.html#top", "/about-us/#top"),
        ("/contact", "/contact/"),
        ("/contact/?q=1", "/contact/"),
        ("index.md", "/"),
    ] {
        let mut diagnostics = Diagnostics::new(&ContentFolder::default().file("page.md"));
        read_markdown(
            &format!("[a]({to})"),
            1,
            Some(&PagePath::home()),
            &mut diagnostics,
        );
        let help = format!("Write {path}: the path from the first page on.");
        assert_eq!(diagnostics.items[0].help, help, "{to}");
    }
    check_diagnostics(
        "[a](/b/ \"c\")\n",
        &["10: This link has a title in quotes, which nobody would see."],
    );
}

#[test]
fn directives_that_are_wrong() {
    check_help(
        "::contacts{body=\"a\" body=\"b\"}\n",
        "`::contacts{body=\"a\" body=\"b\"}` is not a directive.",
        "Write `body` once.",
    );
    check_help(
        "::contacts{body=“a”}\n",
        "`::contacts{body=“a”}` is not a directive.",
        "Write straight quotation marks: ::contacts{body=\"a\"}",
    );
    check_diagnostics(
        "::contact{body=\"a\"}\n\n::contacts{}\n\n::contacts{body=\"a\" size=\"9\"}\n",
        &[
            "10: There is no directive `contact`.",
            "12: The directive `contacts` has no `body`.",
            "14: The directive `contacts` has an unknown field `size`.",
        ],
    );
    check_diagnostics(
        "::terms\n\n::terms{a}\n\n::reviews{latest=\"0\"}\n",
        &[
            "10: `::terms` is not a directive.",
            "12: `::terms{a}` is not a directive.",
            "14: `latest`: `0` is not a number of things to show.",
        ],
    );
    check_diagnostics(
        "::terms{}\na\nb\n\n:::note\nc\n:::\n",
        &[
            "11: Text stands right below a directive.",
            "14: `:::note` is not a directive.",
            "16: `:::` is not a directive.",
        ],
    );
    let misplaced = "A directive stands in a paragraph, a list, a quotation or a review.";
    check_diagnostics(
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
    let (found, diagnostics) = read("a\n\n## b\n\n[c](#d)\n\n::terms{}\n", None);
    assert_eq!(found, "p a\np c\n");
    assert_eq!(diagnostics.len(), 3, "{diagnostics:?}");
}

#[test]
fn nesting_ends_at_a_depth() {
    let deep = format!("{}a\n", "> ".repeat(80));
    check_diagnostics(&deep, &["10: The text is nested more than 64 deep here."]);
    let (found, diagnostics) = read(&format!("{}a\n", "> ".repeat(64)), Some(&PagePath::home()));
    assert!(found.ends_with("p a\n"), "{found}");
    assert!(diagnostics.is_empty());
}
