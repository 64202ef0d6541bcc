//! Structured data: a tree of values, each with its line number. TOML, YAML and JSON are read
//! into the same tree, so that records are read and checked in one way.

mod field;
mod fields;
mod json;
#[cfg(test)]
mod outline;
mod toml;
mod yaml;

pub(crate) use self::{
    field::{Field, NamedValues, Verbatim, named_values, parse_text, text_fields},
    fields::{Fields, FromFields},
    json::read_json,
    toml::read_toml,
    yaml::read_yaml,
};

/// A value and the line that it begins on.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) line: u32,
    pub(crate) value: Value,
}

#[derive(Debug)]
pub(crate) enum Value {
    Text(String),
    Integer(i64),
    Bool(bool),
    /// A date that was not written as text, in its ISO form.
    Date(String),
    /// A kind of value that no field takes: `a number with a fraction`, `a time`, `nothing`.
    Other(&'static str),
    List(Vec<Node>),
    Table(Table),
}

impl Value {
    /// Whether nothing is written.
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Other(kind) => *kind == "nothing",
            _ => false,
        }
    }

    /// What it is, for a sentence: `` `title` is a list``.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Integer(_) => "a number",
            Self::Bool(_) => "true or false",
            Self::Date(_) => "a date",
            Self::Other(kind) => kind,
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
        }
    }
}

/// Named values in the order of their lines.
#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) entries: Vec<(Name, Node)>,
}

#[derive(Debug)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) line: u32,
}

impl Table {
    pub(crate) fn get(&self, name: &str) -> Option<&Node> {
        self.entries
            .iter()
            .find(|(key, _)| key.text == name)
            .map(|(_, node)| node)
    }
}

/// Why a text is no data at all: the first thing that breaks its grammar.
#[derive(Debug)]
pub(crate) struct SyntaxError {
    pub(crate) line: u32,
    pub(crate) message: String,
    pub(crate) help: String,
}
