//! Files of records.

use super::register::Register;
use crate::{
    data::{Fields, Node, Table, Value},
    findings::Findings,
    nearest::nearest,
    record::{Kind, Record, Shelf},
};

/// Reads the records of one kind.
pub(super) fn read_records<T: Record>(
    table: &Table,
    register: &mut Register,
    findings: &mut Findings,
) -> Shelf<T> {
    let mut shelf = Shelf::default();
    for node in tables(table, T::KIND, findings) {
        if let Value::Table(fields) = &node.value {
            register.enter(T::KIND, fields, node.line, findings);
            if let Some(record) = Fields::read::<T>(fields, node.line, findings) {
                shelf.push(record.slug().clone(), record);
            }
        }
    }
    shelf
}

/// The tables of a file that holds nothing else.
fn tables<'a>(file: &'a Table, kind: Kind, findings: &mut Findings) -> Vec<&'a Node> {
    let wanted = kind.table();
    let mut found = Vec::new();
    for (name, node) in &file.entries {
        match &node.value {
            Value::List(nodes) if name.text == wanted => {
                for node in nodes {
                    match node.value {
                        Value::Table(_) => found.push(node),
                        _ => not_a_record(wanted, node, findings),
                    }
                }
            }
            _ if name.text == wanted => not_a_record(wanted, node, findings),
            _ => {
                let meant = nearest(&name.text, [wanted]);
                findings.problem(
                    name.line,
                    format!(
                        "`{}` does not belong in this file of {}.",
                        name.text,
                        kind.plural()
                    ),
                    match meant {
                        Some(meant) => format!("Did you mean [[{meant}]]?"),
                        None => format!("Begin each {} with [[{wanted}]].", kind.name()),
                    },
                );
            }
        }
    }
    found
}

fn not_a_record(wanted: &str, node: &Node, findings: &mut Findings) {
    findings.problem(
        node.line,
        format!(
            "`{wanted}` is {} here and not one of a list.",
            node.value.kind()
        ),
        format!("Write it in double square brackets: [[{wanted}]]."),
    );
}
