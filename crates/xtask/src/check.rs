//! The checks that need no test to be run.

use std::path::Path;
use std::process::Command;

use crate::dependency;
use crate::failure::Failure;
use crate::fuzz;
use crate::module_graph;
use crate::process::run;
use crate::repo::Repo;
use crate::step::step;
use crate::tools::toolchain;

/// Formatting, dependency rules, lints for both targets, and the content.
pub(crate) fn check(repo: &Repo) -> Result<(), Failure> {
    for (name, work) in STEPS {
        step(name, || work(repo))?;
    }
    Ok(())
}

/// One check of the repository.
type Step = fn(&Repo) -> Result<(), Failure>;

/// The steps by name, cheapest first.
pub(crate) const STEPS: [(&str, Step); 9] = [
    ("formatting", formatting),
    ("dependency rules", dependency::check),
    ("circles between modules", module_graph::check),
    ("clippy", clippy),
    ("clippy, for the browser", clippy_for_the_browser),
    ("clippy, browser suite", clippy_of_browser_suite),
    ("clippy, fuzz targets", clippy_of_fuzz_targets),
    ("documentation", documentation),
    ("content", content),
];

fn formatting(repo: &Repo) -> Result<(), Failure> {
    toolchain::add_linters(repo)?;
    run(repo.cargo().args(["fmt", "--all", "--check"]))?;
    for manifest in [repo.browser_manifest(), fuzz::manifest(repo)] {
        let mut fmt = repo.cargo();
        fmt.args(["fmt", "--all", "--check", "--manifest-path"]);
        run(fmt.arg(manifest))?;
    }
    Ok(())
}

fn clippy(repo: &Repo) -> Result<(), Failure> {
    let args = ["clippy", "--workspace", "--all-targets", "--"];
    run(repo.cargo().args(args).args(DENY))
}

/// Not in the invocation above: `ssr` and `web` must never meet in one.
fn clippy_for_the_browser(repo: &Repo) -> Result<(), Failure> {
    toolchain::add_wasm(repo)?;
    let args = ["clippy", "-p", "lscb", "--no-default-features"];
    let target = ["--features", "web", "--target", toolchain::WASM, "--"];
    run(repo.cargo().args(args).args(target).args(DENY))
}

fn clippy_of_browser_suite(repo: &Repo) -> Result<(), Failure> {
    run(clippy_of(repo, &repo.browser_manifest())
        .arg("--")
        .args(DENY))
}

fn clippy_of_fuzz_targets(repo: &Repo) -> Result<(), Failure> {
    run(
        fuzz::without_fuzzer(repo, &mut clippy_of(repo, &fuzz::manifest(repo)))
            .arg("--")
            .args(DENY),
    )
}

/// Lints of a workspace of its own.
fn clippy_of(repo: &Repo, manifest: &Path) -> Command {
    let mut clippy = repo.cargo();
    clippy
        .args(["clippy", "--all-targets", "--manifest-path"])
        .arg(manifest);
    clippy
}

/// Broken links and other errors in the documentation.
fn documentation(repo: &Repo) -> Result<(), Failure> {
    let mut doc = repo.cargo();
    doc.args(["doc", "--workspace", "--no-deps"]);
    run(doc.env("RUSTDOCFLAGS", DENY.join(" ")))
}

fn content(repo: &Repo) -> Result<(), Failure> {
    let args = ["run", "-p", "lscb-publish", "--", "check"];
    run(repo.cargo().args(args))
}

const DENY: [&str; 2] = ["-D", "warnings"];
