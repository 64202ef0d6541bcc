use super::finding::Finding;
use super::package;
use crate::browser::Browser;

/// Only certain findings count: the rest are notes for manual review.
const RUN: &str = "
    const done = arguments[0];
    new ace.Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2']).then(
        report => done((report.report ?? report).results
            .filter(result => result.value[0] === 'VIOLATION' && result.value[1] === 'FAIL')
            .map(result => [result.ruleId, result.snippet, result.message + ' ' + result.path.dom])),
        error => done(String(error)));";

/// What IBM's Equal Access engine (Apache-2.0) finds on the page that `browser` shows.
///
/// # Panics
/// If it cannot run.
pub async fn equal_access(browser: &Browser) -> Vec<Finding> {
    if !browser.value::<bool>("!!window.ace?.Checker").await {
        let script = "accessibility-checker-engine/ace-window.js";
        package::inject(
            browser,
            "accessibility-checker-engine-4.0.34",
            script,
            "ace",
        )
        .await
        .unwrap_or_else(|error| panic!("Equal Access does not start: {error}"));
    }
    let answer = browser.execute_async(RUN, vec![]).await;
    let answer = answer.unwrap_or_else(|error| panic!("Equal Access: {error}"));
    Finding::list(answer.json())
}
