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
        assert_eq!(period.to_string(), text);
    }
}

#[test]
fn years_as_reports_print_them() {
    check("2017-18", Some((2017, 2018)));
    check("2018-20", Some((2018, 2020)));
    check("1999-00", Some((1999, 2000)));
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
        "2017–18",
        "",
    ] {
        check(text, None);
    }
}
