use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::engine::process::{Process, Program, installed};
use crate::engine::{TIMEOUT, xvfb};

/// The Debian packages that a screen reader needs.
pub(super) const INSTALL_HELP: &str = "apt-get install orca at-spi2-core openbox xdotool \
     python3-pyatspi xvfb dbus-x11";

/// A display, a window manager and a message bus of their own, apart from the desktop of the user
/// who runs the suite.
pub(super) struct Desktop {
    home: PathBuf,
    variables: Vec<(&'static str, OsString)>,
    // In the order in which they end.
    _windows: Process,
    _bus: Process,
    _screen: Process,
}

impl Desktop {
    pub(super) async fn start() -> Self {
        let (screen, display) = xvfb::start(1400, 1400);
        let bus = Program::new(installed(&["dbus-daemon"], INSTALL_HELP)).args([
            "--session",
            "--nofork",
            "--nopidfile",
            "--print-address=1",
        ]);
        let home = bus.scratch().to_owned();
        let private = fs::Permissions::from_mode(0o700);
        fs::set_permissions(&home, private).expect("a folder of our own");
        let mut variables: Vec<(&str, OsString)> = vec![("DISPLAY", display.into())];
        for name in [
            "HOME",
            "XDG_RUNTIME_DIR",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_CACHE_HOME",
        ] {
            variables.push((name, home.clone().into()));
        }
        // The bus starts others on demand, and they have its variables.
        let (bus, output) = bus.envs(&variables).start_and_listen();
        let mut address = String::new();
        BufReader::new(output)
            .read_line(&mut address)
            .expect("the bus names its address");
        variables.push(("DBUS_SESSION_BUS_ADDRESS", address.trim().into()));

        // Without one no window is ever active, and Orca follows the active window.
        let ready = home.join("ready");
        let windows = Program::new(installed(&["openbox"], INSTALL_HELP))
            .args(["--startup", &format!("touch {}", ready.display())])
            .envs(&variables)
            .start();
        await_that("a manager of windows", || ready.exists()).await;
        Self {
            home,
            variables,
            _windows: windows,
            _bus: bus,
            _screen: screen,
        }
    }

    /// Where programs keep their things.
    pub(super) fn home(&self) -> &Path {
        &self.home
    }

    /// The variables that lead to it.
    pub(super) fn variables(&self) -> &[(&'static str, OsString)] {
        &self.variables
    }

    /// Presses a key in the active window.
    pub(super) fn press(&self, key: &str) {
        let mut xdotool = Command::new(installed(&["xdotool"], INSTALL_HELP));
        let variables = self.variables.iter().map(|(name, value)| (name, value));
        let pressed = xdotool.envs(variables).args(["key", key]).status();
        assert!(
            pressed.is_ok_and(|status| status.success()),
            "the key {key}"
        );
    }
}

/// Waits until something outside of a browser is there.
pub(super) async fn await_that(what: &str, holds: impl Fn() -> bool) {
    let started = Instant::now();
    while !holds() {
        assert!(started.elapsed() < TIMEOUT, "there is no {what}");
        tokio::time::sleep(Duration::from_millis(15)).await;
    }
}
