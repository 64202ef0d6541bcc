//! What a second visit costs, of the same release and of one with another page; and how long a
//! reader waits for a copy of the site.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use super::app_folder;
use super::report::Report;
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

/// Measures the built site on `lscb serve`.
///
/// # Panics
/// If Chromium, the publisher or the server does not do as it should.
pub fn measure(subject: &Subject) -> Report {
    let mut report = Report::new("hosting");
    let profile = Scratch::new("profile");
    let mut chromium = Chromium::start(profile.path());
    let scratch = Scratch::new("repeat");
    let host = scratch.path().join("host");
    let [first, second] = releases(subject, &scratch);
    put(&first, &host);
    let server = Server::start(&subject.publisher, &host);

    let mut visit = Visit::new(&mut chromium, "");
    let bytes = |visit: &mut Visit<'_>| {
        visit.bytes = 0.0;
        visit.open(&server.url(PAGE));
        visit.until("document.documentElement.dataset.app === 'ready'");
        visit.until_quiet();
        Cell::Number(visit.bytes, 0)
    };
    let mut table = Table::new(
        "Bytes of a visit to one page, heads included",
        &["visit", "bytes"],
    );
    table.add(vec!["first".into(), bytes(&mut visit)]);
    table.add(vec!["again, nothing changed".into(), bytes(&mut visit)]);
    put(&second, &host);
    table.add(vec![
        "again, one word of it changed".into(),
        bytes(&mut visit),
    ]);
    let page = fs::read(second.join("contact/index.html")).expect("the page");
    table.add(vec![
        "the changed page alone, in Brotli".into(),
        brotli(&page).len().into(),
    ]);
    drop(visit);
    report.add(table);

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
    report.add(table);
    report.note("The worker that fetches a copy is not slowed down by Chromium as its page is.");
    report
}

/// The site as it is and with one word changed on a page, each with the other's hashed files.
fn releases(subject: &Subject, scratch: &Scratch) -> [PathBuf; 2] {
    let app = scratch.path().join("app");
    app_folder::write(&app);
    let content = scratch.copy(&subject.content, "content");
    let build = |name: &str, previous: Option<&Path>| {
        let out = scratch.path().join(name);
        let mut build = Command::new(&subject.publisher);
        build.arg("build").arg("--content").arg(&content);
        build.arg("--app").arg(&app).arg("--out").arg(&out);
        if let Some(previous) = previous {
            build.arg("--previous").arg(previous);
        }
        assert!(build.status().expect("the publisher").success());
        out
    };
    let first = build("first", None);
    let page = content.join("contact.md");
    let text = fs::read_to_string(&page).expect("the page");
    let changed = text.replacen("worried", "anxious", 1);
    assert_ne!(text, changed, "{PAGE} has another text");
    fs::write(&page, changed).expect("the page");
    let second = build("second", Some(&first));
    [first, second]
}

/// Puts a release where the server looks.
fn put(release: &Path, host: &Path) {
    fs::remove_dir_all(host).ok();
    let copied = Command::new("cp").arg("-r").arg(release).arg(host).status();
    assert!(copied.expect("cp runs").success());
}
