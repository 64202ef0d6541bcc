//! The table as it is printed after a run, and as it stands in `docs/faults.md`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::{env, fs};

use lscb_browser::engine::Engine;

use crate::row::{Row, Run};

/// How scenarios went, by name and engine; those that need no browser have none.
pub(crate) type Outcomes = Mutex<BTreeMap<(&'static str, Option<Engine>), bool>>;

const INTRODUCTION: &str = "\
# What can go wrong, and what the reader keeps

Every fault on the way from the host to the reader that we know of, what the site does then, and
what shows it. The suite injects each one on this machine:
`cargo test --manifest-path tests/browser/Cargo.toml --test faults` (CONTRIBUTING.md has the
variables it wants), and prints this table with what it has seen. “holds” stands where a scenario
runs in that engine; the suite fails if it does not hold. This page is written by
`SNAPSHOTS=overwrite` and the command above with `-- document`; the suite fails if it is out of date.

";

/// What is printed after a run.
pub(crate) fn printed(rows: &[Row], outcomes: &Outcomes) -> String {
    let outcomes = outcomes.lock().unwrap_or_else(PoisonError::into_inner);
    let mut out = format!("\n{:>2}  {:50}", "#", "fault");
    let mut engines: Vec<_> = Engine::ALL.into_iter().map(Some).collect();
    engines.push(None);
    for engine in &engines {
        let name = engine.map_or("no browser".into(), |engine| engine.to_string());
        let _ = write!(out, " {name:10}");
    }
    for row in rows {
        let _ = write!(out, "\n{:>2}  {:50.50}", row.number, row.fault);
        for engine in &engines {
            let of_row = row
                .shown
                .iter()
                .filter(|it| runs(&it.run, it.is_in(all(*engine)), *engine));
            let seen: Vec<_> = of_row.map(|it| outcomes.get(&(it.name, *engine))).collect();
            let word = if seen.is_empty() {
                "-"
            } else if seen.contains(&Some(&false)) {
                "FAILS"
            } else if seen.contains(&None) {
                "not run"
            } else {
                "holds"
            };
            let _ = write!(out, " {word:10}");
        }
        let elsewhere = row.tests.first().filter(|_| row.shown.is_empty());
        let place = elsewhere.map(|(file, _)| *file);
        let _ = write!(out, " {}", place.unwrap_or_default());
    }
    format!("{out}\n\n{}\n", impossible(rows))
}

/// Stands in for an engine where there is none.
fn all(engine: Option<Engine>) -> Engine {
    engine.unwrap_or(Engine::Chromium)
}

fn runs(run: &Run, is_in: bool, engine: Option<Engine>) -> bool {
    match run {
        Run::Natively(_) => engine.is_none(),
        Run::InBrowser(..) => engine.is_some() && is_in,
    }
}

/// What cannot be injected here, a line each.
fn impossible(rows: &[Row]) -> String {
    let mut out = String::new();
    for row in rows {
        for scenario in &row.shown {
            for (engine, why) in &scenario.cannot {
                let name = scenario.name;
                let _ = writeln!(
                    out,
                    "- {} in {engine}, `{name}`: cannot be injected here: {why}.",
                    row.number
                );
            }
        }
    }
    out
}

/// The page of the documentation.
fn document(rows: &[Row]) -> String {
    let mut out = INTRODUCTION.to_owned();
    out.push_str("| # | fault | what the site does | Chromium | Firefox | WebKit | shown by |\n");
    out.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
    for row in rows {
        let _ = write!(out, "| {} | {} | {} |", row.number, row.fault, row.required);
        for engine in Engine::ALL {
            let holds = row.shown.iter().any(|it| it.is_in(engine));
            let native = row
                .shown
                .iter()
                .any(|it| matches!(it.run, Run::Natively(_)));
            let cell = match (holds, native) {
                (true, _) => "holds",
                (false, true) => "holds, without a browser",
                (false, false) if row.shown.is_empty() && !row.tests.is_empty() => "see the tests",
                (false, false) => "–",
            };
            let _ = write!(out, " {cell} |");
        }
        let shown = row.shown.iter().map(|it| format!("`{}`", it.name));
        let tests = row
            .tests
            .iter()
            .map(|(file, name)| format!("`{name}` ({file})"));
        let all: Vec<_> = shown.chain(tests).collect();
        let _ = writeln!(out, " {} |", all.join("; "));
    }
    out.push_str("\n## What cannot be injected on this machine\n\n");
    out.push_str(&impossible(rows));
    out.push_str(crate::table::NOT_HERE);
    out
}

/// Compares the page of the documentation with the table, or writes it.
pub(crate) fn check_document(rows: &[Row]) -> Result<(), String> {
    let file = root().join("docs/faults.md");
    let document = document(rows);
    if env::var("SNAPSHOTS").is_ok_and(|it| it == "overwrite") {
        return fs::write(&file, document).map_err(|error| format!("{}: {error}", file.display()));
    }
    if fs::read_to_string(&file).unwrap_or_default() == document {
        return Ok(());
    }
    Err(
        "docs/faults.md is out of date: run the faults suite with SNAPSHOTS=overwrite and \
         `-- document`"
            .into(),
    )
}

/// Every row is there, something shows it, and the tests that it names exist.
pub(crate) fn check_table(rows: &[Row]) -> Result<(), String> {
    let mut problems = Vec::new();
    let numbers: Vec<_> = rows.iter().map(|row| row.number).collect();
    if numbers != (1..=25).collect::<Vec<_>>() {
        problems.push(format!("the rows are {numbers:?}"));
    }
    for row in rows {
        if row.shown.is_empty() && row.tests.is_empty() {
            problems.push(format!("nothing shows row {}", row.number));
        }
        for (file, name) in &row.tests {
            let text = fs::read_to_string(root().join(file)).unwrap_or_default();
            if !text.contains(&format!("fn {name}(")) {
                problems.push(format!("row {}: {file} has no test {name}", row.number));
            }
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems.join("\n"))
    }
}

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
