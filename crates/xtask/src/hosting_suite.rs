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
    /// Compiles the publisher, which writes the servers' configuration.
    pub(crate) fn new(repo: &'a Repo, tools: &'a Tools) -> Result<Self, Failure> {
        Ok(Self {
            repo,
            tools,
            publisher: repo.publisher()?,
        })
    }

    /// Every server, every probe, and the Observatory.
    pub(crate) fn test(&self) -> Result<(), Failure> {
        run(self.cargo().args(["test", "-p", "lscb-hosting"]).args([
            "--test",
            "hosts",
            "--test",
            "observatory",
        ]))
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
