//! The table of `docs/testing.md`: how long the steps of some runs took.

use std::fs;

use super::summary::Summary;
use crate::failure::Failure;
use crate::repo::Repo;

const START: &str = "<!-- times -->\n";
const END: &str = "<!-- end of times -->\n";

/// Steps by the words that their names begin with, and the column of each.
const COLUMNS: [(&str, &[&str]); 6] = [
    ("tools", &["tools"]),
    (
        "checks",
        &[
            "formatting",
            "dependency",
            "circles",
            "clippy",
            "documentation",
            "content",
        ],
    ),
    ("cargo test", &["cargo test"]),
    (
        "builds",
        &["release build", "crates,", "the same site", "publisher"],
    ),
    ("hosting suite", &["hosting suite"]),
    ("browser suite", &["browser suite"]),
];

/// Writes the times of a run into the row of that name, or adds one.
pub(super) fn write(repo: &Repo, name: &str, summary: &Summary) -> Result<(), Failure> {
    let file = repo.root().join("docs/testing.md");
    let failed = |why: String| Failure::new(format!("{}: {why}", file.display()));
    let text = fs::read_to_string(&file).map_err(|error| failed(error.to_string()))?;
    let text = with_row(&text, name, &summary.times())
        .ok_or_else(|| failed(format!("it has no line `{}`", START.trim_end())))?;
    fs::write(&file, text).map_err(|error| failed(error.to_string()))
}

fn with_row(text: &str, name: &str, times: &[(&str, f64)]) -> Option<String> {
    let (before, rest) = text.split_once(START)?;
    let (table, after) = rest.split_once(END)?;
    let old = table.lines().skip(2);
    let own = format!("| {name} |");
    let mut rows: Vec<String> = old
        .filter(|row| !row.starts_with(&own))
        .map(str::to_owned)
        .collect();
    let of = |starts: &[&str]| -> f64 {
        let of_column = |(step, _): &&(&str, f64)| starts.iter().any(|it| step.starts_with(it));
        let seconds = times.iter().filter(of_column).map(|(_, seconds)| seconds);
        // The sum of nothing is -0.
        seconds.fold(0.0, |sum, seconds| sum + seconds)
    };
    let cells = COLUMNS.map(|(_, starts)| format!(" {:.0} |", of(starts)));
    let all: f64 = times.iter().map(|(_, seconds)| seconds).sum();
    rows.push(format!("{own}{} {all:.0} |", cells.concat()));
    let head = COLUMNS.map(|(column, _)| format!(" {column} |")).concat();
    let rule = "---|".repeat(COLUMNS.len() + 2);
    Some(format!(
        "{before}{START}| run |{head} all |\n|{rule}\n{}\n{END}{after}",
        rows.join("\n")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_added_and_then_replaced() {
        let text = format!("Before.\n\n{START}{END}After.\n");
        let one = with_row(&text, "bare", &[("tools", 1.2), ("clippy", 2.0)]).unwrap();
        assert!(
            one.contains("| bare | 1 | 2 | 0 | 0 | 0 | 0 | 3 |\n"),
            "{one}"
        );
        let two = with_row(&one, "again", &[("tools", 0.0)]).unwrap();
        let two = with_row(&two, "bare", &[("tools", 9.0)]).unwrap();
        assert!(two.contains("| bare | 9 |") && two.contains("| again | 0 |"));
        assert!(!two.contains("| bare | 1 |"), "{two}");
        assert!(two.starts_with("Before.\n\n") && two.ends_with("After.\n"));
        assert_eq!(with_row("No place.", "bare", &[]), None);
    }
}
