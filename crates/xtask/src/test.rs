use crate::browser_suite::BrowserSuite;
use crate::check;
use crate::dist::{self, Build};
use crate::failure::Failure;
use crate::process::run;
use crate::repo::Repo;
use crate::step::step;
use crate::tools::{Tools, Use};

/// Everything that must pass before a change lands, cheapest first.
pub(crate) fn test(repo: &Repo, browsers: bool) -> Result<(), Failure> {
    let needs = if browsers {
        Use::Browsers
    } else {
        Use::Building
    };
    let tools = step("tools", || Tools::install(repo, needs))?;
    check::check(repo)?;
    step("cargo test", || {
        run(repo.cargo().args(["test", "--workspace"]))
    })?;
    step("release build", || {
        dist::build(repo, &tools, &Build::release())
    })?;
    if browsers {
        let suite = step("publisher", || BrowserSuite::new(repo, &tools))?;
        step("browser suite", || run(&mut suite.cargo("test")))?;
    }
    Ok(())
}
