//! Tables in Markdown, and their places on a page.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// A table of `head` and `rows`, numbers to the right.
pub(crate) fn markdown(head: &[&str], rows: &[Vec<String>]) -> String {
    let mut out = format!("| {} |\n|---|", head.join(" | "));
    out.push_str(&"---:|".repeat(head.len() - 1));
    for row in rows {
        // Writing to a string cannot fail.
        let _ = write!(out, "\n| {} |", row.join(" | "));
    }
    out
}

/// Replaces what stands between the marks `<!-- NAME -->` and `<!-- /NAME -->` of a page.
pub(crate) fn put(page: &Path, name: &str, table: &str) -> Result<()> {
    let text = fs::read_to_string(page).with_context(|| page.display().to_string())?;
    let (open, close) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let (before, rest) = text.split_once(&open).context("no mark for the table")?;
    let (_, after) = rest.split_once(&close).context("no mark after the table")?;
    fs::write(page, format!("{before}{open}\n\n{table}\n\n{close}{after}"))?;
    Ok(())
}

/// Bytes as kB.
pub(crate) fn kilobytes(bytes: f64) -> String {
    format!("{:.1}", bytes / 1000.0)
}
