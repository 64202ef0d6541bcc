//! JSON Schema (2020-12) of everything that people write and the browser reads, made from
//! the types, so that editors can check content as it is typed.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema, transform::RecursiveTransform};

use crate::{
    Alias, Criterion, Date, Email, Embedder, FrontMatter, Language, Overlay, PagePath, Period,
    Phone, Postcode, Records, Settings, SigningKey, Slug, WebAddress,
    record::{Kind, ReviewFacts},
};

/// The schemas by name: each file of records, front matter, `site.toml`, and the JSON
/// formats of a release.
pub fn schema() -> Vec<(&'static str, Schema)> {
    let files = Records::files().into_iter().map(|path| {
        let name = path
            .trim_start_matches("records/")
            .trim_end_matches(".toml");
        (name, file(&Kind::of_file(path)))
    });
    let others = [
        ("overlay", written::<Overlay>()),
        ("page", written::<FrontMatter>()),
        ("review", written::<ReviewFacts>()),
        ("site", written::<Settings>()),
        ("bundle", schemars::schema_for!(lscb_wire::Bundle)),
        ("manifest", schemars::schema_for!(lscb_wire::Manifest)),
        ("release", schemars::schema_for!(lscb_wire::Release)),
    ];
    files.chain(others).collect()
}

/// The schema of what people write: fields that are not known are refused.
fn written<T: JsonSchema>() -> Schema {
    closed(schemars::schema_for!(T))
}

fn closed(mut schema: Schema) -> Schema {
    let mut close = RecursiveTransform(|schema: &mut Schema| {
        if schema.get("properties").is_some() {
            schema.insert("additionalProperties".into(), false.into());
        }
    });
    schemars::transform::Transform::transform(&mut close, &mut schema);
    schema
}

/// The schema of a file that holds the records of some kinds.
fn file(kinds: &[Kind]) -> Schema {
    let mut file = json_schema!({
        "type": "object",
        "properties": {},
        "additionalProperties": false,
        "$defs": {},
    });
    for kind in kinds {
        let Some(mut record) = kind.schema().map(closed) else {
            continue;
        };
        let definitions = record.remove("$defs");
        let dialect = record.remove("$schema");
        if let Some(dialect) = dialect {
            file.insert("$schema".into(), dialect);
        }
        if let Some(known) = file.get_mut("$defs").and_then(|it| it.as_object_mut()) {
            let named = definitions.as_ref().and_then(|it| it.as_object());
            known.extend(
                named
                    .into_iter()
                    .flatten()
                    .map(|(k, v)| (k.clone(), v.clone())),
            );
        }
        let tables = json_schema!({ "type": "array", "items": record }).to_value();
        if let Some(properties) = file.get_mut("properties").and_then(|it| it.as_object_mut()) {
            properties.insert(kind.table().into(), tables);
        }
    }
    file
}

/// Declares the schemas of types that parse themselves from text.
macro_rules! text_schemas {
    ($($type:ident: $pattern:literal, $about:literal;)+) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern, "description": $about })
            }
        }
    )+};
}

text_schemas! {
    Alias: r"^([A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*)?$",
        "An old path without slashes at its ends, such as about-us/old-name.";
    PagePath: "^/([a-z0-9]+(-[a-z0-9]+)*/)*$",
        "The path of a page, with a slash at both ends, such as /about-us/.";
    Criterion: r"^[1-4]\.[1-5]\.[1-9][0-9]?$",
        "The number of a success criterion of WCAG 2.2, such as 1.3.1.";
    Email: r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$",
        "The address of a mailbox, such as name@example.org.";
    Embedder: r"^(\*|https://(\*\.)?[A-Za-z0-9.-]+(:[0-9]+)?)$",
        "A host that may embed the site, such as https://intranet.example.org, or * for everybody.";
    Language: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
        "The tag of a language as in BCP 47, such as en-GB.";
    Period: "^[0-9]{4}-[0-9]{2}$",
        "Years, such as 2017-18.";
    Phone: r"^[^A-Za-z]*[0-9][^A-Za-z]*$",
        "A telephone number of the United Kingdom as printed, such as 0151 934 3366.";
    Postcode: "^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$|^GIR 0AA$",
        "A postcode in capitals with one space, such as L21 7LB.";
    SigningKey: "^RW[Q-T][A-Za-z0-9+/]{53}$",
        "The public half of a key of minisign: the second line of minisign.pub.";
    Slug: "^[a-z0-9]+(-[a-z0-9]+)*$",
        "Small letters, digits and single hyphens.";
    WebAddress: "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:)",
        "An absolute address: https:, http:, mailto: or tel:.";
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A day, a month or a year: 2019-06-25, 2019-04 or 2019.",
            "anyOf": [
                { "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" },
                { "type": "integer", "minimum": 1, "maximum": 9999 },
            ],
        })
    }
}
