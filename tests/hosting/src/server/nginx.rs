use std::fs;
use std::process::Command;

use super::Setting;
use crate::site::tool;

/// A whole configuration around the server block, with everything it writes in its folder.
pub(super) fn command(setting: &Setting<'_>) -> Command {
    let home = tool("nginx");
    let folder = setting.folder.display();
    let written = fs::read_to_string(setting.deploy.join("nginx.conf")).expect("nginx.conf");
    // The test opens no port to the world.
    let listen = format!("listen 127.0.0.1:{};", setting.port);
    let written = written.replace(&format!("listen {};", setting.port), &listen);
    let module = home.join("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    let config = format!(
        "daemon off;\nworker_processes 1;\npid {folder}/nginx.pid;\nerror_log stderr;\n\
         load_module {};\nevents {{ worker_connections 4096; }}\nhttp {{\n  access_log off;\n\
         client_body_temp_path {folder}/body;\n  proxy_temp_path {folder}/proxy;\n\
         fastcgi_temp_path {folder}/fastcgi;\n  uwsgi_temp_path {folder}/uwsgi;\n\
         scgi_temp_path {folder}/scgi;\n{written}}}\n",
        module.display()
    );
    let file = setting.folder.join("main.conf");
    fs::write(&file, config).expect("a configuration");
    let mut nginx = Command::new(home.join("usr/sbin/nginx"));
    nginx.arg("-c").arg(file).args(["-e", "stderr"]);
    // Its master takes the worker with it only when it is asked to stop.
    nginx.args(["-g", "master_process off;"]);
    nginx
}
