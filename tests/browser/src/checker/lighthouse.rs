use std::process::Stdio;

use serde_json::Value;
use tokio::process::Command;

use super::finding::Finding;
use super::package;
use crate::browser::Browser;

const SCRIPT: &str = include_str!("lighthouse.mjs");

/// What keeps `urls` from full marks for accessibility, best practices and search engines
/// in Lighthouse (Google, Apache-2.0), which drives the Chromium of `browser`.
///
/// # Panics
/// If it cannot run.
pub async fn lighthouse(browser: &Browser, urls: &[String]) -> Vec<Finding> {
    let module = package::file("lighthouse-13.5.0", "lighthouse/core/index.js");
    let machine = if cfg!(target_arch = "aarch64") {
        "arm64"
    } else {
        "x64"
    };
    let node = package::file(
        &format!("node-linux-{machine}-22.23.3"),
        &format!("node-linux-{machine}/bin/node"),
    );
    let run = Command::new(node)
        .args(["--input-type=module", "-e", SCRIPT, "--"])
        .arg(module)
        .arg(debugging_port(browser).await)
        .args(urls)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output();
    let output = run.await.expect("Node.js starts");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        let words = String::from_utf8_lossy(&output.stderr);
        panic!("Lighthouse failed: {error}\n{words}")
    });
    Finding::list(&answer)
}

/// Where the browser listens to tools of developers.
async fn debugging_port(browser: &Browser) -> String {
    let capabilities = browser.capabilities();
    let address = capabilities
        .get("goog:chromeOptions")
        .and_then(|options| options["debuggerAddress"].as_str());
    let port = address.and_then(|address| address.rsplit(':').next());
    port.expect("Chromium listens on a port").to_owned()
}
