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
fn wcag_2_2_has_thirty_one_criteria_of_level_a_twenty_four_of_aa_and_thirty_one_of_aaa() {
    let mut levels: Vec<&str> = Vec::new();
    for principle in 1..=4 {
        for guideline in 1..=5 {
            for number in 1..=20 {
                let text = format!("{principle}.{guideline}.{number}");
                levels.extend(text.parse::<Criterion>().ok().map(Criterion::level));
            }
        }
    }
    let of = |level| levels.iter().filter(|it| **it == level).count();
    assert_eq!((of("A"), of("AA"), of("AAA")), (31, 24, 31));
}

#[test]
fn criteria_know_their_level() {
    let level = |text: &str| text.parse::<Criterion>().unwrap().level();
    assert_eq!(level("1.3.1"), "A");
    assert_eq!(level("1.4.3"), "AA");
    assert_eq!(level("3.1.5"), "AAA");
    assert_eq!(level("2.4.11"), "AA");
}
