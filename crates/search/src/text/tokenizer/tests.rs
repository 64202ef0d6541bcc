use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

fn nfkd_lower(text: &str) -> String {
    text.nfkd().collect::<String>().to_lowercase()
}

/// The forms of a text, variants in brackets.
fn forms(text: &str) -> String {
    let form = |token: Token| match token.is_variant {
        true => format!("[{}]", token.form),
        false => token.form,
    };
    let all: Vec<_> = tokenize(text, nfkd_lower).into_iter().map(form).collect();
    all.join(" ")
}

fn stems(text: &str) -> Vec<String> {
    tokenize(text, nfkd_lower)
        .into_iter()
        .map(|token| token.stem)
        .collect()
}

#[test]
fn case_accents_and_ligatures_do_not_matter() {
    assert_eq!(
        forms("Réview ŁÓDŹ Straße ﬁle İstanbul"),
        "review lodz strasse file istanbul"
    );
}

#[test]
fn hyphens_apostrophes_and_soft_hyphens_are_read_both_ways() {
    assert_eq!(forms("multi-agency"), "multi agency [multiagency]");
    assert_eq!(
        forms("face\u{2011}to\u{2010}face"),
        "face to face [facetoface]"
    );
    assert_eq!(forms("safe\u{ad}guarding don’t"), "safeguarding dont");
    assert_eq!(stems("children's children childrens"), ["children"; 3]);
    assert_eq!(stems("James’s James")[0], stems("James")[0]);
    assert_eq!(forms("'quoted' rock 'n' roll"), "quoted rock n roll");
}

#[test]
fn words_of_one_stem_meet() {
    let of = stems("governance governing reviews review");
    assert_eq!(of[0], of[1]);
    assert_eq!(of[2], of[3]);
}

#[test]
fn words_that_mean_different_things_do_not_meet() {
    for (one, other) in [
        ("emergency", "emerging"),
        ("responsible", "response"),
        ("yearly", "years"),
    ] {
        assert_ne!(stems(one), stems(other));
    }
    assert_eq!(stems("emergency"), stems("emergencies"));
    assert_eq!(stems("responsible"), stems("responsibilities"));
}

#[test]
fn several_of_a_short_form_meet_the_one() {
    assert_eq!(stems("GPs LCSPRs scr’s mrs"), ["gp", "lcspr", "scr", "mr"]);
    assert_eq!(stems("GP LCSPR scr mr"), ["gp", "lcspr", "scr", "mr"]);
    // Neither an `s` of its own nor one behind a digit.
    assert_eq!(stems("ss s 1990s"), ["ss", "s", "1990s"]);
}

#[test]
fn a_telephone_number_is_one_word_in_any_spacing() {
    let number = "[01519343983]";
    for printed in [
        "0151 934 3983",
        "01 51-934 3983",
        "+44 151 934 3983",
        "+44 (0)151 934 3983",
        "0044 151 9343983",
        "(0151) 934 3983",
    ] {
        assert!(
            forms(printed).contains(number),
            "{printed}: {}",
            forms(printed)
        );
    }
    assert_eq!(
        forms("0151 934 3983"),
        "0151 934 3983 [01519343983] [9343983]"
    );
    assert_eq!(forms("in 2012 and 2013"), "in 2012 and 2013");
}

#[test]
fn a_postcode_is_one_word_in_any_spacing() {
    assert_eq!(forms("L5 2QD."), "l5 2qd [l52qd]");
    assert_eq!(forms("l52qd"), "l52qd");
}

#[test]
fn han_and_kana_are_tokenized_by_character_and_others_by_word() {
    assert_eq!(forms("日本 שלום مرحبا 👨‍👩‍👧 !?"), "日 本 שלום مرحبا");
}

proptest! {
    #[test]
    fn every_token_has_a_range_of_its_source(text in any::<String>()) {
        for token in tokenize(&text, nfkd_lower) {
            prop_assert!(text.get(token.at.clone()).is_some_and(|source| !source.is_empty()));
            prop_assert!(!token.form.is_empty());
        }
    }
}
