//! Chromium through chromedriver.

use std::ffi::OsString;

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};

use super::process::{Program, installed};
use super::{BrowserOptions, Start};
use crate::port;

const INSTALL_HELP: &str = "apt-get install chromium chromium-headless-shell chromium-driver";

const CHROMIUM: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
/// The same engine of the same version without windows, settings and what else is around a page:
/// half the processor time.
const SHELL: [&str; 2] = ["chromium-headless-shell", "chrome-headless-shell"];

pub(super) fn start(options: BrowserOptions, desktop: &[(&'static str, OsString)]) -> Start {
    let is_whole = options.is_whole() || !desktop.is_empty();
    let first = if is_whole { &[][..] } else { &SHELL };
    let browser = installed(&[first, &CHROMIUM].concat(), INSTALL_HELP);
    let program = installed(&["chromedriver"], INSTALL_HELP);
    let port = port::free();
    let driver = Program::new(program)
        .args([format!("--port={port}")])
        .envs(desktop)
        .start();
    // Where there is a desktop there is somebody who hears the page.
    let place = if desktop.is_empty() {
        "--headless"
    } else {
        "--force-renderer-accessibility"
    };
    // No sandbox: the suite may run as root, and it opens its own pages only.
    let mut args = vec![
        place,
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--enable-precise-memory-info",
        "--disable-component-update",
        "--disable-sync",
    ];
    if options.wasm_off {
        args.push("--js-flags=--jitless");
    }
    let mut chrome_options = json!({ "binary": browser, "args": args });
    if options.storage_off {
        // The setting that blocks cookies blocks all storage with them.
        chrome_options["prefs"] = json!({ "profile.default_content_setting_values.cookies": 2 });
    }
    let mut capabilities = Capabilities::new();
    let all = [
        ("browserName", json!("chrome")),
        ("pageLoadStrategy", json!("none")),
        ("goog:chromeOptions", chrome_options),
        ("goog:loggingPrefs", json!({ "browser": "ALL" })),
    ];
    for (name, value) in all {
        capabilities.set(name, value).expect("a valid capability");
    }
    Start {
        capabilities,
        driver,
        port,
        screen: None,
    }
}

/// Sets over the DevTools protocol what has no switch on the command line, and takes back what
/// scenarios set.
pub(super) async fn prepare(driver: &WebDriver, options: BrowserOptions) {
    let scheme = if options.dark { "dark" } else { "light" };
    let motion = if options.reduced_motion {
        "reduce"
    } else {
        "no-preference"
    };
    let features = json!([
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": motion },
    ]);
    let line = json!({
        "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
    });
    let all = [
        (
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        ),
        (
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": options.scripts_off }),
        ),
        ("Emulation.clearDeviceMetricsOverride", json!({})),
        (
            "Page.setFontSizes",
            json!({ "fontSizes": { "standard": 16 } }),
        ),
        ("Network.emulateNetworkConditions", line),
    ];
    for (command, parameters) in all {
        let done = driver.cdp().send_raw(command, parameters).await;
        done.unwrap_or_else(|error| panic!("{command}: {error}"));
    }
}
