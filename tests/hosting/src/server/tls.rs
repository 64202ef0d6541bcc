//! nginx with a certificate, as a site is published: HTTPS, and HTTP that leads there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Kind, Server, free_port};
use crate::observatory::NAME;
use crate::site::Site;

/// A running server. It ends when it is dropped.
pub struct Tls {
    _server: Server,
    /// The port in place of 80.
    pub http: u16,
    /// The port in place of 443.
    pub https: u16,
    /// The certificate, which signs itself.
    pub certificate: PathBuf,
}

impl Tls {
    /// Starts nginx with `site`.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start(site: &Site) -> Self {
        let http = free_port();
        let server = Server::start_with(Kind::Nginx, site, "/", |folder, port| {
            certify(folder);
            let file = folder.join("main.conf");
            let plain = fs::read_to_string(&file).expect("a configuration");
            let shown = folder.display();
            let secure = plain.replace(
                &format!("listen 127.0.0.1:{port};"),
                &format!(
                    "listen 127.0.0.1:{port} ssl;\n  ssl_certificate {shown}/cert.pem;\n  \
                     ssl_certificate_key {shown}/key.pem;"
                ),
            );
            assert_ne!(plain, secure, "{plain}");
            let end = secure.rfind('}').expect("the end");
            let redirect = format!(
                "server {{\n  listen 127.0.0.1:{http};\n  \
                 return 301 https://$host$request_uri;\n}}\n}}\n"
            );
            fs::write(&file, format!("{}{redirect}", &secure[..end])).expect("a configuration");
        });
        Self {
            http,
            https: server.port,
            certificate: server.folder.path().join("cert.pem"),
            _server: server,
        }
    }
}

fn certify(folder: &Path) {
    let made = Command::new("openssl")
        .current_dir(folder)
        .args([
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
        ])
        .args(["-keyout", "key.pem", "-out", "cert.pem"])
        .args(["-subj", &format!("/CN={NAME}")])
        .args(["-addext", &format!("subjectAltName=DNS:{NAME}")])
        .output()
        .expect("openssl runs");
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
}
