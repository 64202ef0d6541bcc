use thirtyfour::error::WebDriverResult;

use super::finding::Finding;
use super::package;
use crate::browser::Browser;

const PACKAGE: &str = "axe-core-4.14.1";
const SCRIPT: &str = "axe-core/axe.min.js";

/// The rules that are named, or, if none is, all but those that axe itself calls unfinished or out
/// of date. Rules that are off by default, among them those of level AAA, are on.
const RUN: &str = "
    const [named, done] = arguments;
    const unfit = ['experimental', 'deprecated', 'obsolete'];
    const rules = axe.getRules().filter(rule => !rule.tags.some(tag => unfit.includes(tag)));
    const options = {
        resultTypes: ['violations'],
        ...(named.length > 0
            ? { runOnly: { type: 'rule', values: named } }
            : { rules: Object.fromEntries(rules.map(rule => [rule.ruleId, { enabled: true }])) }),
    };
    axe.run(document, options).then(
        result => done(result.violations.flatMap(rule => rule.nodes.map(node =>
            [rule.id, node.html.slice(0, 200), rule.help + ' (' + node.failureSummary + ')']))),
        error => done(String(error)));";

/// The script of axe-core, for where there is no driver to put it into the page.
///
/// # Panics
/// If it is not installed.
pub fn axe_source() -> String {
    let file = package::file(PACKAGE, SCRIPT);
    // It is an expression: what it comes to is of no interest.
    std::fs::read_to_string(file).expect("a script") + "\n; 0"
}

/// What axe-core (Deque, MPL-2.0) finds on the page that `browser` shows.
///
/// # Panics
/// If it cannot run.
pub async fn axe(browser: &Browser) -> Vec<Finding> {
    axe_rules(browser, &[]).await
}

/// The same by the rules of these names alone, which takes a fraction of the time.
///
/// # Panics
/// If it cannot run, or does not know one of them.
pub async fn axe_rules(browser: &Browser, rules: &[&str]) -> Vec<Finding> {
    let found = run_axe(browser, rules).await;
    found.unwrap_or_else(|error| panic!("axe: {error}"))
}

/// The same in a frame, whose page may be replaced meanwhile.
///
/// # Errors
/// The driver's.
pub async fn try_axe(browser: &Browser) -> WebDriverResult<Vec<Finding>> {
    run_axe(browser, &[]).await
}

async fn run_axe(browser: &Browser, rules: &[&str]) -> WebDriverResult<Vec<Finding>> {
    // An element with the id `axe` would be `window.axe` too.
    let there = browser.execute("return !!window.axe?.run", vec![]).await?;
    if there.json().as_bool() != Some(true) {
        package::inject(browser, PACKAGE, SCRIPT, "axe").await?;
    }
    let answer = browser.execute_async(RUN, vec![rules.into()]).await?;
    Ok(Finding::list(answer.json()))
}
