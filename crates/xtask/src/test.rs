//! `cargo xtask test`: every part in turn, cheapest first, and a summary of all that failed.

mod libtest;
mod load;
mod part;
mod record;
mod repeat;
mod summary;

use std::fs;
use std::process::Command;
use std::thread;

pub(crate) use self::libtest::{FailedTest, TestResults};
pub(crate) use self::part::{Part, Selection};
use self::summary::Summary;
use crate::browser_suite::{BrowserSuite, TestFilter};
use crate::check;
use crate::dist::{self, Build};
use crate::failure::Failure;
use crate::hosting_suite::HostingSuite;
use crate::process;
use crate::repo::Repo;
use crate::supply_chain;
use crate::tools::{ToolSet, Tools};

/// Runs what is selected. Whatever can run after a failure does, so that one run names all
/// failures.
pub(crate) fn test(repo: &Repo, selection: &Selection) -> Result<(), Failure> {
    if selection.repeat > 1 || selection.load {
        return repeat::test(repo, selection);
    }
    let before = clean_commit(repo);
    let mut summary = Summary::default();
    run(repo, selection, &mut summary)?;
    summary.left_out(selection);
    let report = repo.test_report();
    print!("{}", summary.text(&report));
    let failed = summary.failed();
    if failed > 0 {
        return Err(Failure::new(format!("{failed} failed, as listed above")));
    }
    if selection.is_whole()
        && let Some(commit) = before
        && clean_commit(repo).as_ref() == Some(&commit)
    {
        let file = repo.target().join("tested");
        fs::write(&file, commit)
            .map_err(|error| Failure::new(format!("{}: {error}", file.display())))?;
    }
    // This changes the tree.
    match &selection.record {
        Some(name) => record::write(repo, name, &summary),
        None => Ok(()),
    }
}

/// The commit that is checked out, if nothing in the working tree differs from it.
fn clean_commit(repo: &Repo) -> Option<String> {
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        process::read(git.current_dir(repo.root()).args(args)).ok()
    };
    let is_clean = git(&["status", "--porcelain"])?.is_empty();
    is_clean.then(|| git(&["rev-parse", "HEAD"])).flatten()
}

fn run(repo: &Repo, selection: &Selection, summary: &mut Summary) -> Result<(), Failure> {
    let has = |part| selection.has(part);
    let needs = if Part::WITH_BROWSERS.into_iter().any(has) {
        ToolSet::Browsers
    } else {
        ToolSet::Building
    };
    // Nothing else can be done without them.
    let tools = summary.step("tools", || Tools::install(repo, needs))?;
    if has(Part::Check) {
        for (name, step) in check::STEPS {
            summary.step(name, || step(repo)).ok();
        }
    }
    if has(Part::Native) || has(Part::Site) {
        summary.tests("cargo test", || {
            let mut cargo = repo.cargo();
            cargo.args(["test", "--workspace", "--no-fail-fast"]);
            if !has(Part::Native) {
                cargo.args(["--test", "site"]);
            }
            cargo.arg("--").args(selection.filters(Part::Site));
            libtest::run(&mut cargo)
        });
    }
    let is_built = Part::OF_SITE.into_iter().any(has)
        && summary
            .step("release build", || {
                dist::build(repo, &tools, &Build::release())
            })
            .is_ok();
    if !is_built {
        return Ok(());
    }
    if has(Part::SupplyChain) {
        summary
            .step("crates, their terms and sources", || {
                supply_chain::deny(repo, &tools)
            })
            .ok();
    }
    let Ok(publisher) = summary.step("publisher", || repo.publisher()) else {
        return Ok(());
    };
    thread::scope(|scope| {
        // It has one thread most of the time: 61 seconds for both, 80 one after the other.
        let second_build =
            has(Part::SupplyChain).then(|| scope.spawn(|| supply_chain::reproduce(repo, &tools)));
        if has(Part::Hosting) {
            let suite = HostingSuite::new(repo, &tools, publisher.clone());
            summary.tests("hosting suite", || {
                libtest::run(&mut suite.test(selection.filters(Part::Hosting)))
            });
        }
        if let Some(build) = second_build {
            let joined = || build.join().expect("a build that does not panic");
            summary.step("the same site from another path", joined).ok();
        }
    });
    if has(Part::Browser) {
        let suite = BrowserSuite::new(repo, &tools, publisher);
        let filter = TestFilter {
            names: selection.filters(Part::Browser),
            engines: &selection.engines,
        };
        summary.tests("browser suite", || {
            suite.clear_report()?;
            let run = libtest::run(&mut suite.test(&filter))?;
            suite.explain(run)
        });
    }
    Ok(())
}
