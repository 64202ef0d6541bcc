//! Figures in rows and columns.

use std::fmt;

use serde_json::{Value, json};

/// One figure, or the words beside it.
pub(crate) enum Cell {
    /// Words.
    Words(String),
    /// A number, shown with so many decimals.
    Number(f64, usize),
    /// A median and the median deviation from it, both without decimals.
    Median(f64, f64),
    /// Not measured.
    Nothing,
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::Words(words.into())
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(number as f64, 0)
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => f.write_str(words),
            Self::Number(number, decimals) => write!(f, "{number:.decimals$}"),
            Self::Median(middle, deviation) => write!(f, "{middle:.0} ({deviation:.0})"),
            Self::Nothing => f.write_str("-"),
        }
    }
}

impl Cell {
    fn json(&self) -> Value {
        match self {
            Self::Words(words) => json!(words),
            Self::Number(number, 0) => json!(number.round() as i64),
            Self::Number(number, _) => json!(number),
            Self::Median(middle, deviation) => json!({ "median": middle, "deviation": deviation }),
            Self::Nothing => Value::Null,
        }
    }
}

/// A table; the first column names the rows.
pub(crate) struct Table {
    title: String,
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// How many rows it has.
    pub(crate) fn rows(&self) -> usize {
        self.rows.len()
    }

    /// An empty table.
    pub(crate) fn new(title: &str, columns: &[&str]) -> Self {
        Self {
            title: title.into(),
            columns: columns.iter().map(|&name| name.to_owned()).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row, a cell a column.
    pub(crate) fn add(&mut self, row: Vec<Cell>) {
        assert_eq!(
            row.len(),
            self.columns.len(),
            "a cell a column in {}",
            self.title
        );
        self.rows.push(row);
    }

    /// As JSON: each row an object.
    pub(crate) fn json(&self) -> Value {
        let row = |row: &Vec<Cell>| -> Value {
            let cells = row.iter().map(Cell::json);
            self.columns
                .iter()
                .cloned()
                .zip(cells)
                .collect::<serde_json::Map<_, _>>()
                .into()
        };
        json!({ "title": self.title, "rows": self.rows.iter().map(row).collect::<Vec<_>>() })
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: Vec<Vec<String>> = self
            .rows
            .iter()
            .map(|row| row.iter().map(Cell::to_string).collect())
            .collect();
        let lines = || std::iter::once(&self.columns).chain(&shown);
        let width = |column: usize| {
            lines()
                .map(|line| line[column].chars().count())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(width).collect();
        writeln!(f, "{}", self.title)?;
        for line in lines() {
            write!(f, "  {:<width$}", line[0], width = widths[0])?;
            for (cell, width) in line.iter().zip(&widths).skip(1) {
                write!(f, "  {cell:>width$}")?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_rows_are_objects() {
        let mut table = Table::new("Sizes", &["what", "bytes"]);
        table.add(vec!["a long name".into(), 7_usize.into()]);
        table.add(vec!["b".into(), Cell::Nothing]);
        assert_eq!(
            table.to_string(),
            "Sizes\n  what         bytes\n  a long name      7\n  b                -\n"
        );
        assert_eq!(
            table.json()["rows"][0],
            json!({ "what": "a long name", "bytes": 7 })
        );
    }
}
