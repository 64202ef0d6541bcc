use super::*;

#[track_caller]
fn check(text: &str, expected: Result<&str, &str>) {
    let parsed = text.parse::<Slug>();
    let parsed = parsed
        .as_ref()
        .map(Slug::as_str)
        .map_err(|error| error.help.as_str());
    assert_eq!(parsed, expected, "{text:?}");
}

#[test]
fn small_letters_digits_and_single_hyphens() {
    check("annual-report-2017-18", Ok("annual-report-2017-18"));
    check("7", Ok("7"));
}

#[test]
fn anything_else_is_refused_with_what_to_write() {
    check("Annual Report", Err("Write `annual-report`."));
    check("a--b", Err("Write `a-b`."));
    check("-a", Err("Write `a`."));
    check("café", Err("Write `cafe`."));
    check("łódź", Err("Write `lodz`."));
    check("cafe\u{301}", Err("Write `cafe`."));
    check("", Err("Write small letters, digits and single hyphens."));
    check("…", Err("Write small letters, digits and single hyphens."));
}

#[track_caller]
fn check_words(words: &str, expected: Option<&str>) {
    let slug = Slug::from_words(words);
    assert_eq!(slug.as_ref().map(Slug::as_str), expected, "{words:?}");
    // What is made of words can always be read again.
    assert!(slug.is_none_or(|slug| slug.as_str().parse() == Ok(slug)));
}

#[test]
fn words_become_slugs() {
    check_words(
        "Sefton's New Safeguarding Children Arrangements",
        Some("seftons-new-safeguarding-children-arrangements"),
    );
    check_words("Sefton’s", Some("seftons"));
    check_words(
        "How does that look here in Sefton?",
        Some("how-does-that-look-here-in-sefton"),
    );
    check_words("  (LSCB) - Published ", Some("lscb-published"));
    check_words("日本", None);
    check_words("Café", Some("cafe"));
    check_words("Łódź und Straße", Some("lodz-und-strasse"));
    check_words("Ærø", Some("aero"));
    check_words("½ price", Some("price"));
}
