//! TOML.

mod fault;
#[cfg(test)]
mod tests;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Name, Node, SyntaxError, Table, Value};
use crate::characters::one_line;
use crate::lines::Lines;

/// Reads a TOML document whose first line has the number `first_line`. The parser
/// refuses values that are nested more than 80 deep.
pub(crate) fn read_toml(text: &str, first_line: u32) -> Result<Table, SyntaxError> {
    let mut lines = Lines::new(text, first_line);
    match DeTable::parse(text) {
        Ok(table) => Ok(convert_table(table.into_inner(), &mut lines)),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start).min(text.len());
            let begin = text[..at].rfind('\n').map_or(0, |end| end + 1);
            let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
            let fault = fault::fault(&text[begin..end], &text[at..end], error.message());
            let (message, help) = fault.unwrap_or_else(|| {
                (
                    format!("This is not TOML: {}.", error.message()),
                    "Correct the line: text stands in quotes, lists in square brackets, \
                     each field on its own line."
                        .into(),
                )
            });
            Err(SyntaxError {
                line: lines.line(at),
                message,
                help,
            })
        }
    }
}

fn convert_table(table: DeTable<'_>, lines: &mut Lines<'_>) -> Table {
    let mut spanned: Vec<_> = table.into_iter().collect();
    // The parser sorts by name; a reader goes by line.
    spanned.sort_by_key(|(key, _)| key.span().start);
    let entries = spanned
        .into_iter()
        .map(|(key, value)| {
            let line = lines.line(key.span().start);
            (
                Name {
                    text: key.into_inner().into_owned(),
                    line,
                },
                convert(value, lines),
            )
        })
        .collect();
    Table { entries }
}

fn convert(spanned: Spanned<DeValue<'_>>, lines: &mut Lines<'_>) -> Node {
    let line = lines.line(spanned.span().start);
    let value = match spanned.into_inner() {
        DeValue::String(text) => Value::Text(one_line(&text).into_owned()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or(Value::Other("a number too large"), Value::Integer),
        DeValue::Float(_) => Value::Other("a number with a fraction"),
        DeValue::Boolean(truth) => Value::Bool(truth),
        DeValue::Datetime(moment) => match (moment.date, moment.time) {
            (Some(date), None) => Value::Date(date.to_string()),
            _ => Value::Other("a time"),
        },
        DeValue::Array(nodes) => {
            Value::List(nodes.into_iter().map(|node| convert(node, lines)).collect())
        }
        DeValue::Table(table) => Value::Table(convert_table(table, lines)),
    };
    Node { line, value }
}
