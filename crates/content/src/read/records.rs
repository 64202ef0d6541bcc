//! Files of records.

use super::symbol_table::SymbolTable;
use crate::{
    data::{Fields, Node, Table, Value},
    diagnostics::Diagnostics,
    nearest::nearest,
    record::{Kind, Record, RecordTable},
};

/// Reads the records of one kind, and passes over those of others.
pub(super) fn read_records<T: Record>(
    table: &Table,
    symbols: &mut SymbolTable,
    diagnostics: &mut Diagnostics,
) -> RecordTable<T> {
    let mut records = RecordTable::default();
    for node in tables(table, T::KIND, diagnostics) {
        if let Value::Table(fields) = &node.value {
            symbols.define(T::KIND, fields, node.line, diagnostics);
            if let Some(record) = Fields::read::<T>(fields, node.line, diagnostics) {
                records.push(record.slug().clone(), record);
            }
        }
    }
    records
}

/// Reports what is no record of the kinds that a file holds.
pub(super) fn refuse_others(file: &Table, kinds: &[Kind], diagnostics: &mut Diagnostics) {
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
        diagnostics.report(
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
fn tables<'a>(file: &'a Table, kind: Kind, diagnostics: &mut Diagnostics) -> Vec<&'a Node> {
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
                    _ => not_a_record(wanted, node, diagnostics),
                }
            }
        }
        Some(node) => not_a_record(wanted, node, diagnostics),
        None => {}
    }
    found
}

fn not_a_record(wanted: &str, node: &Node, diagnostics: &mut Diagnostics) {
    diagnostics.report(
        node.line,
        format!(
            "`{wanted}` is {} here and not one of a list.",
            node.value.kind()
        ),
        format!("Write it in double square brackets: [[{wanted}]]."),
    );
}
