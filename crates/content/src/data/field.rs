//! The types that a single field can have.

use std::str::FromStr;

use super::{Node, Value};
use crate::{
    Date, PagePath, ParseError, Period, Phone, Postcode, Slug,
    characters::{forbidden, is_forbidden, is_visible},
    diagnostics::Diagnostics,
    nearest::nearest,
};

/// A type that can be read from a value. Errors are reported to `diagnostics`, with the line.
pub(crate) trait Field: Sized {
    fn read(name: &str, node: &Node, diagnostics: &mut Diagnostics) -> Option<Self>;
}

fn wrong_type(name: &str, node: &Node, wanted: &str, help: &str, diagnostics: &mut Diagnostics) {
    let kind = node.value.kind();
    diagnostics.report(
        node.line,
        format!("`{name}` is {kind}; {wanted} is needed."),
        help,
    );
}

fn text<'a>(name: &str, node: &'a Node, diagnostics: &mut Diagnostics) -> Option<&'a str> {
    if let Value::Text(text) = &node.value {
        if let Some(letter) = text.chars().find(|letter| is_forbidden(*letter)) {
            diagnostics.report_error(node.line, forbidden(letter));
            return None;
        }
        return Some(text);
    }
    let help = match &node.value {
        Value::List(_) => "Write one alone, in quotes and without the square brackets.",
        Value::Table(_) => "Write it in quotes, without names of its own.",
        Value::Other("nothing") => "Fill it in, or take it out.",
        _ => "Put it in quotes.",
    };
    wrong_type(name, node, "text", help, diagnostics);
    None
}

/// Words to the letter: the name of a file, or what a browser reads as well.
pub(crate) struct Verbatim(pub(crate) String);

impl Field for Verbatim {
    fn read(name: &str, node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        let text = text(name, node, diagnostics)?;
        let problem = if text.trim().is_empty() {
            format!("`{name}` is empty.")
        } else if !is_visible(text) {
            format!("`{name}` has no character that can be seen: “{text}”.")
        } else {
            return Some(Self(text.to_owned()));
        };
        diagnostics.report(node.line, problem, "Fill it in, or take it out.");
        None
    }
}

impl Field for String {
    /// The words with single spaces between them: padding and the line breaks of a long value mean
    /// nothing. U+00A0 and its like are letters of the words.
    fn read(name: &str, node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        let Verbatim(text) = Verbatim::read(name, node, diagnostics)?;
        let words: Vec<&str> = text.split_ascii_whitespace().collect();
        Some(words.join(" "))
    }
}

impl Field for bool {
    fn read(name: &str, node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        if let Value::Bool(truth) = node.value {
            return Some(truth);
        }
        wrong_type(
            name,
            node,
            "true or false",
            "Write true or false without quotes.",
            diagnostics,
        );
        None
    }
}

impl Field for i64 {
    fn read(name: &str, node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        if let Value::Integer(number) = node.value {
            return Some(number);
        }
        let help = match &node.value {
            Value::Text(_) => "Write digits without quotes.",
            Value::Other("a number too large") => "Write a smaller one.",
            _ => "Write it in digits, such as 10.",
        };
        wrong_type(name, node, "a whole number", help, diagnostics);
        None
    }
}

impl Field for u32 {
    fn read(name: &str, node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        let number = i64::read(name, node, diagnostics)?;
        let count = Self::try_from(number).ok();
        if count.is_none() {
            diagnostics.report(
                node.line,
                format!("`{name}` is {number}."),
                "Write a whole number from 0 upwards.",
            );
        }
        count
    }
}

impl Field for Date {
    fn read(name: &str, node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
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
                    diagnostics,
                );
                return None;
            }
        };
        accept(name, node.line, parsed, diagnostics)
    }
}

fn accept<T>(
    name: &str,
    line: u32,
    parsed: Result<T, ParseError>,
    diagnostics: &mut Diagnostics,
) -> Option<T> {
    parsed
        .map_err(|error| {
            diagnostics.report(line, format!("`{name}`: {}", error.message), error.help);
        })
        .ok()
}

/// Reads a type that parses itself from text.
pub(crate) fn parse_text<T: FromStr<Err = ParseError>>(
    name: &str,
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<T> {
    let parsed = text(name, node, diagnostics)?.parse();
    accept(name, node.line, parsed, diagnostics)
}

/// Declares types that parse themselves from text as fields.
macro_rules! text_fields {
    ($($type:ty),+) => {$(
        impl $crate::data::Field for $type {
            fn read(
                name: &str,
                node: &$crate::data::Node,
                diagnostics: &mut $crate::diagnostics::Diagnostics,
            ) -> Option<Self> {
                $crate::data::parse_text(name, node, diagnostics)
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
    fn read(name: &str, node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        let Value::List(nodes) = &node.value else {
            wrong_type(
                name,
                node,
                "a list",
                "Put it in square brackets.",
                diagnostics,
            );
            return None;
        };
        // Every item is read, so that every error is found.
        let items: Vec<Option<T>> = nodes
            .iter()
            .map(|node| T::read(name, node, diagnostics))
            .collect();
        items.into_iter().collect()
    }
}

/// A type with a few named values.
pub(crate) trait NamedValues: Copy + 'static {
    /// The names and what they stand for.
    const ALL: &'static [(&'static str, Self)];
}

impl<T: NamedValues> Field for T {
    fn read(name: &str, node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        let text = text(name, node, diagnostics)?;
        let found = T::ALL.iter().find(|(known, _)| *known == text);
        if found.is_none() {
            let names = || T::ALL.iter().map(|(known, _)| *known);
            let help = match nearest(text, names()) {
                Some(meant) => format!("Did you mean `{meant}`?"),
                None => format!("Write one of {}.", names().collect::<Vec<_>>().join(", ")),
            };
            diagnostics.report(node.line, format!("`{name}` cannot be `{text}`."), help);
        }
        found.map(|(_, value)| *value)
    }
}

/// Declares an enum whose values have names in the content.
macro_rules! named_values {
    ($(#[$about:meta])* $vis:vis enum $type:ident {
        $($(#[$what:meta])* $variant:ident = $name:literal,)+
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $vis enum $type {
            $($(#[$what])* #[cfg_attr(feature = "schema", schemars(rename = $name))] $variant,)+
        }

        impl $crate::data::NamedValues for $type {
            const ALL: &'static [(&'static str, Self)] = &[$(($name, Self::$variant)),+];
        }
    };
}
pub(crate) use named_values;
pub(crate) use text_fields;
