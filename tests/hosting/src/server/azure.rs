use std::process::Command;

use super::Setting;
use crate::site::tool;

/// The emulator of Azure Static Web Apps, which says itself that it is not exact.
pub(super) fn command(setting: &Setting<'_>) -> Command {
    let program = "node_modules/@azure/static-web-apps-cli/dist/cli/bin.js";
    let mut swa = Command::new("node");
    swa.arg(tool("azure-static-web-apps-cli").join(program));
    swa.arg("start").arg(setting.root);
    swa.arg("--swa-config-location").arg(setting.deploy);
    swa.args(["--host", "127.0.0.1", "--port", &setting.port.to_string()]);
    swa.current_dir(setting.folder).env("HOME", setting.folder);
    swa
}
