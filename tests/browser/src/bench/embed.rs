//! What a part of the site costs on somebody else's page: one of them and ten, beside a plain
//! document of the same words in a frame.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::report::Report;
use super::server::Server;
use super::subject::Subject;
use super::table::{Cell, Table};
use super::visit::Visit;
use super::weight::brotli;
use crate::devtools::Chromium;
use crate::digest::integrity;
use crate::dist::built;
use crate::scratch::Scratch;

/// What is embedded: ten parts of the site that a partner could want.
const PARTS: [&str; 10] = [
    "contact/business-team",
    "contact/cdop-team",
    "help",
    "contacts",
    "search",
    "reviews",
    "review/march-2019",
    "page/contact",
    "page/governance-and-structure",
    "term/cdop",
];
/// How often each page is visited.
const RUNS: usize = 5;

/// Says, in the page around the frames, when all of them have their text, and how much of it: the
/// number of frames from the page itself, so that they are on the same host here.
const SEEN: &str = "if (top === self) (function look() {
        const frames = [...document.querySelectorAll('iframe, lscb-section')];
        const has = (it) => (it.shadowRoot?.querySelector('iframe') ?? it).contentDocument?.querySelector('main')?.innerText.length > 10;
        if (frames.length && document.readyState !== 'loading' && frames.every(has)) window.seen ??= performance.now();
        else requestAnimationFrame(look);
    })()";

/// Measures on `lscb serve`.
///
/// # Panics
/// If Chromium or the server does not do as it should.
pub fn measure(subject: &Subject) -> Report {
    let mut report = Report::new("embed");
    let scratch = Scratch::new("embed");
    let host = scratch.copy(&subject.dist, "host");
    let profile = Scratch::new("profile");
    let mut chromium = Chromium::start(profile.path());
    let pages = pages(&host);
    let server = Server::start(&subject.publisher, &host);

    let mut table = Table::new(
        "Parts of the site on another page, slow 4G, nothing kept from before",
        &["page", "requests", "bytes", "all text, ms"],
    );
    for (name, path) in &pages {
        let mut runs = Vec::new();
        let (mut requests, mut bytes) = (0, 0.0);
        for _ in 0..subject.effort.rounds(RUNS) {
            let mut visit = Visit::new(&mut chromium, SEEN);
            visit.open(&server.url(path));
            // Frames far down are fetched once the reader comes near.
            visit.value("void (document.body.style.zoom = 0.1)");
            visit.until("window.seen");
            visit.until_quiet();
            runs.push(visit.number("window.seen"));
            (requests, bytes) = (visit.requests, visit.bytes);
        }
        runs.sort_by(f64::total_cmp);
        table.add(vec![
            (*name).into(),
            requests.into(),
            Cell::Number(bytes, 0),
            Cell::Number(runs[runs.len() / 2], 0),
        ]);
    }
    report.add(table);
    report.note("Bytes with heads, the page around the frames among them (under 1 kB).");
    report
}

/// Writes the pages around the frames, and gives their names and paths.
fn pages(host: &Path) -> Vec<(&'static str, String)> {
    let one = &PARTS[..1];
    let script = format!(
        "<script src=\"/embed-1.js\" integrity=\"{}\" crossorigin defer></script>",
        integrity(built().file("embed-1.js").expect("the script of hosts"))
    );
    let frame =
        |src: String| format!("<iframe src=\"{src}\" title=\"x\" width=600 height=480></iframe>");
    let framed = |parts: &[&str]| -> String {
        parts
            .iter()
            .map(|part| frame(format!("/embed/{part}/")))
            .collect()
    };
    let elements = |parts: &[&str]| -> String {
        parts.iter().fold(String::new(), |mut out, part| {
            let _ = write!(
                out,
                "<lscb-section embed=\"{part}\"><a href=\"/contact/\">x</a></lscb-section>"
            );
            out
        })
    };
    let plain = |parts: &[&str]| -> String {
        let frames = parts.iter().map(|part| frame(format!("/plain/{part}/")));
        frames.collect()
    };
    for part in PARTS {
        let main = built()
            .page(&format!("/embed/{part}/"))
            .find("main")
            .expect("its text")
            .inner_html();
        let page = format!(
            "<!doctype html><html lang=en-GB><meta charset=utf-8><title>x</title><main>{main}</main>"
        );
        write(host, &format!("plain/{part}"), &page);
    }
    let all = [
        ("a plain document", plain(one)),
        ("one frame", framed(one)),
        ("one frame, sized", framed(one) + &*script),
        ("one element", elements(one) + &*script),
        ("ten plain documents", plain(&PARTS)),
        ("ten frames", framed(&PARTS)),
        ("ten frames, sized", framed(&PARTS) + &*script),
        ("ten elements", elements(&PARTS) + &*script),
    ];
    let pages = all.into_iter().enumerate().map(|(index, (name, body))| {
        let page =
            format!("<!doctype html><html lang=en-GB><meta charset=utf-8><title>x</title>{body}");
        write(host, &format!("hosts/{index}"), &page);
        (name, format!("/hosts/{index}/"))
    });
    pages.collect()
}

fn write(host: &Path, folder: &str, page: &str) {
    let folder = host.join(folder);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("index.html"), page).expect("a page");
    // As a host would send it.
    fs::write(folder.join("index.html.br"), brotli(page.as_bytes())).expect("a compressed copy");
}
