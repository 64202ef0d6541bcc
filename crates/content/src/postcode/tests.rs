use super::*;

#[track_caller]
fn check(text: &str, valid: bool) {
    assert_eq!(text.parse::<Postcode>().is_ok(), valid, "{text:?}");
}

#[test]
fn formats_of_the_standard() {
    for text in [
        "L5 2QD", "L21 7LB", "CH1 2AB", "PR8 1DA", "W1A 1AA", "EC1A 1BB", "GIR 0AA",
    ] {
        check(text, true);
    }
}

#[test]
fn everything_else() {
    for text in [
        "", "L21", "L217LB", "l21 7lb", "L21  7LB", "L21 7L8", "L21 7CB", "Q21 7LB", "AI1 1AA",
        "L211 7LB", "EC1C 1BB", "GIR 0AB", "L21 77B", "É5 2QD", "L5 2QD ",
    ] {
        check(text, false);
    }
}
