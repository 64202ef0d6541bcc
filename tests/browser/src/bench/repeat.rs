//! What a second visit costs, of the same release and of one with another page; and how long a
//! reader waits for a copy of the site.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use super::app_folder;
use super::report::Report;
use super::secure_server::SecureServer;
use super::server::Server;
use super::subject::Subject;
use super::table::{Cell, Table};
use super::visit::Visit;
use super::weight::brotli;
use crate::devtools::Chromium;
use crate::scratch::Scratch;

/// The page that is visited, and changed.
const PAGE: &str = "/contact/";
/// Presses the button that keeps a copy, and says when it is there.
const KEEP: &str = "(async () => {
        const begun = performance.now();
        document.querySelector('#copy button').click();
        const line = document.querySelector('#copy [role=status]');
        while (!line.textContent.includes('is kept on this device')) {
            await new Promise((resolve) => setTimeout(resolve, 5));
        }
        window.waited = performance.now() - begun;
    })()";

/// Measures the built site on `lscb serve`, and on Caddy.
///
/// # Panics
/// If Chromium, the publisher or a server does not do as it should.
pub fn measure(subject: &Subject) -> Report {
    let mut report = Report::new("hosting");
    let scratch = Scratch::new("repeat");
    let releases = releases(subject, &scratch);
    let host = scratch.path().join("host");
    put(&releases[0], &host);
    let server = Server::start(&subject.publisher, &host);
    let mut secure = SecureServer::start(&subject.publisher, &host);
    let (plain_url, secure_url) = (server.url(PAGE), secure.url(PAGE));
    let profiles = [Scratch::new("profile"), Scratch::new("profile")];
    let chromium = Chromium::start(profiles[0].path());
    let plain = visits(chromium, &releases, &host, &plain_url, || {});
    let chromium = Chromium::start_trusting(profiles[1].path(), &secure.key_digest());
    // Who comes back has no connection yet.
    let secure = visits(chromium, &releases, &host, &secure_url, || secure.restart());

    let mut table = Table::new(
        "Bytes of a visit to one page, headers included",
        &["visit", "HTTP/1.1", "HTTP/2"],
    );
    let page = fs::read(releases[1].join("contact/index.html")).expect("the page");
    let page = brotli(&page).len() as f64;
    let names = [
        "first",
        "again, nothing changed",
        "again, one word of it changed",
        "the changed page alone, in Brotli",
    ];
    let rows = plain.into_iter().zip(secure).chain([(page, page)]);
    for (name, (plain, secure)) in names.into_iter().zip(rows) {
        let (plain, secure) = (Cell::Number(plain, 0), Cell::Number(secure, 0));
        table.add(vec![name.into(), plain, secure]);
    }
    report.add(table);
    report.add(copies(&server));
    report.note("The worker that fetches a copy is not slowed down by Chromium as its page is.");
    report
}

/// Bytes of three visits to `url`: the first, one after which nothing has changed, and one after
/// the other release has been put on the `host`. `close` ends what is open between two visits.
fn visits(
    mut chromium: Chromium,
    releases: &[PathBuf; 2],
    host: &Path,
    url: &str,
    mut close: impl FnMut(),
) -> [f64; 3] {
    put(&releases[0], host);
    let mut visit = Visit::new(&mut chromium, "");
    let mut bytes = || {
        close();
        visit.bytes = 0.0;
        visit.open(url);
        visit.until("document.documentElement.dataset.app === 'ready'");
        visit.until_quiet();
        visit.bytes
    };
    let (first, again) = (bytes(), bytes());
    put(&releases[1], host);
    [first, again, bytes()]
}

/// How long a reader waits for a copy of the site.
fn copies(server: &Server) -> Table {
    let profile = Scratch::new("profile");
    let mut chromium = Chromium::start(profile.path());
    let mut table = Table::new(
        "A copy of the site, kept for the first time",
        &["line", "ms"],
    );
    for (name, slow) in [
        ("loopback", false),
        ("slow 4G, a processor four times slower", true),
    ] {
        let mut visit = Visit::new(&mut chromium, "");
        if !slow {
            let line = json!({
                "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
            });
            visit.call("Network.emulateNetworkConditions", line);
            visit.call("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }));
        }
        visit.open(&server.url("/offline/"));
        visit.until("document.querySelector('#copy button')");
        visit.value(&format!("void {KEEP}"));
        visit.until("window.waited");
        let waited = visit.number("window.waited");
        table.add(vec![name.into(), Cell::Number(waited, 0)]);
    }
    table
}

/// The built site, and the same with one word changed on a page, which has the hashed files of both.
fn releases(subject: &Subject, scratch: &Scratch) -> [PathBuf; 2] {
    let app = scratch.path().join("app");
    app_folder::write(&app);
    let content = scratch.copy(&subject.content, "content");
    let page = content.join("contact.md");
    let text = fs::read_to_string(&page).expect("the page");
    let changed = text.replacen("worried", "anxious", 1);
    assert_ne!(text, changed, "{PAGE} has another text");
    fs::write(&page, changed).expect("the page");
    let first = subject.dist.clone();
    let second = scratch.path().join("second");
    let mut build = Command::new(&subject.publisher);
    build.arg("build").arg("--content").arg(&content);
    build.arg("--app").arg(&app).arg("--out").arg(&second);
    build.arg("--previous").arg(&first);
    assert!(build.status().expect("the publisher").success());
    [first, second]
}

/// Puts a release where the server looks.
fn put(release: &Path, host: &Path) {
    fs::remove_dir_all(host).ok();
    let copied = Command::new("cp").arg("-r").arg(release).arg(host).status();
    assert!(copied.expect("cp runs").success());
}
