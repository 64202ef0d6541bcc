use super::*;

#[track_caller]
fn check(word: &str, candidates: &[&str], expected: Option<&str>) {
    assert_eq!(
        nearest(word, candidates.iter().copied()),
        expected,
        "{word:?}"
    );
}

#[test]
fn slips_are_found() {
    check("nmae", &["slug", "name"], Some("name"));
    check("contact", &["correction", "contacts"], Some("contacts"));
    check("/abuot/", &["/", "/about/", "/about-us/"], Some("/about/"));
    check("café", &["cafe"], Some("cafe"));
}

#[test]
fn other_words_are_no_slips() {
    check("telephone", &["name", "slug"], None);
    check("a", &["xyz"], None);
    check("", &["slug"], None);
    check(&"a".repeat(100_000), &["a"], None);
}
