//! The project's own commands, run as `cargo xtask COMMAND`.
//!
//! Everything that a clone needs beyond Rust, Node.js and apt is installed from
//! here, and every other program is run from here. Std only: this crate is the
//! first thing that a fresh machine compiles.

mod browser_suite;
mod build_cache;
mod check;
mod command;
mod dependency;
mod dist;
mod failure;
mod fuzz;
mod hosting_suite;
mod module_graph;
mod process;
mod repo;
mod search_bench;
mod server;
mod step;
mod supply_chain;
mod test;
mod tools;

use std::io::Write;
use std::process::ExitCode;

use command::{Command, USAGE};
use failure::Failure;
use repo::Repo;
use tools::{ToolSet, Tools};

fn main() -> ExitCode {
    let command = match Command::parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(why) => {
            eprintln!("{why}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::from(failure.code)
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    let repo = Repo::find()?;
    if command.compiles() {
        build_cache::reuse(&repo)?;
    }
    match command {
        Command::Help => {
            // A reader that has seen enough, like `head`, is no failure.
            let _ = writeln!(std::io::stdout(), "{USAGE}");
            Ok(())
        }
        Command::Serve { port } => server::serve(&repo, port),
        Command::Build(build) => {
            let tools = Tools::install(&repo, ToolSet::Building)?;
            dist::build(&repo, &tools, &build)
        }
        Command::Check => check::check(&repo),
        Command::Test(selection) => test::test(&repo, &selection),
        // This needs no site and no browser.
        Command::Bench { what } => {
            if what.iter().any(|it| it == "search") {
                search_bench::bench(&repo)?;
            }
            browser_suite::bench(&repo, &what)
        }
        Command::Fuzz { minutes } => fuzz::fuzz(&repo, minutes),
        Command::Tools => {
            let tools = Tools::install(&repo, ToolSet::Browsers)?;
            println!("{}", tools.path_line());
            Ok(())
        }
    }
}
