use crate::browser_suite::BrowserSuite;
use crate::check;
use crate::dist::{self, Build};
use crate::failure::Failure;
use crate::hosting_suite::HostingSuite;
use crate::process::run;
use crate::repo::Repo;
use crate::step::step;
use crate::supply_chain;
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
        step("crates, their terms and sources", || {
            supply_chain::deny(repo, &tools)
        })?;
        step("the same site from another path", || {
            supply_chain::reproduce(repo, &tools)
        })?;
        let hosts = step("publisher", || HostingSuite::new(repo, &tools))?;
        step("hosting suite", || hosts.test())?;
        let suite = step("publisher", || BrowserSuite::new(repo, &tools))?;
        step("browser suite", || suite.test())?;
    }
    Ok(())
}
