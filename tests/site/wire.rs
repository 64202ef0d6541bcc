//! The wire types are read twice: by serde natively, and by less code in the browser. Both
//! read the same.

use std::fmt::Debug;
use std::fs;

use lscb_wire::{Block, Bundle, ContactLine, Link, Phone, Read, Release, Value};
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::built::{Built, SEFTON, build, repo};

/// What a parser keeps; in the browser it is JavaScript's values.
pub(crate) struct Parsed<'a>(pub(crate) &'a serde_json::Value);

impl Value for Parsed<'_> {
    fn is_absent(&self) -> bool {
        self.0.is_null()
    }

    fn text(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }

    fn flag(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn each(&self, take: &mut dyn FnMut(Self)) -> bool {
        let values = self.0.as_array();
        values.into_iter().flatten().map(Parsed).for_each(take);
        values.is_some()
    }

    fn member(&self, name: &str) -> Self {
        Parsed(self.0.get(name).unwrap_or(&serde_json::Value::Null))
    }

    fn only_name(&self) -> Option<String> {
        let members = self.0.as_object().filter(|members| members.len() == 1)?;
        members.keys().next().cloned()
    }
}

fn assert_same<T: Read + DeserializeOwned + PartialEq + Debug>(
    what: &str,
    parsed: &serde_json::Value,
) {
    let natively: T = serde_json::from_value(parsed.clone()).expect("the wire type");
    let read = T::from_value(Parsed(parsed));
    assert_eq!(read.as_ref(), Some(&natively), "{what}");
}

fn check(site: &Built) {
    let parsed = |file: &str| serde_json::from_str(&site.text(file)).expect("JSON");
    let release = parsed("release.json");
    assert_same::<Release>("release.json", &release);
    for bundle in release["bundles"].as_array().expect("bundles") {
        let file = bundle["file"].as_str().expect("a file");
        assert_same::<Bundle>(file, &parsed(file));
    }
}

#[test]
fn bundles_and_releases_are_read_the_same() {
    check(&SEFTON);
    check(&build(&repo("tests/fixtures/hostile")));
}

/// The components' examples have every kind of block.
#[test]
fn blocks_of_every_kind_are_read_the_same() {
    let mut blocks = 0;
    for folder in fs::read_dir(repo("src/component")).expect("a folder") {
        let file = folder.expect("an entry").path().join("examples.json");
        let Ok(text) = fs::read_to_string(&file) else {
            continue;
        };
        let examples: Vec<serde_json::Value> = serde_json::from_str(&text).expect("examples");
        for block in examples.iter().filter_map(|example| example.get("block")) {
            assert_same::<Block>(&file.display().to_string(), block);
            blocks += 1;
        }
    }
    assert!(blocks > 40, "{blocks}");
}

fn read<T: Read>(parsed: &serde_json::Value) -> Option<T> {
    T::from_value(Parsed(parsed))
}

#[test]
fn what_may_be_left_out_is_nothing_and_what_must_be_there_is_missed() {
    let line: ContactLine = read(&json!({"name": "Ann"})).expect("a line");
    assert_eq!((line.id.as_str(), line.phone), ("", None));
    assert_eq!(
        read::<ContactLine>(&json!({"phone": {"dial": "999"}})),
        None
    );
    assert_eq!(read::<ContactLine>(&json!({"name": 7})), None);
}

#[test]
fn members_that_are_not_known_are_passed_over() {
    let phone = json!({"dial": "999", "printed": "999", "colour": true});
    assert_eq!(read::<Phone>(&phone).expect("a number").dial, "999");
}

#[test]
fn other_types_and_variants_are_refused() {
    let link = |to: serde_json::Value| read::<Link>(&json!({"to": to, "text": "x"}));
    assert!(link(json!({"page": "/"})).is_some());
    for to in [
        json!(null),
        json!("page"),
        json!([]),
        json!({"script": "/"}),
        json!({"page": true}),
        json!({"page": "/", "file": "x"}),
    ] {
        assert_eq!(link(to.clone()), None, "{to:?}");
    }
}
