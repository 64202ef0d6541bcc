//! Everything that can be judged without running a test.

use std::process::Command;

use crate::dependency;
use crate::failure::Failure;
use crate::process::run;
use crate::repo::Repo;
use crate::step::step;
use crate::tools::toolchain;

/// Formatting, dependency rules, lints for both targets, and the content.
pub(crate) fn check(repo: &Repo) -> Result<(), Failure> {
    toolchain::add_linters(repo)?;
    toolchain::add_wasm(repo)?;
    let browser = repo.browser_manifest();
    let in_browser_suite = |command: &mut Command| {
        command.arg("--manifest-path").arg(&browser);
    };

    step("formatting", || {
        run(repo.cargo().args(["fmt", "--all", "--check"]))?;
        let mut fmt = repo.cargo();
        fmt.arg("fmt");
        in_browser_suite(&mut fmt);
        run(fmt.args(["--all", "--check"]))
    })?;
    step("dependency rules", || dependency::check(repo))?;
    step("clippy", || {
        let args = ["clippy", "--workspace", "--all-targets", "--"];
        run(repo.cargo().args(args).args(DENY))
    })?;
    // Not in the invocation above: `ssr` and `web` must never meet in one.
    step("clippy, for the browser", || {
        let args = ["clippy", "-p", "lscb", "--no-default-features"];
        let target = ["--features", "web", "--target", toolchain::WASM, "--"];
        run(repo.cargo().args(args).args(target).args(DENY))
    })?;
    step("clippy, browser suite", || {
        let mut clippy = repo.cargo();
        clippy.arg("clippy");
        in_browser_suite(&mut clippy);
        run(clippy.args(["--all-targets", "--"]).args(DENY))
    })?;
    step("content", || {
        run(repo
            .cargo()
            .args(["run", "-p", "lscb-publish", "--", "check"]))
    })
}

const DENY: [&str; 2] = ["-D", "warnings"];
