//! What checking, building and compressing a site cost.

use std::path::Path;
use std::process::Command;

use super::cost::Cost;
use super::generated::{self, Scale};
use super::report::Report;
use super::shell;
use super::subject::{Scratch, Subject};
use super::table::{Cell, Table};

/// The generated sites: the sizes at which other generators were measured.
const SCALES: [Scale; 2] = [
    Scale { pages: 1_000, bytes: 5_300_000 },
    Scale { pages: 10_000, bytes: 69_000_000 },
];
/// Compressing more pages than this takes minutes, and the time grows with the pages.
const COMPRESSED: usize = 1_000;

/// Measures the repository's own content and the generated ones.
///
/// # Panics
/// If the publisher fails.
pub fn measure(subject: &Subject) -> Report {
    let mut report = Report::new("build");
    let mut table = Table::new(
        "Building: seconds by the clock, CPU seconds (user and system), peak memory in MB",
        &[
            "site", "Markdown MB", "check s", "CPU s", "MB", "build s", "CPU s ", "MB ", "output MB", "compress s",
            "CPU s  ", "MB  ",
        ],
    );
    let scratch = Scratch::new("build");
    let shell = scratch.path().join("shell");
    std::fs::create_dir(&shell).expect("a folder");
    shell::write(&shell);
    let publisher = Publisher { subject, shell: &shell };

    let (_, own) = extent(&subject.content);
    table.add(publisher.row("the repository's content", &subject.content, own, 5, true));
    for scale in SCALES {
        let content = Scratch::new(&format!("content-{}", scale.pages));
        let bytes = generated::write(content.path(), scale);
        let small = scale.pages <= COMPRESSED;
        let rounds = if small { 3 } else { 1 };
        let name = format!("{} generated pages", scale.pages);
        table.add(publisher.row(&name, content.path(), bytes as u64, rounds, small));
    }
    report.add(table);
    report.note("build: `lscb build --no-compress`, that is checking, drawing, bundling and writing. compress: what `lscb build` takes beyond it; its memory is that of the whole. Medians of 5 runs, 3 for 1,000 pages; 10,000 pages once and not compressed.");
    report.note("Target: 10,000 pages built in under 10 CPU s and 500 MB.");
    report
}

struct Publisher<'a> {
    subject: &'a Subject,
    shell: &'a Path,
}

impl Publisher<'_> {
    fn row(&self, name: &str, content: &Path, bytes: u64, rounds: usize, compressed: bool) -> Vec<Cell> {
        let out = Scratch::new("out");
        let out = out.path().join("site");
        let check = Cost::median_of(rounds, || self.command("check", content));
        let build = |arguments: &[&str]| {
            let mut command = self.command("build", content);
            command.arg("--shell").arg(self.shell).arg("--out").arg(&out).args(arguments);
            command
        };
        let plain = Cost::median_of(rounds, || build(&["--no-compress"]));
        let (_, written) = extent(&out);
        let mut row = vec![name.into(), megabytes(bytes)];
        row.extend(cells(check));
        row.extend(cells(plain));
        row.push(megabytes(written));
        row.extend(if compressed {
            let whole = Cost::of(&mut build(&[]));
            let only = Cost {
                wall: (whole.wall - plain.wall).max(0.0),
                cpu: (whole.cpu - plain.cpu).max(0.0),
                peak: whole.peak,
            };
            cells(only)
        } else {
            [Cell::Nothing, Cell::Nothing, Cell::Nothing]
        });
        row
    }

    fn command(&self, name: &str, content: &Path) -> Command {
        let mut command = Command::new(&self.subject.publisher);
        command.arg(name).arg("--content").arg(content);
        command
    }
}

fn cells(cost: Cost) -> [Cell; 3] {
    [Cell::Number(cost.wall, 2), Cell::Number(cost.cpu, 2), Cell::Number(cost.peak, 0)]
}

fn megabytes(bytes: u64) -> Cell {
    Cell::Number(bytes as f64 / 1e6, 2)
}

/// The number of files in a folder, and their bytes.
fn extent(folder: &Path) -> (usize, u64) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut total = (0, 0);
    for entry in entries.map(|entry| entry.expect("an entry")) {
        let metadata = entry.metadata().expect("a file's size");
        let (files, bytes) = if metadata.is_dir() { extent(&entry.path()) } else { (1, metadata.len()) };
        total = (total.0 + files, total.1 + bytes);
    }
    total
}
