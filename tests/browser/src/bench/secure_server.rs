//! Caddy with HTTPS and HTTP/2, as a site is published: a header that a connection has carried is
//! named by a number from then on (HPACK, RFC 7541), as CDNs do it and nginx does not.

use std::fs;
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

use crate::checker::tool;
use crate::engine::TIMEOUT;
use crate::port;
use crate::scratch::Scratch;

/// A running Caddy. It ends when it is dropped.
pub(crate) struct SecureServer {
    process: Child,
    port: u16,
    // The configuration and the certificate go with it.
    folder: Scratch,
}

impl SecureServer {
    /// Serves the built site in `dist` at a free port, by the configuration that `publisher`
    /// writes for it.
    ///
    /// # Panics
    /// If it does not start.
    pub(crate) fn start(publisher: &Path, dist: &Path) -> Self {
        let folder = Scratch::new("caddy");
        let (path, port) = (folder.path(), port::free());
        certify(path);
        let mut deploy = Command::new(publisher);
        deploy.arg("deploy").arg("--dist").arg(dist);
        deploy.arg("--root").arg(dist);
        deploy.arg("--out").arg(path.join("deploy"));
        deploy.args(["--listen", &port.to_string()]);
        output(&mut deploy);
        let config = path.join("Caddyfile");
        let sites = fs::read_to_string(path.join("deploy/Caddyfile")).expect("a Caddyfile");
        fs::write(&config, configuration(path, port, &sites)).expect("a configuration");
        let mut server = Self {
            process: run(path),
            port,
            folder,
        };
        server.await_answer();
        server
    }

    /// Ends it and starts it again, without the connections that were open.
    pub(crate) fn restart(&mut self) {
        self.process.kill().expect("Caddy ends");
        self.process.wait().expect("Caddy ends");
        self.process = run(self.folder.path());
        self.await_answer();
    }

    /// The digest of its public key, by which Chromium knows a certificate that signs itself
    /// (`--ignore-certificate-errors-spki-list`): what comes from a host that it merely puts up
    /// with, it does not cache.
    pub(crate) fn key_digest(&self) -> String {
        let mut openssl = Command::new("openssl");
        openssl.args(["pkey", "-pubout", "-outform", "der", "-in"]);
        openssl.arg(self.folder.path().join("key.pem"));
        BASE64_STANDARD.encode(Sha256::digest(output(&mut openssl)))
    }

    fn await_answer(&mut self) {
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            let has_ended = self.process.try_wait().expect("a process").is_some();
            assert!(
                !has_ended && started.elapsed() < TIMEOUT,
                "Caddy does not start"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The address of a path: `url("/about-us/")`.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("https://127.0.0.1:{}{path}", self.port)
    }
}

impl Drop for SecureServer {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// Starts Caddy with what `folder` holds.
fn run(folder: &Path) -> Child {
    let mut caddy = Command::new(tool("caddy-debian/usr/bin/caddy"));
    caddy.args(["run", "--adapter", "caddyfile", "--config"]);
    caddy.arg(folder.join("Caddyfile"));
    // It writes below its home.
    caddy.env("HOME", folder).env("XDG_DATA_HOME", folder);
    caddy.stderr(Stdio::null()).spawn().expect("Caddy runs")
}

/// The configuration of a site, with the certificate in `folder`.
fn configuration(folder: &Path, port: u16, site: &str) -> String {
    let plain = format!("http://:{port} {{");
    assert!(site.contains(&plain), "{site}");
    let folder = folder.display();
    let secure = format!("https://127.0.0.1:{port} {{\n  tls {folder}/cert.pem {folder}/key.pem");
    format!(
        "{{\n  admin off\n  auto_https off\n}}\n{}",
        site.replace(&plain, &secure)
    )
}

/// Writes a certificate that signs itself.
fn certify(folder: &Path) {
    let mut openssl = Command::new("openssl");
    openssl.current_dir(folder);
    openssl.args([
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
    ]);
    openssl.args(["-keyout", "key.pem", "-out", "cert.pem"]);
    openssl.args(["-subj", "/CN=127.0.0.1"]);
    openssl.args(["-addext", "subjectAltName=IP:127.0.0.1"]);
    output(&mut openssl);
}

fn output(command: &mut Command) -> Vec<u8> {
    let output = command.output().expect("a program");
    assert!(output.status.success(), "{command:?}: {output:?}");
    output.stdout
}
