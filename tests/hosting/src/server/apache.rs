use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use super::{Setting, libraries};
use crate::site::tool;

/// What a shared host has: a server that reads `.htaccess`, and its usual modules.
const MODULES: [&str; 12] = [
    "mpm_event",
    "authz_core",
    "alias",
    "autoindex",
    "deflate",
    "dir",
    "env",
    "filter",
    "headers",
    "mime",
    "rewrite",
    "setenvif",
];

pub(super) fn command(setting: &Setting<'_>) -> Command {
    let home = tool("apache2");
    let (folder, root) = (setting.folder.display(), setting.root.display());
    // At another path than the host's root, the file says what to write.
    let htaccess = setting
        .root
        .join(setting.base.trim_matches('/'))
        .join(".htaccess");
    let text = fs::read_to_string(setting.deploy.join(".htaccess")).expect(".htaccess");
    let at_base = text.replace("/404.html\n", &format!("{}404.html\n", setting.base));
    fs::write(htaccess, at_base).expect(".htaccess");
    let mut config = format!(
        "ServerName localhost\nListen 127.0.0.1:{}\nPidFile {folder}/httpd.pid\n\
         ErrorLog {folder}/log\nDocumentRoot {root}\nServerTokens Prod\n",
        setting.port
    );
    for module in MODULES {
        let path = home.join(format!("usr/lib/apache2/modules/mod_{module}.so"));
        let _ = writeln!(config, "LoadModule {module}_module {}", path.display());
    }
    let _ = write!(
        config,
        "TypesConfig /dev/null\nAddType application/x-gzip .gz\n\
         AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json\n\
         <Directory {root}>\n  AllowOverride All\n  Require all granted\n</Directory>\n"
    );
    let file = setting.folder.join("httpd.conf");
    fs::write(&file, config).expect("a configuration");
    let mut apache = Command::new(home.join("usr/sbin/apache2"));
    apache.arg("-f").arg(file).args(["-D", "FOREGROUND"]);
    apache.env("LD_LIBRARY_PATH", libraries(&home));
    apache
}
