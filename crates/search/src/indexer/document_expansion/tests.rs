use super::super::weighting::TermWeight;
use super::{MIN_DOCUMENTS, smooth};

const COMMON: u32 = 12;

/// Documents of two topics, the even and the odd ones. Each has a word of its own and all
/// but two of the words of its topic, hardly any the same as another.
fn topics(count: usize) -> (Vec<Vec<TermWeight>>, usize) {
    let rows = (0..count as u32).map(|place| {
        let first = topic(place).start;
        let lacks = place / 2 % COMMON;
        let lacks = [lacks, (lacks + 1 + place / 24 * 5 % (COMMON - 1)) % COMMON];
        let common = (0..COMMON).filter(|word| !lacks.contains(word));
        let own = 2 * COMMON + place;
        let terms = common.map(|word| first + word).chain([own]);
        terms
            .map(|term| TermWeight {
                term,
                impact: 1.0,
                in_title: false,
            })
            .collect()
    });
    (rows.collect(), 2 * COMMON as usize + count)
}

fn topic(place: u32) -> std::ops::Range<u32> {
    let first = place % 2 * COMMON;
    first..first + COMMON
}

fn terms_of(row: &[TermWeight]) -> Vec<u32> {
    row.iter().map(|weight| weight.term).collect()
}

#[test]
fn a_document_gains_the_words_of_its_topic_and_none_of_the_other() {
    let (rows, terms) = topics(MIN_DOCUMENTS);
    for (place, (row, smoothed)) in rows.iter().zip(smooth(rows.clone(), terms)).enumerate() {
        let said = terms_of(row);
        let common = |row: &[u32], place: u32| {
            let topic = topic(place);
            row.iter().filter(|term| topic.contains(term)).count()
        };
        let (place, smoothed) = (place as u32, terms_of(&smoothed));
        assert!(common(&smoothed, place) > common(&said, place), "{place}");
        assert_eq!(common(&smoothed, place + 1), 0, "{place}");
    }
}

#[test]
fn what_a_document_says_itself_weighs_more_than_what_it_gains() {
    let (rows, terms) = topics(MIN_DOCUMENTS);
    for (row, smoothed) in rows.iter().zip(smooth(rows.clone(), terms)) {
        let said = terms_of(row);
        let (own, gained): (Vec<TermWeight>, Vec<TermWeight>) = smoothed
            .iter()
            .partition(|weight| said.contains(&weight.term));
        let least = own
            .iter()
            .map(|weight| weight.impact)
            .fold(f32::MAX, f32::min);
        assert!(
            gained.iter().all(|weight| weight.impact < least),
            "{smoothed:?}"
        );
    }
}

#[test]
fn rows_stay_in_order_and_come_out_the_same_each_time() {
    let (rows, terms) = topics(MIN_DOCUMENTS + 51);
    let smoothed = smooth(rows.clone(), terms);
    assert_eq!(smoothed, smooth(rows, terms));
    let ordered = |row: &Vec<TermWeight>| row.windows(2).all(|pair| pair[0].term < pair[1].term);
    assert!(smoothed.iter().all(ordered));
}

#[test]
fn few_documents_are_left_as_they_are() {
    let (rows, terms) = topics(MIN_DOCUMENTS - 1);
    assert_eq!(smooth(rows.clone(), terms), rows);
}
