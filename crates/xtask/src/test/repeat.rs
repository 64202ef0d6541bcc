//! Repeated runs of the browser suite, to find flaky tests.

use std::collections::BTreeMap;

use super::libtest;
use super::load::Load;
use super::part::{Part, Selection};
use crate::browser_suite::{BrowserSuite, TestFilter};
use crate::dist::{self, Build};
use crate::failure::Failure;
use crate::repo::Repo;
use crate::step::step;
use crate::tools::{ToolSet, Tools};

pub(super) fn test(repo: &Repo, selection: &Selection) -> Result<(), Failure> {
    selection.browser_only()?;
    let tools = step("tools", || Tools::install(repo, ToolSet::Browsers))?;
    step("release build", || {
        dist::build(repo, &tools, &Build::release())
    })?;
    let publisher = step("publisher", || repo.publisher())?;
    let suite = BrowserSuite::new(repo, &tools, publisher);
    let filter = TestFilter {
        names: selection.filters(Part::Browser),
        engines: &selection.engines,
    };
    step("compile the suite", || suite.compile())?;
    let _load = selection.load.then(Load::start).transpose()?;
    let mut failed: BTreeMap<String, usize> = BTreeMap::new();
    let mut restarted = 0;
    for round in 1..=selection.repeat {
        eprintln!("\n== round {round} of {}", selection.repeat);
        suite.clear_report()?;
        let run = libtest::run(&mut suite.test(&filter))?;
        let run = suite.explain(run)?;
        restarted += run.restarted.len();
        for test in run.failures {
            eprintln!("{}\n   {}", test.name, test.words.join("\n   "));
            *failed.entry(test.name).or_default() += 1;
        }
    }
    println!(
        "\n{restarted} browsers restarted in {} rounds",
        selection.repeat
    );
    if failed.is_empty() {
        println!("no scenario failed in {} rounds", selection.repeat);
        return Ok(());
    }
    for (name, times) in &failed {
        println!("{times} of {}: {name}", selection.repeat);
    }
    let count = failed.len();
    Err(Failure::new(format!(
        "{count} scenarios failed, as listed above"
    )))
}
