use super::finding::Finding;
use super::package;
use crate::browser::Browser;

/// All rules but those that axe itself calls unfinished or out of date. Rules that are off
/// by default, among them those of level AAA, are on.
const RUN: &str = "
    const done = arguments[0];
    const unfit = ['experimental', 'deprecated', 'obsolete'];
    const rules = axe.getRules().filter(rule => !rule.tags.some(tag => unfit.includes(tag)));
    const options = {
        resultTypes: ['violations'],
        rules: Object.fromEntries(rules.map(rule => [rule.ruleId, { enabled: true }])),
    };
    axe.run(document, options).then(
        result => done(result.violations.flatMap(rule => rule.nodes.map(node =>
            [rule.id, node.html.slice(0, 200), rule.help + ' (' + node.failureSummary + ')']))),
        error => done(String(error)));";

/// What axe-core (Deque, MPL-2.0) finds on the page that `browser` shows.
///
/// # Panics
/// If it cannot run.
pub async fn axe(browser: &Browser) -> Vec<Finding> {
    // An element with the id `axe` would be `window.axe` too.
    if !browser.value::<bool>("!!window.axe?.run").await {
        package::inject(browser, "axe-core-4.14.1", "axe-core/axe.min.js", "axe").await;
    }
    let answer = browser.execute_async(RUN, vec![]).await;
    let answer = answer.unwrap_or_else(|error| panic!("axe: {error}"));
    Finding::list(answer.json())
}
