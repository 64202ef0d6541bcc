//! Firefox through geckodriver.

use std::ffi::OsString;
use std::path::PathBuf;

use reqwest::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{Capabilities, RequestData, SessionId, WebDriver};

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
        // `prepare` sets preferences.
        "--allow-system-access".into(),
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
            "javascript.options.wasm": !options.wasm_off,
            // 2: no site may store anything; 5: the default.
            "network.cookie.cookieBehavior": if options.storage_off { 2 } else { 5 },
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

/// Sets what Firefox takes while it runs: a start takes five seconds.
pub(super) async fn prepare(driver: &WebDriver, options: BrowserOptions) {
    let script = "
        const [isScripted, scheme, motion] = arguments;
        Services.prefs.setBoolPref('javascript.enabled', isScripted);
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', scheme);
        Services.prefs.setIntPref('ui.prefersReducedMotion', motion);";
    let scheme = if options.dark { 0 } else { 1 };
    let motion = i32::from(options.reduced_motion);
    let arguments = json!([!options.scripts_off, scheme, motion]);
    let all = [
        Request("moz/context", json!({ "context": "chrome" })),
        Request(
            "execute/sync",
            json!({ "script": script, "args": arguments }),
        ),
        Request("moz/context", json!({ "context": "content" })),
    ];
    for request in all {
        let done = driver.cmd(request).await;
        done.unwrap_or_else(|error| panic!("Firefox does not take a preference: {error}"));
    }
}

/// A command to geckodriver that its client does not know: where it is sent, and its parameters.
#[derive(Debug)]
struct Request(&'static str, Value);

impl FormatRequestData for Request {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Self(command, parameters) = self;
        RequestData::new(Method::POST, format!("/session/{session}/{command}"))
            .add_body(parameters.clone())
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
