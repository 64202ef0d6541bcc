use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread::available_parallelism;

use crate::dist::{self, Build};
use crate::failure::Failure;
use crate::hosting_suite::HostingSuite;
use crate::process::run;
use crate::repo::Repo;
use crate::step::step;
use crate::test::{FailedTest, TestResults};
use crate::tools::{ToolSet, Tools};

/// The tests and measurements of `tests/browser`, over the site in `dist/`.
pub(crate) struct BrowserSuite<'a> {
    repo: &'a Repo,
    publisher: PathBuf,
    tools: PathBuf,
    path: OsString,
}

/// Which scenarios to run, and where.
pub(crate) struct TestFilter<'a> {
    /// Words of their names, any of them; none for all.
    pub(crate) names: &'a [String],
    /// Names of engines; none for all.
    pub(crate) engines: &'a [String],
}

impl<'a> BrowserSuite<'a> {
    /// `publisher` is the program whose server the browsers visit.
    pub(crate) fn new(repo: &'a Repo, tools: &Tools, publisher: PathBuf) -> Self {
        Self {
            repo,
            publisher,
            tools: tools.folder().to_owned(),
            path: tools.path(),
        }
    }

    /// `cargo SUBCOMMAND` in the suite's workspace, with the paths that it needs in its environment.
    pub(crate) fn cargo(&self, subcommand: &str) -> Command {
        let mut cargo = self.repo.cargo();
        cargo
            .env("LSCB_DIST", self.repo.dist())
            .env("LSCB_BIN", &self.publisher)
            .env("LSCB_TOOLS", &self.tools)
            .env("LSCB_FIGURES", self.repo.figures())
            .env("LSCB_REPORT", self.repo.test_report())
            .env("PATH", &self.path)
            .arg(subcommand)
            .arg("--manifest-path")
            .arg(self.repo.browser_manifest());
        cargo
    }

    /// Compiles what [`BrowserSuite::test`] runs.
    pub(crate) fn compile(&self) -> Result<(), Failure> {
        run(self.cargo("test").arg("--no-run"))
    }

    /// Runs the tests, one more side by side than there are processors: some wait for what takes its
    /// time, as a timeout, while others work.
    pub(crate) fn test(&self, filter: &TestFilter<'_>) -> Command {
        let mut cargo = self.cargo("test");
        let threads = available_parallelism().map_or(2, usize::from) + 1;
        if !filter.engines.is_empty() {
            cargo.env("LSCB_ENGINES", filter.engines.join(","));
        }
        cargo
            .args(["--no-fail-fast", "--"])
            .args(["--test-threads", &threads.to_string()])
            .args(filter.names);
        cargo
    }

    /// Removes the report of the last run.
    pub(crate) fn clear_report(&self) -> Result<(), Failure> {
        let folder = self.repo.test_report();
        fs::remove_dir_all(&folder)
            .or_else(|error| match error.kind() {
                std::io::ErrorKind::NotFound => Ok(()),
                _ => Err(error),
            })
            .and_then(|()| fs::create_dir_all(&folder))
            .map_err(|error| Failure::new(format!("{}: {error}", folder.display())))
    }

    /// The results with the details of the report: a failure for each engine, with where and
    /// why, the folder that has more, and how to see it again.
    pub(crate) fn explain(&self, tests: TestResults) -> Result<TestResults, Failure> {
        let folder = self.repo.test_report();
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
        let mut detailed: Vec<FailedTest> = Vec::new();
        let has_failed = |name: &str| tests.failures.iter().any(|test| test.name == name);
        for line in read("failed.txt").lines() {
            let mut parts = line.split('\t');
            let (Some(name), Some(engine), Some(place)) =
                (parts.next(), parts.next(), parts.next())
            else {
                continue;
            };
            let full_name = format!("{name} [{engine}]");
            // After a restart it may have passed, or failed once more.
            if !has_failed(name) || detailed.iter().any(|test| test.name == full_name) {
                continue;
            }
            let words = read(&format!("{place}/failure.txt"));
            let mut words: Vec<String> = words.lines().map(str::to_owned).collect();
            words.push(format!("more: {}", folder.join(place).display()));
            words.push(format!(
                "again: cargo xtask test browser {name} --engine {}",
                engine.to_lowercase()
            ));
            detailed.push(FailedTest {
                name: full_name,
                words,
            });
        }
        let has_details = |test: &FailedTest| {
            let of = format!("{} [", test.name);
            detailed.iter().any(|other| other.name.starts_with(&of))
        };
        let undetailed = tests.failures.into_iter().filter(|test| !has_details(test));
        let failures = undetailed
            .collect::<Vec<_>>()
            .into_iter()
            .chain(detailed)
            .collect();
        let restarted = read("restarted.txt").lines().map(str::to_owned).collect();
        Ok(TestResults {
            failures,
            restarted,
            ..tests
        })
    }
}

/// Builds the site for publication and measures it.
pub(crate) fn bench(repo: &Repo, what: &[String]) -> Result<(), Failure> {
    let tools = step("tools", || Tools::install(repo, ToolSet::Browsers))?;
    step("release build", || {
        dist::build(repo, &tools, &Build::release())
    })?;
    let publisher = step("publisher", || repo.fast_publisher())?;
    let wants = |topic: &str| what.iter().any(|it| it == topic || it == "all");
    if what.is_empty() || wants("hosting") {
        let hosts = HostingSuite::new(repo, &tools, publisher.clone());
        step("bench, nginx", || hosts.bench())?;
    }
    let suite = BrowserSuite::new(repo, &tools, publisher);
    step("bench", || {
        let mut bench = suite.cargo("run");
        run(bench.args(["--release", "--bin", "bench", "--"]).args(what))
    })
}
