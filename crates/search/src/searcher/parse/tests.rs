use super::*;
use crate::text::Normalizer;

const PLAIN: Normalizer = |text| text.into();

fn typed(text: &str) -> Vec<String> {
    let tokens = parse(text, PLAIN).tokens.into_iter();
    tokens
        .filter(|token| !token.is_stop_word)
        .map(|token| token.form)
        .collect()
}

#[test]
fn the_last_word_is_a_prefix_unless_something_follows_it() {
    let half = |text| {
        parse(text, PLAIN)
            .tokens
            .last()
            .is_some_and(|token| token.is_prefix)
    };
    assert!(half("serious case rev"));
    assert!(!half("serious case rev "));
    assert!(!half("serious case review?"));
}

#[test]
fn quotes_make_phrases_and_unclosed_ones_do_not() {
    assert_eq!(
        parse("\"serious case\" review", PLAIN).phrases,
        [["serious", "case"]]
    );
    assert_eq!(
        parse("“serious case” review", PLAIN).phrases,
        [["serious", "case"]]
    );
    assert!(parse("\"serious case review", PLAIN).phrases.is_empty());
    assert_eq!(
        typed("\"serious case review"),
        ["serious", "case", "review"]
    );
}

#[test]
fn a_hyphen_excludes_only_before_a_word() {
    let query = parse("review -annual multi-agency", PLAIN);
    assert_eq!(query.excluded, ["annual"]);
    assert_eq!(
        typed("review -annual multi-agency"),
        ["review", "multi", "agency"]
    );
    assert_eq!(query.tokens[1].compound.as_deref(), Some("multiag"));
}

#[test]
fn numbers_and_postcodes_are_one_token() {
    assert_eq!(typed("+44 151 934 4706"), ["01519344706"]);
    assert_eq!(typed("0151 934 4706 duty"), ["01519344706", "duty"]);
    assert_eq!(typed("L5 2QD"), ["l52qd"]);
}

#[test]
fn stop_words_count_only_alone() {
    assert_eq!(typed("what happens when a child dies"), ["child", "dies"]);
    assert_eq!(typed("about us"), ["about", "us"]);
}

#[test]
fn ten_thousand_letters_are_cut() {
    assert!(parse(&"a ".repeat(10_000), PLAIN).tokens.len() <= 32);
    assert_eq!(parse(&"é".repeat(10_000), PLAIN).tokens.len(), 1);
}
