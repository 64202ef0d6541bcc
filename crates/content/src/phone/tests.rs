use super::*;

#[track_caller]
fn check(printed: &str, dial: Option<&str>) {
    let phone = printed.parse::<Phone>().ok();
    assert_eq!(phone.as_ref().map(Phone::dial), dial, "{printed:?}");
    if let Some(phone) = phone {
        assert_eq!(phone.printed(), printed);
    }
}

#[test]
fn numbers_of_the_plan() {
    check("0151 934 3366", Some("+441519343366"));
    check("(0151) 934-3366", Some("+441519343366"));
    check("+44 (0)151 934 3366", Some("+441519343366"));
    check("+44 151 934 3366", Some("+441519343366"));
    check("0044 151 934 3366", Some("+441519343366"));
    check("0151.934.3366", Some("+441519343366"));
    check("020 7946 0000", Some("+442079460000"));
    check("01697 73555", Some("+44169773555"));
    check("0345 140 0845", Some("+443451400845"));
    check("07700 900123", Some("+447700900123"));
    check("0808 800 5000", Some("+448088005000"));
    check("0800 1111", Some("+448001111"));
    check("0800 555 111", Some("+44800555111"));
}

#[test]
fn short_codes_are_dialled_as_they_stand() {
    for code in ["999", "112", "101", "105", "111", "119", "116 123", "18000"] {
        check(code, Some(&code.replace(' ', "")));
    }
}

#[test]
fn spaces_and_hyphens_of_other_programs_are_plain_ones() {
    for (written, printed) in [
        ("0151\u{a0}496\u{a0}0104", "0151 496 0104"),
        ("0151\u{202f}496\u{2009}0104", "0151 496 0104"),
        ("0151\u{2011}496\u{2013}0104", "0151-496-0104"),
        ("\u{202a}0151 496 0104\u{202c}", "0151 496 0104"),
    ] {
        let phone: Phone = written.parse().unwrap();
        assert_eq!((phone.printed(), phone.dial()), (printed, "+441514960104"));
    }
}

#[test]
fn relay_and_text_numbers() {
    check("18001 0151 496 0104", Some("1800101514960104"));
    check("18001 +44 151 496 0104", Some("1800101514960104"));
    check("18002 0151 496 0104", Some("1800201514960104"));
    check("18001 101", Some("18001101"));
    check("85258", Some("85258"));
    check("18001", None);
    check("18001 18001 101", None);
    check("18001 0151 496", None);
    check("25258", None);
    check("852580", None);
}

#[test]
fn a_digit_too_few_or_too_many() {
    for printed in [
        "0151 934 336",
        "0151 934 33666",
        "0113 496 000",
        "020 7946 000",
        "0800 111",
        "0345 140",
        "07700 90012",
        "99",
        "9999",
        "116 12",
    ] {
        check(printed, None);
    }
}

#[test]
fn other_things() {
    for printed in [
        "",
        "office",
        "0151 934 3366 ext 2",
        "934 3366",
        "0000 000 0000",
        "0651 934 3366",
        "+33 1 23 45 67 89",
        "+",
        "(",
        "0",
        "+44",
        "0151 934 336é",
        "٠١٥١",
        " 999",
    ] {
        check(printed, None);
    }
}
