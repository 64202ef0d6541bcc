//! What a reader finds, in an index that fits its manifest and in one of many files.

mod support;

use lscb_search::indexer::build_index;
use lscb_search::{
    Document, Filter, Heading, IndexError, Kind, Passage, Phone, SearchQuery, Searcher, Step,
    Thesaurus, nfkd_lower,
};
use support::{Site, document, query};

/// A board's site in small.
fn board() -> Vec<Document> {
    let mut contact = document("contact/", "Contact us", "Ring the office.");
    contact.passages.push(Passage {
        heading: Some(Heading {
            id: "duty".into(),
            text: "Out of hours".into(),
        }),
        text: "The duty team answers at night.".into(),
    });
    let mut person = document("contact/#ann-lee", "Ann Lee", "Business manager");
    person.kind = Kind::Person;
    person.phones.push(Phone {
        printed: "0151 934 4706".into(),
        number: "+441519344706".into(),
    });
    let text = "Emerging threads of the year. The multi-agency audit.";
    let mut threads = document("learning/", "Learning", text);
    threads.keywords.push("threats".into());
    threads.section = "Learning".into();
    let mut review = document("learning/#ben", "Ben", "A serious case review of 2014.");
    review.kind = Kind::Review;
    review.year = Some(2014);
    review.section = "Learning".into();
    let text = "Reviews the deaths of all children. Post to L5 2QD.";
    let cdop = document("cdop/", "Child Death Overview Panel", text);
    vec![contact, person, threads, review, cdop]
}

fn thesaurus() -> Thesaurus {
    let equivalents = ["SCR", "serious case review", "LCSPR"];
    Thesaurus {
        equivalent: vec![equivalents.map(String::from).to_vec()],
        one_way: vec![("baby".into(), vec!["child".into()])],
        dictionary: Vec::new(),
    }
}

/// The same site within its manifest, and again among so much else that it has many files.
fn both() -> [Site; 2] {
    let small = Site::of(&board(), &thesaurus());
    assert!(small.index.files.is_empty(), "all within the manifest");
    let mut many = board();
    many.extend(support::filler(1500));
    let large = Site::of(&many, &thesaurus());
    assert!(large.index.files.len() > 50, "{}", large.index.files.len());
    [small, large]
}

#[test]
fn what_is_asked_for_comes_first_however_it_is_written() {
    for site in both() {
        for (text, address) in [
            ("contact us", "contact/"),
            ("CONTACT", "contact/"),
            ("duty", "contact/"),
            ("4706", "contact/#ann-lee"),
            ("01519344706", "contact/#ann-lee"),
            ("+44 151 934 4706", "contact/#ann-lee"),
            ("l52qd", "cdop/"),
            ("L5 2QD", "cdop/"),
            ("multi agency", "learning/"),
            ("multi-agency", "learning/"),
            ("multiagency", "learning/"),
            ("multiagncy", "learning/"),
            ("threats", "learning/"),
            ("SCR", "learning/#ben"),
            ("lcspr ", "learning/#ben"),
            ("serious case review", "learning/#ben"),
            ("child deth", "cdop/"),
            ("ovreview panel", "cdop/"),
            ("kverview", "cdop/"),
            ("verview", "cdop/"),
            ("ovverview", "cdop/"),
            ("baby ", "cdop/"),
            ("mannager", "contact/#ann-lee"),
            ("busine", "contact/#ann-lee"),
        ] {
            assert_eq!(site.first(text), address, "{text}");
        }
    }
}

#[test]
fn a_filter_leaves_only_its_own_and_counts_the_others() {
    let [site, _] = both();
    let mut query = query("review");
    assert_eq!(site.search(&query).total, 2);
    query.filter.kind = Some(Kind::Review);
    let found = site.search(&query);
    assert_eq!(support::addresses(&found), ["learning/#ben"]);
    let kinds = found.facets.kinds.iter();
    let kinds: Vec<_> = kinds.map(|count| (count.value, count.hits)).collect();
    assert_eq!(kinds, [(Kind::Page, 1), (Kind::Review, 1)]);
    assert_eq!(found.facets.sections.len(), 1);
    query.filter = Filter {
        year: Some(1999),
        ..Filter::default()
    };
    let found = site.search(&query);
    assert_eq!(found.total, 0);
    let years = found.facets.years.iter();
    let years: Vec<_> = years.map(|count| (count.value, count.hits)).collect();
    assert_eq!(years.last(), Some(&(1999, 0)), "what is chosen can be seen");
}

#[test]
fn quotes_and_hyphens_narrow() {
    for site in both() {
        assert_eq!(site.find("\"emerging threads\""), ["learning/"]);
        assert!(site.find("\"threads emerging\"").is_empty());
        let ben = String::from("learning/#ben");
        assert!(site.find("review").contains(&ben));
        assert!(!site.find("review -ben").contains(&ben));
    }
}

#[test]
fn words_that_nothing_has_are_named_and_slips_are_mended() {
    for site in both() {
        let found = site.search(&query("complain about children"));
        assert_eq!(found.missing, ["complain"]);
        assert_eq!(found.hits[0].address, "cdop/");
        let found = site.search(&query("ovreview "));
        assert_eq!(found.corrected, [("ovreview".into(), "overview".into())]);
        assert_eq!(found.suggestion.as_deref(), Some("overview "));
    }
}

/// Beside other words a misspelt one says as much as if it were right.
#[test]
fn a_mended_word_weighs_what_it_would_as_it_should_be() {
    for site in both() {
        let scores = |text: &str| {
            let hits = site.search(&query(text)).hits.into_iter();
            hits.map(|hit| (hit.address, hit.score)).collect::<Vec<_>>()
        };
        let right = scores("overview reviews of all children ");
        assert_eq!(right[0].0, "cdop/");
        assert_eq!(scores("ovreview reviews of all children "), right);
    }
}

#[test]
fn many_slips_take_no_more_steps_than_one() {
    let [_, site] = both();
    let steps = |text: &str| {
        let mut searcher = site.open();
        let mut steps = 0;
        while let Step::Fetch(names) = searcher.search(&query(text)) {
            site.hand_over(&mut searcher, &names);
            steps += 1;
        }
        steps
    };
    let words = [
        "ovreview ",
        "mannager ",
        "emregin ",
        "theads ",
        "kreview ",
        "xpanel ",
    ];
    let most = words.map(steps).into_iter().max();
    assert!(most > Some(2), "terms, spelling, terms again");
    assert!(Some(steps(&words.concat())) <= most);
}

#[test]
fn a_word_is_corrected_though_the_file_of_another_cannot_be_had() {
    let [_, site] = both();
    let mut searcher = site.open();
    let Step::Fetch(names) = searcher.search(&query("threads ")) else {
        panic!("needs its term block");
    };
    for name in &names {
        searcher.mark_unavailable(name);
    }
    let found = site.finish(&mut searcher, &query("threads ovreview "));
    assert!(found.incomplete);
    assert_eq!(found.corrected, [("ovreview".into(), "overview".into())]);
}

#[test]
fn a_hit_shows_where_the_words_stand() {
    for site in both() {
        let hit = site.search(&query("night")).hits.remove(0);
        assert_eq!(hit.sub_results[0].id, "duty");
        let snippet = support::shown(&hit.sub_results[0].snippet);
        assert_eq!(snippet, "The duty team answers at [night].");
        let hit = site.search(&query("ann")).hits.remove(0);
        assert_eq!(support::shown(&hit.title), "[Ann] Lee");
        assert_eq!(hit.phones[0].number, "+441519344706");
    }
}

#[test]
fn odd_questions_are_answered_too() {
    let long = "x".repeat(10_000);
    for site in both() {
        for text in [
            "",
            "a",
            "the",
            "the of and",
            "?!…",
            "👨‍👩‍👧",
            "שלום",
            "\"",
            "\"ben",
            "-",
            "- ben",
            "--",
            &long,
        ] {
            assert!(!site.search(&query(text)).incomplete, "{text}");
        }
        assert_eq!(site.first("\"ben"), "learning/#ben");
    }
}

#[test]
fn a_file_that_cannot_be_had_is_said_and_can_be_tried_again() {
    let [_, site] = both();
    let mut searcher = site.open();
    let query = query("duty");
    let Step::Fetch(names) = searcher.search(&query) else {
        panic!("needs files");
    };
    for name in &names {
        let other = searcher.insert(name, b"something else");
        assert_eq!(other, Err(IndexError::Damaged));
        searcher.mark_unavailable(name);
    }
    let Step::Done(found) = searcher.search(&query) else {
        panic!("goes on without");
    };
    assert!(found.incomplete);
    assert_eq!(found.total, 0);
    searcher.retry_unavailable();
    assert_eq!(searcher.search(&query), Step::Fetch(names));
    let found = site.finish(&mut searcher, &query);
    assert_eq!(found.hits[0].address, "contact/");
}

#[test]
fn other_versions_and_damaged_bytes_are_told_apart() {
    let manifest = build_index(&board(), &thesaurus()).manifest;
    let mut newer = manifest.clone();
    newer[2] += 1;
    assert_eq!(
        Searcher::open(&newer, nfkd_lower).err(),
        Some(IndexError::Version)
    );
    let page = Searcher::open(b"<!doctype html>", nfkd_lower);
    assert_eq!(page.err(), Some(IndexError::Damaged));
    for length in 0..manifest.len() {
        assert!(
            Searcher::open(&manifest[..length], nfkd_lower).is_err(),
            "{length}"
        );
    }
}

#[test]
fn the_same_site_gives_the_same_bytes() {
    let mut many = board();
    many.extend(support::filler(600));
    assert_eq!(
        build_index(&many, &thesaurus()),
        build_index(&many, &thesaurus())
    );
}

#[test]
fn an_empty_site_finds_nothing() {
    let site = Site::of(&[], &Thesaurus::default());
    assert_eq!(site.search(&SearchQuery::default()).total, 0);
    assert_eq!(site.search(&query("anything")).missing, ["anything"]);
}

/// Pages by title, and the thesaurus of an inspectorate.
fn terms() -> Site {
    let titles = [
        "SCR (Ann)",
        "Local Child Safeguarding Practice Review, explained",
        "Serious Case Review",
        "The Department and Education",
        "Manager",
    ];
    let page = |title: &&str| document(&format!("{}/", title.len()), title, "");
    let documents: Vec<Document> = titles.iter().map(page).collect();
    let equivalents = |words: &[&str]| words.iter().map(ToString::to_string).collect();
    let thesaurus = Thesaurus {
        equivalent: vec![
            equivalents(&[
                "SCR",
                "serious case review",
                "local child safeguarding practice review",
            ]),
            equivalents(&["DfE", "Department for Education"]),
        ],
        one_way: vec![("manger".into(), Vec::new())],
        dictionary: Vec::new(),
    };
    Site::of(&documents, &thesaurus)
}

#[test]
fn a_longer_way_to_say_it_counts_no_more_than_a_short_one() {
    let site = terms();
    assert_eq!(site.find("scr").len(), 3);
    assert_eq!(site.first("scr"), "9/");
    assert_eq!(site.first("serious case review"), "19/");
}

#[test]
fn a_small_word_in_a_meaning_need_not_be_there() {
    assert_eq!(terms().first("dfe"), "28/");
}

#[test]
fn words_that_are_right_as_they_are_are_not_corrected() {
    let found = terms().search(&query("manger "));
    assert_eq!(found.missing, ["manger"]);
    assert!(found.hits.is_empty() && found.suggestion.is_none());
    assert_eq!(terms().first("mangaer "), "7/");
}

#[test]
fn a_word_of_the_dictionary_is_no_slip() {
    let words = ["dearth", "child", "coffee", "childlike"];
    let dictionary = Thesaurus {
        dictionary: words.map(String::from).to_vec(),
        ..thesaurus()
    };
    let mut many = board();
    many.extend(support::filler(1500));
    for documents in [board(), many] {
        let corrected = |thesaurus: &Thesaurus, text: &str| {
            let found = Site::of(&documents, thesaurus).search(&query(text));
            (found.corrected, found.missing)
        };
        for text in ["dearth", "dearth of"] {
            let (corrected, missing) = corrected(&dictionary, text);
            assert!(
                corrected.iter().all(|(typed, _)| typed != "dearth"),
                "{text}"
            );
            assert_eq!(missing[0], "dearth");
        }
        assert_eq!(corrected(&thesaurus(), "dearth").0[0].1, "death");
        assert_eq!(corrected(&dictionary, "deathx").0[0].1, "death");
        assert!(corrected(&dictionary, "child").1.is_empty());
    }
}

#[test]
fn small_words_are_not_called_missing_beside_others() {
    let site = Site::of(&[document("a/", "Whom to tell", "")], &Thesaurus::default());
    let found = site.search(&query("who do I tell"));
    assert_eq!((found.missing, found.hits.len()), (Vec::new(), 1));
    let missing = |text: &str| site.search(&query(text)).missing;
    assert_eq!(missing("I don't tell"), [""; 0]);
    assert_eq!(missing("who do I"), ["who", "do", "I"]);
}

#[test]
fn a_short_number_is_no_beginning() {
    let mut person = document("contact/#ann", "Ann", "0151 934 4706");
    person.kind = Kind::Person;
    let section = document("law/", "Section 7", "Of an Act.");
    let site = Site::of(&[person, section], &Thesaurus::default());
    assert_eq!(site.search(&query("section 47")).missing, ["47"]);
    assert_eq!(site.first("section 7"), "law/");
    assert_eq!(site.find("470"), ["contact/#ann"]);
}

#[test]
fn a_hyphen_is_no_slip() {
    let site = Site::of(
        &[document("a/", "Multi-agency work", "")],
        &Thesaurus::default(),
    );
    for text in [
        "multi-agency",
        "multi-agencies",
        "multiagency",
        "multi-agancy",
    ] {
        let found = site.search(&query(text));
        assert_eq!((found.suggestion, found.hits.len()), (None, 1), "{text}");
    }
}

#[test]
fn an_explanation_of_a_term_comes_after_what_it_explains() {
    let mut term = document("about/#cdop", "CDOP (Child Death Overview Panel)", "");
    term.kind = Kind::Term;
    let text = "How children die, and what the panel learns from it all.";
    let page = document("cdop/", "Child Death Overview Panel (CDOP)", text);
    let site = Site::of(&[term, page], &Thesaurus::default());
    assert_eq!(site.find("child death "), ["cdop/", "about/#cdop"]);
}

#[test]
fn a_phrase_that_means_something_is_not_taken_apart() {
    let documents = [
        document("report/", "Annual report", "What was done."),
        document("contact/", "Contact", "If you are worried, ring."),
        document("both/", "Both", "How to report a concern."),
    ];
    let thesaurus = Thesaurus {
        one_way: vec![("report a concern".into(), vec!["worried".into()])],
        ..Thesaurus::default()
    };
    let site = Site::of(&documents, &thesaurus);
    assert_eq!(site.find("report a concern "), ["both/", "contact/"]);
    let site = Site::of(&documents[..2], &thesaurus);
    assert_eq!(site.find("report a concern "), ["contact/"]);
    assert_eq!(site.first("report "), "report/");
}
