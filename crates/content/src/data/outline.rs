//! The tree as text, for tests: a value a line, with its line in the file.

use super::{Table, Value};

/// `3 name = "Alex"` for each value; what is inside another is indented.
pub(super) fn outline(table: &Table) -> String {
    let mut out = String::new();
    push_table(table, 0, &mut out);
    out
}

fn push_table(table: &Table, depth: usize, out: &mut String) {
    for (name, node) in &table.entries {
        let indent = "  ".repeat(depth);
        out.push_str(&format!("{indent}{} {} = ", name.line, name.text));
        push_value(&node.value, depth, out);
    }
}

fn push_value(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Text(text) => out.push_str(&format!("{text:?}\n")),
        Value::Integer(number) => out.push_str(&format!("{number}\n")),
        Value::Bool(truth) => out.push_str(&format!("{truth}\n")),
        Value::Date(date) => out.push_str(&format!("date {date}\n")),
        Value::Other(kind) => out.push_str(&format!("{kind}\n")),
        Value::List(nodes) => {
            out.push_str("list\n");
            for node in nodes {
                out.push_str(&format!("{}  {} ", "  ".repeat(depth), node.line));
                push_value(&node.value, depth + 1, out);
            }
        }
        Value::Table(table) => {
            out.push_str("table\n");
            push_table(table, depth + 1, out);
        }
    }
}
