use std::{fs, path::Path};

use super::*;

const NAMES: [&str; 2] = ["Sefton Local Safeguarding Children Board", "Sefton LSCB"];

fn fixtures(folder: &str) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/overlay");
    let entries = fs::read_dir(root.join(folder)).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let read = |path: std::path::PathBuf| (path.display().to_string(), fs::read(&path).unwrap());
    paths.map(read).collect()
}

#[test]
fn the_same_files_are_read_as_in_the_browser() {
    let (shown, refused) = (fixtures("shown"), fixtures("refused"));
    assert!(shown.len() > 3 && refused.len() > 30);
    for (name, bytes) in shown {
        let read = Overlay::read(&bytes, &NAMES);
        assert!(read.is_ok(), "{name}: {read:?}");
    }
    for (name, bytes) in refused {
        let diagnostics = Overlay::read(&bytes, &NAMES).expect_err(&name);
        assert!(!diagnostics.is_empty(), "{name}");
    }
    let large = [b" ".repeat(40_000), b"{}".to_vec()].concat();
    assert!(Overlay::read(&large, &NAMES).is_err());
    let many = format!("{{\"contacts\": [{}0]}}", "0,".repeat(10_000));
    assert!(Overlay::read(many.as_bytes(), &NAMES).is_err());
}

#[test]
fn all_that_is_wrong_is_said_at_once_with_its_line_and_what_to_do() {
    let text = r#"{
  "format": "lscb-overlay-2",
  "organisation": "Sefton LSCB",
  "notise": "Ring <b>first</b>.",
  "contacts": [
    { "name": "Nurse", "phone": "1234" },
    { "name": "Doctor", "email": "javascript:alert(1)" },
    { "name": "Bleep" },
    7
  ],
  "review_by": "2027"
}"#;
    let diagnostics = Overlay::read(text.as_bytes(), &NAMES).expect_err("a bad file");
    let said: Vec<String> = diagnostics
        .iter()
        .map(|it| format!("{}: {} {}", it.line, it.message, it.help))
        .collect();
    assert_eq!(
        said,
        [
            "2: `format` cannot be `lscb-overlay-2`. Did you mean `lscb-overlay-1`?",
            "3: `organisation` has the board’s own name in it, “Sefton LSCB”. Write the name of \
             the organisation that adds this: it is not the board that speaks.",
            "4: The overlay has an unknown field `notise`. Did you mean `notice`?",
            "6: `phone`: `1234` is not a telephone number of the United Kingdom. Write all its \
             digits with the area code, as in 0151 496 0104.",
            "7: `email`: `javascript:alert(1)` is not an email address. Write it as \
             name@example.org, with nothing before or after it.",
            "8: The contact says no way to get in touch. Add a `phone`, an `email` or a `note`.",
            "9: `contacts` holds a number; fields are needed. Write each contact as {\"name\": \
             \"…\", \"phone\": \"…\"}.",
            "11: The overlay has a `review_by` that is no day. Write a day, such as 2027-01-31.",
        ]
    );
}

#[test]
fn the_example_of_the_documentation_is_sound() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/intranet.md");
    let docs = fs::read_to_string(docs).expect("the documentation");
    let (_, rest) = docs.split_once("```json\n").expect("an example");
    let (example, _) = rest.split_once("```").expect("its end");
    assert_eq!(Overlay::read(example.as_bytes(), &NAMES).err(), None);
}
