//! The figures of one topic.

use std::fs;

use serde_json::{Value, json};

use super::machine::Machine;
use super::subject::Subject;
use super::table::Table;

/// The figures of one topic, with what they depend on.
pub struct Report {
    what: &'static str,
    machine: Machine,
    tables: Vec<Table>,
    notes: Vec<String>,
}

impl Report {
    /// An empty report, taken now.
    pub(crate) fn new(what: &'static str) -> Self {
        Self {
            what,
            machine: Machine::here(),
            tables: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Adds a table.
    pub(crate) fn add(&mut self, table: Table) {
        self.tables.push(table);
    }

    /// Adds a sentence that the reader of the tables needs.
    pub(crate) fn note(&mut self, sentence: impl Into<String>) {
        self.notes.push(sentence.into());
    }

    /// How many rows its tables have.
    pub fn rows(&self) -> usize {
        self.tables.iter().map(Table::rows).sum()
    }

    /// Prints the tables and writes them to `WHAT.json` in the folder for figures.
    ///
    /// # Panics
    /// If that cannot be written.
    pub fn publish(&self, subject: &Subject) {
        let command = format!("cargo xtask bench {}", self.what);
        for table in &self.tables {
            println!("\n{table}  ({command}; {})", self.machine.line());
        }
        for note in &self.notes {
            println!("  {note}");
        }
        let json = json!({
            "command": command,
            "machine": self.machine.json(),
            "tables": self.tables.iter().map(Table::json).collect::<Vec<Value>>(),
            "notes": self.notes,
        });
        let file = subject.figures.join(format!("{}.json", self.what));
        fs::create_dir_all(&subject.figures).expect("the folder for figures");
        fs::write(&file, format!("{json:#}\n")).expect("the figures are written");
        println!("  Written to {}.", file.display());
    }
}

/// The middle one of some figures, or the mean of the two in the middle.
pub(crate) fn median(mut figures: Vec<f64>) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    let middle = figures.len() / 2;
    match figures.len() {
        0 => None,
        many if many % 2 == 1 => Some(figures[middle]),
        _ => Some((figures[middle - 1] + figures[middle]) / 2.0),
    }
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![4.0, 1.0, 2.0, 9.0]), Some(3.0));
    }
}
