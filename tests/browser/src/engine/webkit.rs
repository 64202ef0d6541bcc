//! WebKitGTK's MiniBrowser through WebKitWebDriver.

use std::fs;
use std::path::PathBuf;

use serde_json::json;
use thirtyfour::Capabilities;

use super::process::{Program, installed};
use super::{BrowserOptions, HEIGHT, Start, xvfb};
use crate::port;

const INSTALL_HELP: &str = "apt-get install webkit2gtk-driver";

pub(super) async fn start(options: BrowserOptions) -> Start {
    let program = installed(&["WebKitWebDriver"], INSTALL_HELP);
    let port = port::free();
    let (screen, display) = xvfb::start(options.width.max(1400), HEIGHT + 376);
    let program = Program::new(program).args([format!("--port={port}")]);
    let settings = program.scratch().join("gtk-3.0");
    fs::create_dir_all(&settings).expect("a folder for settings");
    let animations = u8::from(!options.reduced_motion);
    let text = format!("[Settings]\ngtk-enable-animations={animations}\n");
    fs::write(settings.join("settings.ini"), text).expect("settings");
    let scratch = program.scratch().to_owned();
    let driver = program
        .env("DISPLAY", display)
        .env("GDK_BACKEND", "x11")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        // There is no graphics card: layers that are drawn in software cost a third of the time.
        .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("NO_AT_BRIDGE", "1")
        .env("XDG_CONFIG_HOME", &scratch)
        .env("XDG_RUNTIME_DIR", &scratch)
        // Options of JavaScriptCore (Source/JavaScriptCore/runtime/OptionsList.h). The second is its
        // baseline compiler for WebAssembly: in WebKitGTK 2.50.6 it mixes up the variables of a large
        // function about once in some thousands of pages, and the app stops (4 of 24,700; without it 0 of
        // 7,300). What readers have then is tested in `faults/panic.rs`.
        .env(
            "JSC_useWasm",
            if options.wasm_off { "false" } else { "true" },
        )
        .env("JSC_useBBQJIT", "false")
        .start();
    let mut args = vec!["--automation"];
    if options.dark {
        args.push("--dark-mode");
    }
    if options.scripts_off {
        // The page's scripts are dropped while it is parsed; the driver's own still run.
        args.push("--enable-javascript-markup=false");
    }
    let mut capabilities = Capabilities::new();
    let all = [
        ("browserName", json!("MiniBrowser")),
        ("pageLoadStrategy", json!("none")),
        (
            "webkitgtk:browserOptions",
            json!({ "binary": mini_browser(), "args": args }),
        ),
    ];
    for (name, value) in all {
        capabilities.set(name, value).expect("a valid capability");
    }
    Start {
        capabilities,
        driver,
        port,
        screen: Some(screen),
    }
}

/// It is not on the path, and its folder names the machine.
fn mini_browser() -> PathBuf {
    let folders = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let mut places = folders.map(|folder| folder.path().join("webkit2gtk-4.1/MiniBrowser"));
    places
        .find(|place| place.is_file())
        .unwrap_or_else(|| panic!("MiniBrowser is not installed: {INSTALL_HELP}"))
}
