//! What was tested, and what is known to be wrong.

use super::check_with;

const CHECKS: &str = "[[check]]\nslug = \"rules\"\nwhat = \"Rules on every page\"\ntool = \"Checker\"\n\
                      version = \"4.14.1\"\ndate = 2026-11-23\nresult = \"No failures.\"\n";

#[test]
fn what_was_tested_says_with_what_and_when() {
    check_with(
        &[("records/accessibility.toml", CHECKS)],
        "::accessibility-checks{}\n\n[The rules](#rules)",
        "define #rules Rules on every page: No failures. Tested with Checker 4.14.1 on 23 November \
         2026 (2026-11-23).\n\
         p [The rules](Page #rules)\n",
    );
}

#[test]
fn without_a_known_issue_it_says_so() {
    let records = [("records/accessibility.toml", CHECKS)];
    check_with(&records, "::known-issues{}", "p None are known.\n");
}

#[test]
fn where_nothing_was_tested_nothing_is_said_to_be_right() {
    let expected = "p None are recorded, and neither are any tests.\n";
    check_with(&[], "::known-issues{}", expected);
}

#[test]
fn records_without_a_full_stop_are_sentences_all_the_same() {
    let records = CHECKS.replace("failures.", "failures")
        + "[[known_issue]]\nslug = \"map\"\nwhat = \"The map\"\nwho_it_affects = \"all people.\"\n\
           workaround = \"Ask the team\"\ncriterion = \"1.1.1\"\n";
    check_with(
        &[("records/accessibility.toml", &records)],
        "::accessibility-checks{}\n\n::known-issues{}",
        "define #rules Rules on every page: No failures. Tested with Checker 4.14.1 on 23 November \
         2026 (2026-11-23).\n\
         define #map The map: This affects all people. Ask the team. WCAG 2.2 success criterion \
         1.1.1 (level A).\n",
    );
}

#[test]
fn known_issues_say_whom_they_affect_and_what_to_do() {
    let bare = "[[known_issue]]\nslug = \"wording\"\nwhat = \"Long words\"\n\
                who_it_affects = \"people in a hurry\"\n";
    let full = "[[known_issue]]\nslug = \"map\"\nwhat = \"The map has no text\"\n\
                who_it_affects = \"people who cannot see it\"\nworkaround = \"Ask the team.\"\n\
                criterion = \"1.1.1\"\npage = \"/about/\"\nfix_by = \"2027-03\"\n";
    check_with(
        &[(
            "records/accessibility.toml",
            &format!("{CHECKS}{bare}{full}"),
        )],
        "::known-issues{}",
        "define #wording Long words: This affects people in a hurry.\n\
         define #map The map has no text: This affects people who cannot see it. Ask the team. \
         It is on [About](Page /about/). WCAG 2.2 success criterion 1.1.1 (level A). To be put right by \
         March 2027 (2027-03).\n",
    );
}
