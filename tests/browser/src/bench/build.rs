//! Time and memory of checking, building and compressing a site.

use std::path::Path;
use std::process::Command;

use super::app_folder;
use super::cost::Cost;
use super::generated;
use super::report::Report;
use super::subject::Subject;
use super::table::{Cell, Table};
use crate::scratch::Scratch;

/// Compressing more pages than this takes minutes, and the time grows with the pages.
const COMPRESSED: usize = 1_000;

/// Measures the repository's own content and the generated ones.
///
/// # Panics
/// If the publisher fails.
pub fn measure(subject: &Subject) -> Report {
    let mut report = Report::new("build");
    let figures = ["s", "user", "sys", "MB"];
    let columns =
        ["check", "build", "compress"].map(|part| figures.map(|it| format!("{part} {it}")));
    let mut columns: Vec<&str> = columns.iter().flatten().map(String::as_str).collect();
    columns.splice(..0, ["site", "Markdown MB", "output MB"]);
    let title =
        "Building: seconds by the clock, CPU seconds in the program and in the kernel, peak memory";
    let mut table = Table::new(title, &columns);
    let scratch = Scratch::new("build");
    let app = scratch.path().join("app");
    std::fs::create_dir(&app).expect("a folder");
    app_folder::write(&app);
    let publisher = Publisher { subject, app: &app };

    let own = bytes_in(&subject.content);
    let effort = subject.effort;
    table.add(publisher.row(
        "the repository's content",
        &subject.content,
        own,
        effort.rounds(5),
        true,
    ));
    for &scale in subject.effort.scales() {
        let content = Scratch::new(&format!("content-{}", scale.pages));
        let bytes = generated::write(content.path(), scale);
        let small = scale.pages <= COMPRESSED;
        let rounds = effort.rounds(if small { 3 } else { 1 });
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
    app: &'a Path,
}

impl Publisher<'_> {
    fn row(
        &self,
        name: &str,
        content: &Path,
        bytes: u64,
        rounds: usize,
        compressed: bool,
    ) -> Vec<Cell> {
        let check = Cost::median_of(rounds, || self.command("check", content));
        // A new folder each time: to write again what was just removed is dear in ext4.
        let out = Scratch::new("out");
        let mut run = 0;
        let mut build = |arguments: &[&str]| {
            run += 1;
            let mut command = self.command("build", content);
            command.arg("--app").arg(self.app).args(arguments);
            command.arg("--out").arg(out.path().join(run.to_string()));
            command
        };
        let plain = Cost::median_of(rounds, || build(&["--no-compress"]));
        let whole = compressed.then(|| Cost::of(&mut build(&[])));
        let written = bytes_in(&out.path().join("1"));

        let mut row = vec![name.into(), megabytes(bytes), megabytes(written)];
        row.extend(cells(Some(check)));
        row.extend(cells(Some(plain)));
        row.extend(cells(whole.map(|whole| whole.beyond(&plain))));
        row
    }

    fn command(&self, name: &str, content: &Path) -> Command {
        let mut command = Command::new(&self.subject.publisher);
        command.arg(name).arg("--content").arg(content);
        command
    }
}

fn cells(cost: Option<Cost>) -> [Cell; 4] {
    let Some(Cost {
        wall,
        user,
        system,
        peak,
    }) = cost
    else {
        return [const { Cell::Nothing }; 4];
    };
    let seconds = |it| Cell::Number(it, 3);
    [
        seconds(wall),
        seconds(user),
        seconds(system),
        Cell::Number(peak, 0),
    ]
}

fn megabytes(bytes: u64) -> Cell {
    Cell::Number(bytes as f64 / 1e6, 2)
}

/// The bytes of all files in a folder.
fn bytes_in(folder: &Path) -> u64 {
    let entries =
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let sizes = entries.map(|entry| {
        let entry = entry.expect("an entry");
        let metadata = entry.metadata().expect("a file's size");
        if metadata.is_dir() {
            bytes_in(&entry.path())
        } else {
            metadata.len()
        }
    });
    sizes.sum()
}
