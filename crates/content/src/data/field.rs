//! The types that a single field can have.

use std::str::FromStr;

use super::{Node, Value};
use crate::{
    Date, Fault, PagePath, Period, Phone, Postcode, Slug,
    characters::{forbidden, is_forbidden, is_visible},
    findings::Findings,
    nearest::nearest,
};

/// A type that can be read from a value. Faults go to the findings, with the line.
pub(crate) trait Field: Sized {
    fn read(name: &str, node: &Node, findings: &mut Findings) -> Option<Self>;
}

fn wrong_type(name: &str, node: &Node, wanted: &str, remedy: &str, findings: &mut Findings) {
    let kind = node.value.kind();
    findings.problem(
        node.line,
        format!("`{name}` is {kind}; {wanted} is needed."),
        remedy,
    );
}

fn text<'a>(name: &str, node: &'a Node, findings: &mut Findings) -> Option<&'a str> {
    if let Value::Text(text) = &node.value {
        if let Some(letter) = text.chars().find(|letter| is_forbidden(*letter)) {
            findings.fault(node.line, forbidden(letter));
            return None;
        }
        return Some(text);
    }
    wrong_type(name, node, "text", "Put it in quotes.", findings);
    None
}

impl Field for String {
    fn read(name: &str, node: &Node, findings: &mut Findings) -> Option<Self> {
        let text = text(name, node, findings)?;
        if text.trim().is_empty() {
            findings.problem(
                node.line,
                format!("`{name}` is empty."),
                "Fill it in, or take the line out.",
            );
            return None;
        }
        if !is_visible(text) {
            findings.problem(
                node.line,
                format!("`{name}` has no character that can be seen: “{text}”."),
                "Fill it in, or take the line out.",
            );
            return None;
        }
        Some(text.to_owned())
    }
}

impl Field for bool {
    fn read(name: &str, node: &Node, findings: &mut Findings) -> Option<Self> {
        if let Value::Bool(truth) = node.value {
            return Some(truth);
        }
        wrong_type(
            name,
            node,
            "true or false",
            "Write true or false without quotes.",
            findings,
        );
        None
    }
}

impl Field for i64 {
    fn read(name: &str, node: &Node, findings: &mut Findings) -> Option<Self> {
        if let Value::Integer(number) = node.value {
            return Some(number);
        }
        wrong_type(
            name,
            node,
            "a whole number",
            "Write digits without quotes.",
            findings,
        );
        None
    }
}

impl Field for u32 {
    fn read(name: &str, node: &Node, findings: &mut Findings) -> Option<Self> {
        let number = i64::read(name, node, findings)?;
        let count = Self::try_from(number).ok();
        if count.is_none() {
            findings.problem(
                node.line,
                format!("`{name}` is {number}."),
                "Write a whole number from 0 upwards.",
            );
        }
        count
    }
}

impl Field for Date {
    fn read(name: &str, node: &Node, findings: &mut Findings) -> Option<Self> {
        let parsed = match &node.value {
            Value::Text(text) | Value::Date(text) => text.parse(),
            // A bare year is a number to TOML and YAML.
            Value::Integer(year) => year.to_string().parse(),
            _ => {
                wrong_type(
                    name,
                    node,
                    "a date",
                    "Write it as 2019, 2019-04 or 2019-06-25.",
                    findings,
                );
                return None;
            }
        };
        accept(name, node.line, parsed, findings)
    }
}

fn accept<T>(
    name: &str,
    line: u32,
    parsed: Result<T, Fault>,
    findings: &mut Findings,
) -> Option<T> {
    parsed
        .map_err(|fault| {
            findings.problem(line, format!("`{name}`: {}", fault.message), fault.remedy);
        })
        .ok()
}

/// Reads a type that parses itself from text.
pub(crate) fn parse_text<T: FromStr<Err = Fault>>(
    name: &str,
    node: &Node,
    findings: &mut Findings,
) -> Option<T> {
    let parsed = text(name, node, findings)?.parse();
    accept(name, node.line, parsed, findings)
}

/// Declares types that parse themselves from text as fields.
macro_rules! text_fields {
    ($($type:ty),+) => {$(
        impl $crate::data::Field for $type {
            fn read(
                name: &str,
                node: &$crate::data::Node,
                findings: &mut $crate::findings::Findings,
            ) -> Option<Self> {
                $crate::data::parse_text(name, node, findings)
            }
        }
    )+};
}

text_fields!(
    Slug,
    PagePath,
    Period,
    Phone,
    Postcode,
    crate::Criterion,
    crate::Language,
    crate::SigningKey,
    crate::Email,
    crate::Embedder,
    crate::page::Alias,
    crate::WebAddress
);

impl<T: Field> Field for Vec<T> {
    fn read(name: &str, node: &Node, findings: &mut Findings) -> Option<Self> {
        let Value::List(nodes) = &node.value else {
            wrong_type(name, node, "a list", "Put it in square brackets.", findings);
            return None;
        };
        // Every item is read, so that every fault is found.
        let items: Vec<Option<T>> = nodes
            .iter()
            .map(|node| T::read(name, node, findings))
            .collect();
        items.into_iter().collect()
    }
}

/// A type with a few named values.
pub(crate) trait Choice: Copy + 'static {
    /// The names and what they stand for.
    const ALL: &'static [(&'static str, Self)];
}

impl<T: Choice> Field for T {
    fn read(name: &str, node: &Node, findings: &mut Findings) -> Option<Self> {
        let text = text(name, node, findings)?;
        let found = T::ALL.iter().find(|(known, _)| *known == text);
        if found.is_none() {
            let names = || T::ALL.iter().map(|(known, _)| *known);
            let remedy = match nearest(text, names()) {
                Some(meant) => format!("Did you mean `{meant}`?"),
                None => format!("Write one of {}.", names().collect::<Vec<_>>().join(", ")),
            };
            findings.problem(node.line, format!("`{name}` cannot be `{text}`."), remedy);
        }
        found.map(|(_, choice)| *choice)
    }
}

/// Declares an enum whose values have names in the content.
macro_rules! choice {
    ($(#[$about:meta])* $vis:vis enum $type:ident {
        $($(#[$what:meta])* $variant:ident = $name:literal,)+
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $vis enum $type {
            $($(#[$what])* #[cfg_attr(feature = "schema", schemars(rename = $name))] $variant,)+
        }

        impl $crate::data::Choice for $type {
            const ALL: &'static [(&'static str, Self)] = &[$(($name, Self::$variant)),+];
        }
    };
}
pub(crate) use choice;
pub(crate) use text_fields;
