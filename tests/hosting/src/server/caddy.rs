use std::fs;
use std::process::Command;

use super::Setting;
use crate::site::tool;

pub(super) fn command(setting: &Setting<'_>) -> Command {
    let written = fs::read_to_string(setting.deploy.join("Caddyfile")).expect("a Caddyfile");
    // The test opens no port to the world, and Caddy's own remote control is not needed.
    let site = format!("http://:{}", setting.port);
    assert!(written.contains(&site), "{written}");
    let written = written.replace(&site, &format!("http://127.0.0.1:{}", setting.port));
    let config = format!("{{\n  admin off\n  auto_https off\n}}\n{written}");
    let file = setting.folder.join("Caddyfile");
    fs::write(&file, config).expect("a configuration");
    let mut caddy = Command::new(tool("caddy").join("usr/bin/caddy"));
    caddy
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(file);
    // It writes below its home.
    caddy
        .env("HOME", setting.folder)
        .env("XDG_DATA_HOME", setting.folder);
    caddy
}
