use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::dist::{self, Build};
use crate::failure::Failure;
use crate::hosting_suite::HostingSuite;
use crate::process::run;
use crate::repo::Repo;
use crate::step::step;
use crate::tools::{Tools, Use};

/// The tests and measurements of `tests/browser`, over the site in `dist/`.
pub(crate) struct BrowserSuite<'a> {
    repo: &'a Repo,
    publisher: PathBuf,
    tools: PathBuf,
    path: OsString,
}

impl<'a> BrowserSuite<'a> {
    /// Compiles the publisher, whose server the browsers visit.
    pub(crate) fn new(repo: &'a Repo, tools: &Tools) -> Result<Self, Failure> {
        Ok(Self {
            repo,
            publisher: repo.publisher()?,
            tools: tools.folder().to_owned(),
            path: tools.path(),
        })
    }

    /// `cargo SUBCOMMAND` in the suite's workspace, told where everything is.
    pub(crate) fn cargo(&self, subcommand: &str) -> Command {
        let mut cargo = self.repo.cargo();
        cargo
            .env("LSCB_DIST", self.repo.dist())
            .env("LSCB_BIN", &self.publisher)
            .env("LSCB_TOOLS", &self.tools)
            .env("LSCB_FIGURES", self.repo.figures())
            .env("PATH", &self.path)
            .arg(subcommand)
            .arg("--manifest-path")
            .arg(self.repo.browser_manifest());
        cargo
    }

    /// Runs every test, and says which scenarios passed at the second attempt only.
    pub(crate) fn test(&self) -> Result<(), Failure> {
        let unsteady = self.repo.figures().join("second-attempts.txt");
        fs::remove_file(&unsteady).ok();
        let done = run(self.cargo("test").arg("--no-fail-fast"));
        if let Ok(lines) = fs::read_to_string(&unsteady) {
            println!("Passed at the second attempt only:\n{lines}");
        }
        done
    }
}

/// Builds the site for publication and measures it.
pub(crate) fn bench(repo: &Repo, what: &[String]) -> Result<(), Failure> {
    let tools = step("tools", || Tools::install(repo, Use::Browsers))?;
    step("release build", || {
        dist::build(repo, &tools, &Build::release())
    })?;
    let wants = |topic: &str| what.iter().any(|it| it == topic || it == "all");
    if what.is_empty() || wants("hosting") {
        let hosts = step("publisher", || HostingSuite::new(repo, &tools))?;
        step("bench, nginx", || hosts.bench())?;
    }
    let suite = step("publisher", || BrowserSuite::new(repo, &tools))?;
    step("bench", || {
        let mut bench = suite.cargo("run");
        run(bench.args(["--release", "--bin", "bench", "--"]).args(what))
    })
}
