use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::process::run;
use crate::repo::Repo;
use crate::tools::Tools;

/// The tests and measurements of `tests/hosting`, over the site in `dist/`.
pub(crate) struct HostingSuite<'a> {
    repo: &'a Repo,
    tools: &'a Tools,
    publisher: PathBuf,
}

impl<'a> HostingSuite<'a> {
    /// `publisher` is the program that writes the servers' configuration.
    pub(crate) fn new(repo: &'a Repo, tools: &'a Tools, publisher: PathBuf) -> Self {
        Self {
            repo,
            tools,
            publisher,
        }
    }

    /// Every server, every probe, and the Observatory.
    pub(crate) fn test(&self, filters: &[String]) -> Command {
        let mut cargo = self.cargo();
        cargo
            // The whole workspace, so that nothing is compiled with other features than before.
            .args(["test", "--workspace", "--no-fail-fast"])
            .args(["--test", "hosts", "--test", "observatory", "--"])
            .args(filters);
        cargo
    }

    /// How many requests nginx answers.
    pub(crate) fn bench(&self) -> Result<(), Failure> {
        run(self
            .cargo()
            .args(["run", "--release", "-p", "lscb-hosting", "--bin", "load"]))
    }

    fn cargo(&self) -> Command {
        let mut cargo = self.repo.cargo();
        cargo
            .env("LSCB_DIST", self.repo.dist())
            .env("LSCB_BIN", &self.publisher)
            .env("LSCB_TOOLS", self.tools.folder());
        cargo
    }
}
