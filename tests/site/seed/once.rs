//! What changes often is written once in the whole content folder.

use std::collections::BTreeMap;

use super::folder;

/// Names, numbers and places of the published text, and how often each may be written:
/// the chair's name is also part of a published heading, and a postcode stands among its
/// address's lines and in a field of its own.
const WRITTEN: [(&str, usize); 16] = [
    ("Deborah Hughes", 1),
    ("Donna Atkinson", 1),
    ("Louise Roberts", 1),
    ("Irene Wright", 1),
    ("Helen Fleming-Scott", 1),
    ("Paula St Aubyn", 2),
    ("LSCB Business Manager", 1),
    ("LSCB Business Support", 1),
    ("Learning & Development Officer", 1),
    ("CDOP Manager", 1),
    ("CDOP Administrator", 1),
    ("28-30 Sefton Street", 1),
    ("Gerard Majella Courthouse", 1),
    ("Boundary Street", 1),
    ("L21 7LB", 2),
    ("L5 2QD", 2),
];

/// The five numbers that the board published and the two long ones of the help lines.
const NUMBERS: [&str; 7] = [
    "0151 233 1151",
    "0151 233 5412",
    "0151 934 3366",
    "0151 934 3983",
    "0151 934 4706",
    "0800 1111",
    "0808 800 5000",
];

#[test]
fn a_phone_number_is_written_once_in_content() {
    let mut written: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in folder::files().0 {
        for number in phone_numbers(&String::from_utf8_lossy(&file.bytes)) {
            written.entry(number).or_default().push(file.path.clone());
        }
    }
    for (number, files) in &written {
        assert_eq!(files.len(), 1, "{number} is written in {files:?}");
    }
    assert_eq!(
        written.keys().map(String::as_str).collect::<Vec<_>>(),
        NUMBERS
    );
}

#[test]
fn a_name_a_post_and_an_address_are_written_once_in_content() {
    let (sources, _) = folder::files();
    let all: String = sources
        .iter()
        .map(|file| String::from_utf8_lossy(&file.bytes))
        .collect();
    for (words, times) in WRITTEN {
        assert_eq!(all.matches(words).count(), times, "{words}");
    }
}

/// Runs of digits and single spaces that begin with 0 and have eight digits or more.
fn phone_numbers(text: &str) -> Vec<String> {
    let other = |character: char| !character.is_ascii_digit() && character != ' ';
    text.split(other)
        .map(str::trim)
        .filter(|run| run.starts_with('0') && run.matches(|c: char| c != ' ').count() >= 8)
        .map(ToOwned::to_owned)
        .collect()
}
