//! Files of records.

use super::register::Register;
use crate::{
    data::{Fields, Node, Table, Value},
    findings::Findings,
    nearest::nearest,
    record::{Kind, Record, Shelf},
};

/// Reads the records of one kind, and passes over those of others.
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

/// Reports what is no record of the kinds that a file holds.
pub(super) fn refuse_others(file: &Table, kinds: &[Kind], findings: &mut Findings) {
    let known = || kinds.iter().map(|kind| kind.table());
    for (name, _) in &file.entries {
        if known().any(|known| known == name.text) {
            continue;
        }
        let plurals: Vec<&str> = kinds.iter().map(|kind| kind.plural()).collect();
        let beginnings: Vec<String> = kinds
            .iter()
            .map(|kind| format!("each {} with [[{}]]", kind.name(), kind.table()))
            .collect();
        findings.problem(
            name.line,
            format!(
                "`{}` does not belong in this file of {}.",
                name.text,
                plurals.join(" and ")
            ),
            match nearest(&name.text, known()) {
                Some(meant) => format!("Did you mean [[{meant}]]?"),
                None => format!("Begin {}.", beginnings.join(" and ")),
            },
        );
    }
}

/// The tables of one kind in a file.
fn tables<'a>(file: &'a Table, kind: Kind, findings: &mut Findings) -> Vec<&'a Node> {
    let wanted = kind.table();
    let mut found = Vec::new();
    match file.get(wanted) {
        Some(Node {
            value: Value::List(nodes),
            ..
        }) => {
            for node in nodes {
                match node.value {
                    Value::Table(_) => found.push(node),
                    _ => not_a_record(wanted, node, findings),
                }
            }
        }
        Some(node) => not_a_record(wanted, node, findings),
        None => {}
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
