//! Hosts × probes, as a table.

use std::fmt::Write as _;

use crate::probe::{Host, PROBES};
use crate::server::{Kind, Server};
use crate::site::Site;

/// What came of a probe on a host, at every path that was tried.
pub struct Cell {
    host: &'static str,
    probe: &'static str,
    /// What was wrong, and where.
    pub failures: Vec<String>,
    /// Why it was not asked.
    left_out: Option<&'static str>,
}

/// Asks `site` every probe on a server of `kind`, at each of `bases`.
pub fn probe(kind: Kind, site: &Site, bases: &[&str]) -> Vec<Cell> {
    let cell = |probe: &'static str| Cell {
        host: kind.name(),
        probe,
        failures: Vec::new(),
        left_out: kind.leaves_out(probe),
    };
    let mut cells: Vec<Cell> = PROBES.iter().map(|probe| cell(probe.name)).collect();
    for base in bases {
        let server = Server::start(kind, site, base);
        let host = Host {
            site,
            server: &server,
        };
        for (probe, cell) in PROBES.iter().zip(&mut cells) {
            if cell.left_out.is_some() {
                continue;
            }
            if let Err(error) = (probe.run)(&host) {
                let failure = format!("{} at {base}, {}: {error:#}", cell.host, cell.probe);
                cell.failures.push(failure);
            }
        }
    }
    cells
}

/// The table in Markdown: a row for each probe, a column for each host, and below it why
/// something was not asked.
pub fn table(cells: &[Cell]) -> String {
    let hosts = Kind::ALL.map(Kind::name);
    let mut out = format!(
        "| | {} |\n|---{}|\n",
        hosts.join(" | "),
        "|---".repeat(hosts.len())
    );
    let mut reasons: Vec<&str> = Vec::new();
    for row in PROBES.iter().map(|probe| probe.name) {
        let _ = write!(out, "| {row} |");
        for cell in cells.iter().filter(|cell| cell.probe == row) {
            let word = match cell.left_out {
                Some(reason) => {
                    let known = reasons.iter().position(|it| *it == reason);
                    let at = known.unwrap_or_else(|| {
                        reasons.push(reason);
                        reasons.len() - 1
                    });
                    format!("({})", at + 1)
                }
                None if cell.failures.is_empty() => "yes".into(),
                None => "**no**".into(),
            };
            let _ = write!(out, " {word} |");
        }
        out.push('\n');
    }
    out.push('\n');
    for (at, reason) in reasons.iter().enumerate() {
        let _ = writeln!(out, "({}) {reason}.  ", at + 1);
    }
    out
}
