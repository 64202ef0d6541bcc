//! Mozilla's HTTP Observatory (github.com/mdn/mdn-http-observatory), run against nginx with TLS
//! on this machine.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::server::Tls;
use crate::site::tool;

/// The name under which the site is scanned; the scanner is led to this machine.
pub const NAME: &str = "www.lscb.example";

/// A scan's score and the tests that failed.
pub struct Scan {
    /// 100 and what is earned on top of it.
    pub score: i64,
    /// The names of tests that failed, with the scanner's word for it.
    pub failed: Vec<String>,
}

/// Scans a server.
///
/// # Panics
/// If the scanner does not come to an end.
pub fn scan(server: &Tls) -> Scan {
    let home = tool("mdn-mdn-http-observatory").join("node_modules/@mdn/mdn-http-observatory");
    // Lists that the scanner's installer would download: of names that browsers know to be
    // HTTPS only, and of top-level domains.
    for (file, content) in [("hsts-preload.json", "{}"), ("tld-list.json", "[]")] {
        let file = home.join("conf").join(file);
        if !file.exists() {
            fs::write(&file, content).expect("a list");
        }
    }
    let lead = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/observatory.mjs");
    let run = Command::new("node")
        .arg("--import")
        .arg(lead)
        .arg(home.join("src/scan.js"))
        .arg(NAME)
        .env("NODE_EXTRA_CA_CERTS", &server.certificate)
        .env("LSCB_HTTP", server.http.to_string())
        .env("LSCB_HTTPS", server.https.to_string())
        .output()
        .expect("node runs");
    let said = String::from_utf8_lossy(&run.stdout);
    let report: Value = serde_json::from_str(&said).unwrap_or_default();
    let score = report["scan"]["score"].as_i64();
    let score = score.unwrap_or_else(|| {
        panic!("{said}{}", String::from_utf8_lossy(&run.stderr));
    });
    let tests = report["tests"].as_object().expect("tests");
    let failed = tests.iter().filter(|(_, test)| test["pass"] != true);
    Scan {
        score,
        failed: failed
            .map(|(name, test)| format!("{name}: {}", test["result"]))
            .collect(),
    }
}
