//! Records stay in the language of the site, whatever the text around them is in.

use super::{check, outline, path};
use crate::example;

const TERM: (&str, &str) = (
    "records/terms.toml",
    "[[term]]\nslug = \"cdop\"\nacronym = \"CDOP\"\nmeaning = \"Child Death Overview Panel\"\n",
);

#[track_caller]
fn check_urdu(text: &str, expected: &str) {
    let page = example::page(text).replace("+++\n\n", "language = \"ur\"\n+++\n\n");
    let site = example::site(&[("page.md", &page), TERM]);
    let drawn = site.view(&path("/page/")).unwrap();
    assert_eq!(outline(&drawn.blocks), expected);
}

#[test]
fn on_a_page_in_another_language_they_are_a_passage_of_their_own() {
    check_urdu(
        "بچے\n\n::terms{}\n\nمدد",
        "p بچے\npassage en-GB ltr\n  define #cdop CDOP: Child Death Overview Panel\np مدد\n",
    );
}

#[test]
fn so_are_the_notes_of_the_publisher() {
    check_urdu(
        "[بچے](document:plan)",
        "p بچے (absent)\npassage en-GB ltr\n  note missing: Ask the [Business Team](Page /contact/#team) \
         for what is marked so.\n",
    );
}

#[test]
fn they_interrupt_a_passage_in_another_language() {
    check(
        "::passage{language=\"pl\"}\n\nDzieci\n\n::documents{state=\"missing\"}\n\nPomoc\n\n\
         ::passage-end{}\n\nHelp",
        "passage pl ltr\n  p Dzieci\ndocument #plan Plan 2018-20: ask Business Team\n\
         passage pl ltr\n  p Pomoc\np Help\n",
    );
}

#[test]
fn in_a_passage_of_the_sites_own_language_they_stand_in_it() {
    check_urdu(
        "::passage{language=\"en\"}\n\nWords\n\n::terms{}\n\n::passage-end{}",
        "passage en ltr\n  p Words\n  define #cdop CDOP: Child Death Overview Panel\n",
    );
}
