//! Files of records.

use super::symbol_table::SymbolTable;
use crate::{
    data::{Fields, Node, Table, Value},
    diagnostics::Diagnostics,
    nearest::nearest,
    record::{Kind, Record, RecordTable, RecordVisitor, Records},
};

/// Reads the records of a file of some kinds, and reports what is no record of any.
pub(super) fn read_records(
    file: &Table,
    kinds: &[Kind],
    records: &mut Records,
    symbols: &mut SymbolTable,
    diagnostics: &mut Diagnostics,
) {
    let mut reader = RecordReader {
        file,
        symbols: &mut *symbols,
        diagnostics,
    };
    for kind in kinds {
        records.visit(*kind, &mut reader);
    }
    refuse_others(file, kinds, symbols, diagnostics);
}

struct RecordReader<'a> {
    file: &'a Table,
    symbols: &'a mut SymbolTable,
    diagnostics: &'a mut Diagnostics,
}

impl RecordVisitor for RecordReader<'_> {
    fn visit<T: Record>(&mut self, records: &mut RecordTable<T>) {
        for node in tables(self.file, T::KIND, self.diagnostics) {
            if let Value::Table(fields) = &node.value {
                self.symbols
                    .define(T::KIND, fields, node.line, self.diagnostics);
                if let Some(record) = Fields::read::<T>(fields, node.line, self.diagnostics) {
                    records.push(record.slug().clone(), record);
                }
            }
        }
    }
}

/// Reports what is no record of the kinds that a file holds.
fn refuse_others(
    file: &Table,
    kinds: &[Kind],
    symbols: &mut SymbolTable,
    diagnostics: &mut Diagnostics,
) {
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
        // It may be a record that others name.
        kinds.iter().for_each(|kind| symbols.mark_unread(*kind));
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
