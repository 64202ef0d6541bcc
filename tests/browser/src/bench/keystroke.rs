//! Searching on a slow phone: from a letter to the suggestions for it once the index has
//! come, and from a first visit to the first suggestion.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::app_folder;
use super::generated::{self, Scale};
use super::report::{Report, median};
use super::server::Server;
use super::subject::Subject;
use super::table::{Cell, Table};
use super::visit::Visit;
use crate::devtools::Chromium;
use crate::scratch::Scratch;

/// How many titles are typed at each site.
const TITLES: usize = 12;
/// How many first visits are made.
const VISITS: usize = 5;
/// What is typed at Sefton's site.
const OWN: [&str; 6] = [
    "louise roberts",
    "child death overview",
    "case review",
    "safegaurding",
    "who is in charge",
    "annual report",
];

/// Types each of some texts letter by letter, twice, and notes the times of the second time: until the
/// tasks that follow a letter are done. The first time each letter waits until nothing more is
/// fetched for it, so that every file is there.
const TYPE: &str = "
    (async (texts) => {
        const field = document.getElementById('search');
        const { port1, port2 } = new MessageChannel();
        const task = () => new Promise((done) => { port1.onmessage = done; port2.postMessage(0); });
        const fetched = () => performance.getEntriesByType('resource').length;
        const quiet = async () => {
            for (let before = -1; before !== fetched(); await new Promise((done) => setTimeout(done, 60))) {
                before = fetched();
            }
        };
        const times = [];
        performance.setResourceTimingBufferSize(100_000);
        field.focus();
        for (const round of [1, 2]) {
            for (const text of texts) {
                for (let end = 2; end <= text.length; end += 1) {
                    field.value = text.slice(0, end);
                    const start = performance.now();
                    field.dispatchEvent(new Event('input', { bubbles: true }));
                    await task();
                    if (round === 2) times.push(performance.now() - start);
                    else await quiet();
                }
            }
        }
        window.times = times;
    })";

/// A reader who types as soon as there is a field.
const EAGER: &str = "
    addEventListener('DOMContentLoaded', () => {
        const field = document.getElementById('search');
        field.focus();
        field.value = 'louise';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        new MutationObserver(() => {
            if (document.querySelector('#suggestions li')) window.first ??= performance.now();
        }).observe(document.getElementById('suggestions'), { childList: true, subtree: true });
    });";

/// Measures the built site and the generated ones.
///
/// # Panics
/// If Chromium, the publisher or the server does not do as it should.
pub fn measure(subject: &Subject) -> Report {
    let mut report = Report::new("search");
    let profile = Scratch::new("profile");
    let mut chromium = Chromium::start(profile.path());
    let mut table = Table::new(
        "Searching on a phone four times slower than this machine",
        &["site", "keystrokes", "p50 ms", "p95 ms"],
    );
    let own = Server::start(&subject.publisher, &subject.dist);
    let effort = subject.effort;
    let texts: Vec<_> = OWN
        .iter()
        .take(effort.rounds(OWN.len()))
        .map(|it| (*it).to_owned())
        .collect();
    table.add(row("Sefton", typed(&mut chromium, &own, &texts)));
    let scratch = Scratch::new("search");
    let app = scratch.path().join("app");
    app_folder::write(&app);
    for &scale in effort.scales() {
        let folder = Scratch::new(&format!("search-{}", scale.pages));
        let (site, texts) = build(subject, &app, folder.path(), scale);
        let server = Server::start(&subject.publisher, &site);
        let name = format!("{} generated pages", scale.pages);
        table.add(row(&name, typed(&mut chromium, &server, &texts)));
    }
    report.add(table);
    let visits = (0..effort.rounds(VISITS))
        .map(|_| first(&mut chromium, &own))
        .collect();
    let mut table = Table::new(
        "From a first visit to the first suggestion, on slow 4G",
        &["site", "ms, median"],
    );
    let first = median(visits).map_or(Cell::Nothing, |it| Cell::Number(it, 0));
    table.add(vec!["Sefton".into(), first]);
    report.add(table);
    report.note("A keystroke: from the letter to the list in the document, every file of the index there; WebAssembly in Chromium.");
    report.note("The first visit: an empty cache, 150 ms there and back, 1.6 Mbit/s; typed as soon as the field is there.");
    report
}

fn row(name: &str, mut times: Vec<f64>) -> Vec<Cell> {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| Cell::Number(times[(times.len() as f64 * share) as usize], 1);
    vec![name.into(), times.len().into(), at(0.5), at(0.95)]
}

/// The milliseconds of each keystroke.
fn typed(chromium: &mut Chromium, server: &Server, texts: &[String]) -> Vec<f64> {
    let mut visit = Visit::new(chromium, "");
    let line =
        json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    visit.call("Network.emulateNetworkConditions", line);
    visit.open(&server.url("/"));
    visit.until("document.documentElement.dataset.app === 'ready'");
    let mut all = Vec::new();
    // A few at a time: whoever waits for the page is patient for a few seconds only.
    for texts in texts.chunks(3) {
        visit.value("delete window.times");
        let texts = Value::from(texts.to_vec());
        visit.value(&format!("void {TYPE}({texts})"));
        visit.until("window.times");
        let times = visit.value("window.times");
        let times = times.as_array().expect("a list").iter();
        all.extend(times.map(|time| time.as_f64().expect("a number")));
    }
    all
}

/// The milliseconds from the start of a visit to its first suggestion.
fn first(chromium: &mut Chromium, server: &Server) -> f64 {
    let mut visit = Visit::new(chromium, EAGER);
    visit.open(&server.url("/"));
    visit.until("window.first");
    visit.number("window.first")
}

/// Builds a generated site; gives its folder and what to type there: titles without their
/// numbers, spread over all pages.
fn build(subject: &Subject, app: &Path, folder: &Path, scale: Scale) -> (PathBuf, Vec<String>) {
    let (content, out) = (folder.join("content"), folder.join("site"));
    generated::write(&content, scale);
    let mut build = Command::new(&subject.publisher);
    build
        .args(["build", "--no-compress", "--content"])
        .arg(&content);
    build.arg("--app").arg(app).arg("--out").arg(&out);
    assert!(build.status().expect("the publisher").success());
    let sections = scale.pages / 50;
    let count = subject.effort.rounds(TITLES);
    let titles = (0..count).map(|number| {
        let file = format!("section-{:03}/page-07.md", number * sections / count + 1);
        let page = fs::read_to_string(content.join(file)).expect("a page");
        let title = page.split('"').nth(1).expect("a title");
        let (words, _) = title.rsplit_once(' ').expect("its number");
        words.to_lowercase()
    });
    (out, titles.collect())
}
