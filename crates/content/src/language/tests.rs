use super::*;

#[track_caller]
fn check(text: &str, expected: Result<&str, &str>) {
    let parsed = text.parse::<Language>();
    let parsed = parsed
        .as_ref()
        .map(Language::as_str)
        .map_err(|error| error.help.as_str());
    assert_eq!(parsed, expected, "{text:?}");
}

#[test]
fn tags_of_bcp_47() {
    for tag in [
        "en",
        "en-GB",
        "cy",
        "pl",
        "ur",
        "zh-Hant",
        "pa-Arab-PK",
        "so",
        "gsw",
    ] {
        check(tag, Ok(tag));
    }
    check("EN-gb", Ok("en-GB"));
}

#[test]
fn names_and_old_tags_are_refused_with_the_right_one() {
    check("english", Err("Write `en`."));
    check("English", Err("Write `en`."));
    check("Polish", Err("Write `pl`."));
    check("english-GB", Err("Write `en`."));
    check("en_GB", Err("Write `en-GB`."));
    check("en-UK", Err("Write `en-GB`."));
    check("eng", Err("Write `en`."));
    let help = "Write its tag as in BCP 47: `en-GB`, `cy`, `pl` or `ur`.";
    for text in ["", "xx", "e", "en-", "en GB", "\u{a0}", "qqq"] {
        check(text, Err(help));
    }
}

#[test]
fn directions() {
    for (tag, rtl) in [
        ("ar", true),
        ("ur", true),
        ("he", true),
        ("fa", true),
        ("pa-Arab", true),
        ("en", false),
        ("pl", false),
        ("az-Latn", false),
    ] {
        assert_eq!(tag.parse::<Language>().unwrap().is_rtl(), rtl, "{tag}");
    }
}
