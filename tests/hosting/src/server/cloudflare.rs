use std::process::Command;

use super::Setting;
use crate::site::tool;

/// A day that the emulator of this version knows.
const DAY: &str = "2026-04-01";

/// The emulator of Cloudflare Pages, on the runtime that Cloudflare itself uses.
pub(super) fn command(setting: &Setting<'_>) -> Command {
    let mut wrangler = Command::new("node");
    wrangler.arg(tool("wrangler").join("node_modules/wrangler/bin/wrangler.js"));
    wrangler.args(["pages", "dev"]).arg(setting.root);
    wrangler.args(["--ip", "127.0.0.1", "--port", &setting.port.to_string()]);
    wrangler.args(["--compatibility-date", DAY]);
    // It writes into the folder it is started in, and below its home.
    wrangler
        .current_dir(setting.folder)
        .env("HOME", setting.folder);
    wrangler
        .env("CI", "true")
        .env("WRANGLER_SEND_METRICS", "false");
    wrangler
}
