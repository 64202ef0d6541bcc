//! Faults of servers, networks and browsers: the reader keeps the page, is told of the fault in one
//! line at most, and every link works as a link.
//!
//! [`table`] has a row for every fault, and names the scenarios that show it; one that no row
//! names does not compile without a warning. They run in every engine in which the fault can be
//! injected, one after another, and then the table is printed. The harness is ours, because
//! that of Rust does not tell afterwards how its tests went.

mod report;
mod row;
mod support;
mod table;

mod addresses;
mod bundle;
mod clock;
mod damage;
mod deploy;
mod history;
mod loader;
mod names;
mod old_browser;
mod panic;
mod poisoned;
mod portal;
mod proxy;
mod release;
mod requests;
mod scripts_off;
mod slow;
mod storage;
mod tamper;
mod wasm_off;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::{Arc, PoisonError};

use libtest_mimic::{Arguments, Trial};
use lscb_browser::engine::Engine;
use lscb_browser::report::name as report_as;
use lscb_browser::runner::{caught, in_engine, is_chosen};

use crate::report::Outcomes;
use crate::row::{Run, Scenario};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let outcomes = Arc::new(Outcomes::default());
    let mut trials = vec![
        Trial::test("table", || Ok(report::check_table(&table::rows())?)),
        Trial::test("document", || Ok(report::check_document(&table::rows())?)),
    ];
    // A scenario may stand in several rows. Those that want the same settings follow one another.
    let scenarios = table::rows().into_iter().flat_map(|row| row.shown);
    let scenarios: BTreeMap<_, _> = scenarios
        .map(|it| {
            let options = match it.run {
                Run::InBrowser(options, _) => Some(options),
                Run::Natively(_) => None,
            };
            ((options, it.name), it)
        })
        .collect();
    for (_, scenario) in scenarios {
        let outcomes = Arc::clone(&outcomes);
        let name = scenario.name;
        let run = move || Ok(tried(&scenario, &outcomes)?);
        trials.push(Trial::test(name, run));
    }
    let is_list = arguments.list;
    let conclusion = libtest_mimic::run(&arguments, trials);
    if !is_list {
        print!("{}", report::printed(&table::rows(), &outcomes));
    }
    conclusion.exit_code()
}

/// Runs a scenario in each engine, and notes how it went.
fn tried(scenario: &Scenario, outcomes: &Outcomes) -> Result<(), String> {
    report_as(scenario.name);
    let mut failures = Vec::new();
    let mut note = |engine: Option<Engine>, outcome: Result<(), String>| {
        let mut outcomes = outcomes.lock().unwrap_or_else(PoisonError::into_inner);
        outcomes.insert((scenario.name, engine), outcome.is_ok());
        if let Err(failure) = outcome {
            let place = engine.map_or("no browser".into(), |engine| engine.to_string());
            failures.push(format!("[{place}] {failure}"));
        }
    };
    match scenario.run {
        Run::Natively(run) => note(None, caught(run())),
        Run::InBrowser(options, run) => {
            let engines = Engine::ALL.into_iter();
            for engine in engines.filter(|it| scenario.is_in(*it) && is_chosen(*it)) {
                note(
                    Some(engine),
                    in_engine(engine, options, async |browser| run(browser).await),
                );
            }
        }
    }
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures.join("\n"))
    }
}
