//! How many requests nginx answers with the site as it is configured for it: every page and
//! what it asks for, over loopback, in Brotli, by h2load (nghttp2.org). Prints a table in
//! Markdown.

use std::fs;
use std::process::Command;

use lscb_hosting::server::{Kind, Server, libraries};
use lscb_hosting::site::{Site, tool};
use lscb_publish::policy::Profile;
use tempfile::TempDir;

/// Requests of one run: some seconds' worth.
const REQUESTS: usize = 100_000;
/// Readers at once.
const CONNECTIONS: [usize; 3] = [1, 50, 500];

fn main() {
    let site = Site::built(Profile::Standalone);
    let server = Server::start(Kind::Nginx, &site, "/");
    let folder = TempDir::new().expect("a temporary folder");
    let mix = folder.path().join("addresses");
    let addresses: Vec<String> = site.mix().iter().map(|path| server.url(path)).collect();
    fs::write(&mix, addresses.join("\n") + "\n").expect("a list");
    println!("| readers at once | requests a second | failed | of another status than 200 |");
    println!("|---|---|---|---|");
    let home = tool("nghttp2-client");
    for connections in CONNECTIONS {
        let run = Command::new(home.join("usr/bin/h2load"))
            .env("LD_LIBRARY_PATH", libraries(&home))
            .args(["--h1", "--threads=1", "--header=accept-encoding: br"])
            .arg(format!("--requests={REQUESTS}"))
            .arg(format!("--clients={connections}"))
            .arg(format!("--input-file={}", mix.display()))
            .output()
            .expect("h2load runs");
        let said = String::from_utf8_lossy(&run.stdout);
        let rate = number_before(&said, " req/s");
        let failed = number_before(&said, " failed") + number_before(&said, " errored");
        let good = number_before(&said, " 2xx");
        println!(
            "| {connections} | {rate:.0} | {failed:.0} | {:.0} |",
            REQUESTS as f64 - good
        );
    }
}

/// The number that stands before a word in what h2load prints.
///
/// # Panics
/// If there is none.
fn number_before(text: &str, word: &str) -> f64 {
    let before = text.split(word).next().filter(|it| it.len() < text.len());
    let number = before.and_then(|it| it.rsplit([' ', ',', '\n']).next());
    let number = number.and_then(|it| it.parse().ok());
    number.unwrap_or_else(|| panic!("no number before “{word}” in:\n{text}"))
}
