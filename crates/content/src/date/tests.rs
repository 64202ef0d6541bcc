use super::*;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[track_caller]
fn check(text: &str, words: &str, last_day: &str) {
    let date = date(text);
    assert_eq!(date.to_string(), text);
    assert_eq!(date.words(), words);
    assert_eq!(date.last_day().to_string(), last_day);
}

#[test]
fn precision_is_kept() {
    check("2019-06-25", "25 June 2019", "2019-06-25");
    check("2019-04", "April 2019", "2019-04-30");
    check("2019", "2019", "2019-12-31");
    check("2020-02", "February 2020", "2020-02-29");
    check("2024-02", "February 2024", "2024-02-29");
    check("2025-02", "February 2025", "2025-02-28");
    check("1900-02", "February 1900", "1900-02-28");
    check("2000-02-29", "29 February 2000", "2000-02-29");
    assert_eq!(date("2019-04").precision(), Precision::Month);
}

#[test]
fn only_days_of_the_calendar() {
    for text in [
        "",
        "19",
        "2019-13",
        "2019-00",
        "2019-02-29",
        "2019-04-31",
        "2019-4",
        "2019-04-1",
        "0000",
        "20190625",
        "2019-06-25T10:00:00",
        "2019-06-25-01",
        "+019",
        "2019-é1",
        " 2019",
    ] {
        assert!(text.parse::<Date>().is_err(), "{text:?}");
    }
}

#[test]
fn later_dates_first_and_a_month_before_its_days() {
    let mut dates = ["2018-07", "2019-04-10", "2019-04", "2019-03-31"].map(date);
    dates.sort_by(Date::newest_first);
    assert_eq!(
        dates.map(|date| date.to_string()),
        ["2019-04", "2019-04-10", "2019-03-31", "2018-07",]
    );
}

#[test]
fn a_year_later_is_a_day_of_the_calendar() {
    assert_eq!(date("2018-07-31").a_year_later(), date("2019-07-31"));
    assert_eq!(date("2020-02-29").a_year_later(), date("2021-02-28"));
    assert_eq!(
        date("2019-02").a_year_later().last_day(),
        date("2020-02-29")
    );
    assert_eq!(date("9999-12-31").a_year_later(), date("9999-12-31"));
}

#[test]
fn what_was_meant_is_said() {
    for (text, meant) in [
        ("25 June 2019", "2019-06-25"),
        ("25th June, 2019", "2019-06-25"),
        ("1st JAN 2020", "2020-01-01"),
        ("25/06/2019", "2019-06-25"),
        ("3.4.2019", "2019-04-03"),
        ("2019-6-5", "2019-06-05"),
        ("2019/06/25", "2019-06-25"),
        ("Sept 2019", "2019-09"),
        ("06/2019", "2019-06"),
    ] {
        let error = text.parse::<Date>().expect_err(text);
        assert_eq!(error.help, format!("Write `{meant}`."), "{text}");
    }
    for text in [
        "31 June 2019",
        "06/25/2019",
        "June",
        "25 Ju 2019",
        "soon",
        "25x June 2019",
    ] {
        let error = text.parse::<Date>().expect_err(text);
        assert!(
            error.help.starts_with("Write a day"),
            "{text}: {}",
            error.help
        );
    }
}

#[test]
fn any_dash_is_a_hyphen() {
    assert_eq!(date("2019‑06–25").to_string(), "2019-06-25");
}
