use std::process::Command;

use super::{Setting, embedders};
use crate::site::variable;

pub(super) fn command(setting: &Setting<'_>) -> Command {
    let mut lscb = Command::new(variable("LSCB_BIN"));
    lscb.arg("serve").arg("--dist").arg(&setting.site.dist);
    lscb.args(["--base", setting.base, "--port", &setting.port.to_string()]);
    lscb.args(embedders(&setting.site.policy.profile));
    lscb
}
