use super::*;

#[track_caller]
fn check(text: &str, expected: Option<(u16, u16)>) {
    let period = text.parse::<Period>().ok();
    assert_eq!(
        period.map(|period| (period.from(), period.to())),
        expected,
        "{text:?}"
    );
    if let Some(period) = period {
        assert_eq!(period.to_string(), text.replace('–', "-"));
    }
}

#[test]
fn years_as_reports_print_them() {
    check("2017-18", Some((2017, 2018)));
    check("2018-20", Some((2018, 2020)));
    check("1999-00", Some((1999, 2000)));
    check("2017–18", Some((2017, 2018)));
}

#[test]
fn months_and_other_things_are_no_periods() {
    for text in [
        "2017-12",
        "2017-17",
        "2017",
        "2017-2018",
        "17-18",
        "2017-1é",
        "",
    ] {
        check(text, None);
    }
}

#[test]
fn what_was_meant_is_said() {
    for (text, help) in [
        ("2017/18", "Write `2017-18`."),
        ("2017-2018", "Write `2017-18`."),
        ("April 2017 to March 2018", "Write `2017-18`."),
        (
            "2018-17",
            "Write the first year in full and two digits of the last: 2017-18.",
        ),
        (
            "2017",
            "Write the first year in full and two digits of the last: 2017-18.",
        ),
    ] {
        let error = text.parse::<Period>().expect_err(text);
        assert_eq!(error.help, help, "{text}");
    }
}
