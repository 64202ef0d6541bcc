use super::*;

#[test]
fn numbers_of_criteria_are_read_and_written_alike() {
    for text in ["1.1.1", "1.4.13", "2.4.11", "2.5.8", "3.3.9", "4.1.3"] {
        assert_eq!(text.parse::<Criterion>().unwrap().to_string(), text);
    }
}

#[test]
fn what_is_no_criterion_is_refused() {
    for text in [
        "", "1", "1.3", "1.3.7", "0.1.1", "5.1.1", "1.5.1", "1.3.0", "4.1.1", "01.3.1", "1.3.1.1",
        "1.3.1 ", "1,3,1", "+1.3.1", "1.3.257", "1..1",
    ] {
        assert!(text.parse::<Criterion>().is_err(), "{text}");
    }
}

#[test]
fn wcag_2_2_has_eighty_six_criteria() {
    let every = |p| (1..=5).flat_map(move |g| (1..=20).map(move |n| format!("{p}.{g}.{n}")));
    let known = (1..=4)
        .flat_map(every)
        .filter(|text| text.parse::<Criterion>().is_ok());
    assert_eq!(known.count(), 86);
}
