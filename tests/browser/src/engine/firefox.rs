//! Firefox through geckodriver.

use std::ffi::OsString;
use std::path::PathBuf;

use serde_json::json;
use thirtyfour::Capabilities;

use super::process::{Program, installed};
use super::{BrowserOptions, Start};
use crate::port;

pub(super) fn start(options: BrowserOptions, desktop: &[(&'static str, OsString)]) -> Start {
    let browser = installed(&["firefox-esr", "firefox"], "apt-get install firefox-esr");
    let port = port::free();
    let args = [
        "--port".into(),
        port.to_string(),
        "--log".into(),
        "fatal".into(),
    ];
    let driver = Program::new(geckodriver())
        .args(args)
        .envs(desktop)
        .keep_output()
        .start();
    let place: &[&str] = if desktop.is_empty() {
        &["-headless"]
    } else {
        &[]
    };
    let firefox_options = json!({
        "binary": browser,
        "args": place,
        "prefs": {
            "javascript.enabled": !options.scripts_off,
            "javascript.options.wasm": !options.wasm_off,
            // 2: no site may store anything; 5: the default.
            "network.cookie.cookieBehavior": if options.storage_off { 2 } else { 5 },
            "layout.css.prefers-color-scheme.content-override": if options.dark { 0 } else { 1 },
            "ui.prefersReducedMotion": i32::from(options.reduced_motion),
            "devtools.console.stdout.content": true,
            // Of its own affairs, a tenth of the time: a process for its extensions, and reports.
            "extensions.webextensions.remote": false,
            "extensions.enabledScopes": 0,
            "toolkit.telemetry.enabled": false,
            "datareporting.healthreport.uploadEnabled": false,
            // Of the drawing, done without a graphics card, and of processes for sites to come, a
            // quarter of the time.
            "layout.frame_rate": 20,
            "dom.ipc.processPrelaunch.enabled": false,
        },
    });
    let mut capabilities = Capabilities::new();
    let all = [
        ("browserName", json!("firefox")),
        ("pageLoadStrategy", json!("none")),
        ("moz:firefoxOptions", firefox_options),
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

/// No package of Debian carries a current one: it is built into the folder of tools.
fn geckodriver() -> PathBuf {
    let tools = std::env::var_os("LSCB_TOOLS")
        .map(PathBuf::from)
        .unwrap_or_default();
    let built = tools.join("geckodriver-0.37.1/bin/geckodriver");
    if built.is_file() {
        return built;
    }
    installed(
        &["geckodriver"],
        "set LSCB_TOOLS, or cargo install geckodriver --version 0.37.1 --locked",
    )
}
