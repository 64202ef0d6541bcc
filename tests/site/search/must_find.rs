//! What readers ask, and what they must find first, on Sefton's site as it is published.

use lscb_search::Kind;

use super::answers::{BEN, CDOP, CHAIR, CHARLIE, JANET, ask, check_first, find};

#[test]
fn numbers_lead_to_who_answers_them() {
    check_first("3983", "contact/#louise-roberts");
    for number in [
        "01519344706",
        "+44 151 934 4706",
        "0151 934 4706",
        "0044 151 934 4706",
    ] {
        check_first(number, "contact/#donna-atkinson");
        let found = find(number);
        assert!(
            found
                .iter()
                .any(|address| address == "contact/#business-team"),
            "{found:?}"
        );
    }
    check_first("L5 2QD", "contact/#cdop-team");
    check_first("l52qd", "contact/#cdop-team");
    check_first("L21 7LB", "contact/#business-team");
}

#[test]
fn people_can_be_called_from_the_result_itself() {
    let found = ask("Louise Roberts");
    assert_eq!(found.hits[0].kind, Kind::Person);
    let phone = &found.hits[0].phones[0];
    assert_eq!(phone.printed, "0151 934 3983");
    assert_eq!(phone.number, "+441519343983");
    let numbers = |query: &str| ask(query).hits[0].phones.len();
    assert_eq!(numbers("business team"), 1);
    assert_eq!(numbers("CDOP team"), 2, "its people have them, it has none");
}

#[test]
fn slips_are_mended_and_told() {
    for (slip, meant, first) in [
        ("safegaurding", "safeguarding", None),
        ("seirous case reveiw", "serious case review", Some(JANET)),
        ("indpendent chiar", "independent chair", Some(CHAIR)),
        (
            "lousie robets",
            "louise roberts",
            Some("contact/#louise-roberts"),
        ),
    ] {
        let found = ask(slip);
        assert_eq!(found.suggestion.as_deref(), Some(meant));
        assert!(found.missing.is_empty() && !found.hits.is_empty(), "{slip}");
        if let Some(first) = first {
            assert_eq!(found.hits[0].address, first, "{slip}");
        }
    }
    // No slip, but a name that the site does not have: it is said, and the other word is found.
    let found = ask("Wood review");
    assert_eq!(
        (found.missing, found.suggestion),
        (vec!["Wood".into()], None)
    );
    assert_eq!(found.hits[0].address, ask("review").hits[0].address);
    // This slip is in the ending alone, which does not count.
    check_first("governence", "governance-and-structure/");
}

/// Whoever asks for what this site has nothing on is told so, and not of other words.
#[test]
fn everyday_words_are_no_slips() {
    for word in [
        "drug", "hate", "fear", "fight", "free", "dear", "mark", "point", "price", "break",
        "heart", "idea", "face", "hope", "mind", "deal", "white", "never", "easy", "hostel",
        "fund", "burn", "night", "cold", "pain",
    ] {
        let found = ask(word);
        assert_eq!(found.suggestion, None, "{word}");
        assert!(found.hits.is_empty(), "{word}: {}", found.hits[0].address);
        assert_eq!(found.missing, [word]);
    }
}

#[test]
fn spaces_are_mended_and_told() {
    for (typed, meant, first) in [
        ("safe guarding handbook", "safeguarding handbook", None),
        ("over view panel", "overview panel", Some(CDOP)),
        ("subgroups", "sub groups", Some("learning-from-reviews/")),
        (
            "annualreport",
            "annual report",
            Some("annual-report-and-business-plan/"),
        ),
        ("phonenumber", "phone number", None),
        (
            "the casereview of janet",
            "the case review of janet",
            Some(JANET),
        ),
        (
            "louiseroberts seirous",
            "louise roberts serious",
            Some("contact/#louise-roberts"),
        ),
    ] {
        let found = ask(typed);
        assert_eq!(found.suggestion.as_deref(), Some(meant));
        assert!(
            found.missing.is_empty() && !found.hits.is_empty(),
            "{typed}"
        );
        if let Some(first) = first {
            assert_eq!(found.hits[0].address, first, "{typed}");
        }
    }
    let found = ask("safe guarding childdeath");
    let pair = |typed: &str, meant: &str| (typed.to_owned(), meant.to_owned());
    assert_eq!(
        found.corrected,
        [
            pair("safe guarding", "safeguarding"),
            pair("childdeath", "child death")
        ]
    );
    // Both parts are there, but no page has the two.
    assert_eq!(ask("password").missing, ["password"]);
}

#[test]
fn all_names_of_a_serious_case_review_lead_to_the_three() {
    for (name, most) in [
        ("scr", 3),
        ("SCRs", 3),
        ("LCSPRs", 3),
        ("reviw", 4),
        ("LCSPR", 3),
        ("case review", 3),
        ("practice review", 5),
        ("serious case reviews", 8),
    ] {
        let mut found = find(name);
        found.truncate(most);
        for review in [JANET, CHARLIE, BEN] {
            assert!(
                found.iter().any(|address| address == review),
                "{name}: {found:?}"
            );
        }
    }
    check_first("Ben", BEN);
    check_first("Martha", BEN);
    check_first("charlie", CHARLIE);
    check_first("serious case review ben", BEN);
}

#[test]
fn what_happened_is_found_without_the_words_of_the_site() {
    for (query, address) in [
        ("baby died", CDOP),
        ("my baby has died", CDOP),
        ("what happens when a child dies", CDOP),
        ("bereavement", CDOP),
        ("who is in charge", CHAIR),
        ("who runs the board", CHAIR),
        ("boss", CHAIR),
        ("report abuse", "contact/#help"),
        ("i am worried about a child", "contact/#help"),
        ("teacher concerned about pupil", "contact/#help"),
        ("my mum hits me", "contact/#help"),
        ("hit by my mum", "contact/#help"),
        ("is it an emergency", "contact/#help"),
        ("I want to die", "contact/#help"),
        ("i was raped", "contact/#help"),
        ("child left home alone", "contact/#help"),
        ("who should i tell", "contact/#help"),
        ("selfharm", "contact/#help"),
        ("forcedmarriage", "contact/#help"),
        ("social services", "contact/#help"),
        ("bullyng", "contact/#help"),
        ("wanna die", "contact/#help"),
        ("emergancy", "contact/#help"),
        ("suicde", "contact/#help"),
        ("abuze", "contact/#help"),
        ("adress", "contact/"),
        ("phone number", "contact/"),
        ("office address", "contact/"),
        ("email", "contact/"),
        ("cdop manager", "contact/#irene-wright"),
        ("annual report", "annual-report-and-business-plan/"),
        ("how do i refer a case", "learning-from-reviews/"),
        ("exit this page", "about-this-site/"),
        ("cover your tracks", "about-this-site/"),
        ("what has changed since", "about-this-site/"),
        ("response", "learning-from-reviews/"),
        ("merseyside cdop", CDOP),
        ("early years", CHAIR),
        ("blind", "accessibility-statement/"),
        ("cookies", "privacy/"),
        ("privacy policy", "privacy/"),
    ] {
        check_first(query, address);
    }
    let briefings = find("seven minute briefing");
    let briefing = |address: &String| address.starts_with("about-this-site/#briefing-");
    assert_eq!(
        briefings
            .iter()
            .take(3)
            .filter(|address| briefing(address))
            .count(),
        3
    );
}

#[test]
fn slips_of_the_published_text_are_found_as_they_should_read() {
    check_first("threats", "about-us/");
    check_first("emerging threats", "about-us/");
    let snippet = &ask("threats").hits[0].snippet.0;
    let marked = snippet.iter().find(|span| span.marked);
    assert_eq!(marked.expect("a word").text, "threads", "as published");
    assert_eq!(find("\"emerging threads\""), ["about-us/"]);
    assert!(find("\"threads emerging\"").is_empty());
}

#[test]
fn a_word_is_found_however_it_is_joined() {
    let spaced = find("multi agency ");
    assert_eq!(find("multi-agency "), spaced);
    assert_eq!(find("multiagency "), spaced);
    assert!(
        spaced.iter().take(3).any(|address| address == "about-us/"),
        "{spaced:?}"
    );
}

#[test]
fn short_forms_and_what_they_stand_for_find_the_same() {
    for (short, address) in [
        ("CDOP", CDOP),
        (
            "LIF",
            "learning-from-reviews/learning-and-improvement-framework/",
        ),
        ("PRG", "about-this-site/#reflective-review-procedure"),
        (
            "MASA",
            "about-this-site/#multi-agency-safeguarding-arrangements",
        ),
        ("DfE", "about-this-site/#dfe"),
    ] {
        check_first(short, address);
    }
    check_first("child death overview panel", CDOP);
    check_first(
        "learning and improvement framework",
        "learning-from-reviews/learning-and-improvement-framework/",
    );
}

#[test]
fn what_the_site_has_no_answer_to_is_said() {
    let found = ask("complain about social worker");
    assert_eq!(found.missing, ["complain"]);
    assert_eq!(found.suggestion, None, "a word is not bent to another");
    assert_eq!(
        found.hits[0].address, CHAIR,
        "the one who has a background in social work"
    );
    for word in ["jobs", "MASH", "online", "threshold"] {
        let found = ask(&format!("{word} "));
        assert_ne!(found.missing, [""; 0], "{word}");
        assert_eq!(found.suggestion, None, "{word}");
    }
}

#[test]
fn half_a_word_is_enough() {
    for distress in ["bulli", "self ha", "suic"] {
        assert_eq!(find(distress)[0], "contact/#help", "{distress}");
    }
    check_half("indep", CHAIR);
    check_half("louise rob", "contact/#louise-roberts");
    check_half("governance hand", "about-this-site/#governance-handbook");
    let found = ask("safeg");
    assert!(found.corrected.is_empty() && found.total > 5, "{found:?}");
}

#[track_caller]
fn check_half(query: &str, address: &str) {
    assert_eq!(
        find(query).first().map(String::as_str),
        Some(address),
        "{query}"
    );
}

#[test]
fn what_the_search_page_lists_is_not_found_on_it() {
    for query in ["search", "everything from a to z", "chair"] {
        assert!(
            !find(query)
                .iter()
                .any(|address| address.starts_with("search/"))
        );
    }
}

#[test]
fn odd_queries_have_sensible_answers() {
    let long = "safeguarding".repeat(10_000 / 12 + 1);
    for query in ["", " ", "?!…", "—", "😀", "\u{200f}\u{202e}", "\u{0}"] {
        assert_eq!(ask(query).total, 0, "{query:?}");
    }
    assert_eq!(ask("مرحبا").missing, ["مرحبا"]);
    for query in [
        long.as_str(),
        "שלום עולם",
        "😀😀 chair",
        "\"emerging thr",
        "\"",
        "\"\"",
        "-",
        "-chair",
    ] {
        let found = ask(query);
        assert!(!found.incomplete && found.hits.len() <= 10, "{query:.30}");
    }
    assert_eq!(ask("😀 chair").hits[0].address, CHAIR);
    assert_eq!(
        find("\"emerging thr").first().map(String::as_str),
        Some("about-us/")
    );
    for letter in 'a'..='z' {
        assert!(ask(&letter.to_string()).hits.len() <= 10);
    }
    assert!(!ask("c").hits.is_empty());
    assert!(
        !ask("the of and").hits.is_empty(),
        "in titles, where nothing else is asked for"
    );
}

/// Everyday words that this site does not have, each one or two letters from one that it has.
#[test]
fn everyday_words_are_not_taken_for_slips() {
    for query in [
        "adoption",
        "private fostering",
        "historic",
        "nine nine nine",
        "who sits on the board",
        "card",
        "because",
        "anything",
        "smacking",
    ] {
        let found = ask(query);
        assert_eq!(found.suggestion, None, "{query}");
        assert!(!found.missing.is_empty() || query == "because", "{query}");
    }
    // Each is named once.
    assert_eq!(ask("nine nine nine").missing, ["nine"]);
}

#[test]
fn whoever_is_in_danger_finds_the_numbers() {
    for query in [
        "who do i tell",
        "i want to run away",
        "i don't feel safe",
        "suicide",
        "my friend is self harming",
        "report neglect",
        "child left alone at home",
        "grooming",
        "criminal exploitation",
        "forced marriage",
        "bruises on my baby",
        "i am being bullied",
        "08001111",
    ] {
        check_first(query, "contact/#help");
    }
}

#[test]
fn whoever_looks_for_the_board_finds_how_to_reach_it() {
    for query in [
        "address",
        "postal address",
        "opening hours",
        "where are you based",
    ] {
        check_first(query, "contact/");
    }
}

#[test]
fn numbers_of_laws_are_no_telephone_numbers() {
    for query in ["section 47", "section 11"] {
        let found = ask(query);
        assert!(!found.missing.is_empty(), "{query}");
        assert!(
            found.hits.iter().all(|hit| hit.phones.is_empty()),
            "{query}"
        );
    }
}
