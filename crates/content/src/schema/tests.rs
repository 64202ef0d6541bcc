use std::collections::BTreeSet;

use super::*;
use crate::{
    Area, HelpNumber, Legacy, LocalContact, OwnNumber, Partner, RecordTable, ReviewAttachment,
    Successor,
    data::{Fields, FromFields},
    record::{Record, RecordVisitor},
};

/// What the schema of `T` says must be what the reader of `T` does.
#[track_caller]
fn check<T: FromFields + JsonSchema>() {
    assert_agree::<T>(&written::<T>());
}

#[track_caller]
fn assert_agree<T: FromFields>(schema: &Schema) {
    let schema = schema.as_value();
    let properties: BTreeSet<&str> = schema["properties"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let required: BTreeSet<&str> = schema["required"]
        .as_array()
        .map(|names| names.iter().map(|name| name.as_str().unwrap()).collect())
        .unwrap_or_default();
    let asked = Fields::specs_of::<T>();
    let known: BTreeSet<&str> = asked.iter().map(|asked| asked.name).collect();
    let demanded: BTreeSet<&str> = asked
        .iter()
        .filter(|asked| asked.required)
        .map(|asked| asked.name)
        .collect();
    assert_eq!(properties, known, "the fields of a {}", T::NAME);
    assert_eq!(required, demanded, "the required fields of a {}", T::NAME);
    assert_eq!(
        schema["additionalProperties"],
        false,
        "unknown fields of a {}",
        T::NAME
    );
}

struct Checker;

impl RecordVisitor for Checker {
    fn visit<T: Record>(&mut self, _: &mut RecordTable<T>) {
        let schema = T::KIND.schema().expect("it stands in a file of records");
        assert_agree::<T>(&closed(schema));
    }
}

#[test]
fn schemas_say_what_the_reader_does() {
    for file in Records::files() {
        for kind in Kind::of_file(file) {
            Records::default().visit(kind, &mut Checker);
        }
    }
    check::<FrontMatter>();
    check::<LocalContact>();
    check::<Overlay>();
    check::<ReviewFacts>();
    check::<ReviewAttachment>();
    check::<Settings>();
    check::<Area>();
    check::<HelpNumber>();
    check::<Legacy>();
    check::<OwnNumber>();
    check::<Partner>();
    check::<Successor>();
}

#[test]
fn a_file_of_records_is_an_array_of_tables() {
    let schemas = schema();
    let (_, people) = schemas.iter().find(|(name, _)| *name == "people").unwrap();
    let person = &people.as_value()["properties"]["person"];
    assert_eq!(person["type"], "array");
    assert_eq!(
        person["items"]["required"],
        serde_json::json!(["slug", "name"])
    );
}

#[test]
fn every_reference_in_a_schema_has_its_definition() {
    for (name, schema) in schema() {
        let text = serde_json::to_string(&schema).unwrap();
        for reference in text.split("\"#/$defs/").skip(1) {
            let target = reference.split('"').next().unwrap();
            let known = schema.as_value()["$defs"].get(target).is_some();
            assert!(known, "{name} refers to {target}");
        }
    }
}
