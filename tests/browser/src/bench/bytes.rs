//! The sizes of the built site's files.

use super::report::Report;
use super::table::Table;
use super::weight::Weight;
use crate::dist::built;

/// The classes of files, in the order in which they are shown.
const CLASSES: [&str; 9] = [
    "html",
    "frames",
    "redirects",
    "wasm",
    "app js",
    "boot js",
    "bundles",
    "release.json",
    "other",
];

/// Weighs the site in `LSCB_DIST`.
///
/// # Panics
/// If it is not there.
pub fn measure() -> Report {
    let mut report = Report::new("bytes");
    report.add(classes());
    report.add(pages());
    report.note("gzip and brotli at their best level, each file alone. The style is part of each page: it is in the row html as often as there are pages.");
    report
}

fn classes() -> Table {
    let mut totals = [(0_usize, Weight::default()); CLASSES.len()];
    let compressed = |path: &str| [".br", ".gz", ".zst"].iter().any(|it| path.ends_with(it));
    for path in built().paths().filter(|path| !compressed(path)) {
        let class = class_of(path);
        let slot = CLASSES.iter().position(|it| *it == class).expect("a class");
        totals[slot].0 += 1;
        totals[slot].1 += Weight::of_file(built(), path);
    }
    let mut table = Table::new(
        "Bytes by class",
        &["class", "files", "raw", "gzip", "brotli"],
    );
    for (class, (files, weight)) in CLASSES.iter().zip(totals) {
        let mut row = vec![(*class).into(), files.into()];
        row.extend(weight.cells());
        table.add(row);
    }
    let mut row = vec!["style, in each page".into(), 0_usize.into()];
    row.extend(Weight::of(style_of("/").as_bytes()).cells());
    table.add(row);
    table
}

/// The class of a file of the site.
fn class_of(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    match path.rsplit('.').next().unwrap_or_default() {
        "html" if path == "404.html" => "html",
        "html" | "css" | "js" if path.starts_with("embed") || name.starts_with("frame.") => {
            "frames"
        }
        "html" => {
            let folder = path.trim_end_matches("index.html");
            let moved = built().page(&format!("/{folder}")).is_redirect();
            if moved { "redirects" } else { "html" }
        }
        "wasm" => "wasm",
        "js" if name.starts_with("boot") => "boot js",
        "js" => "app js",
        "json" if path.starts_with("content/") => "bundles",
        "json" if path == "release.json" => "release.json",
        _ => "other",
    }
}

fn style_of(route: &str) -> String {
    let page = built().page(route);
    // Not `inner_html`, which writes `&gt;` for `>`.
    page.find("style")
        .map(|style| style.text().collect())
        .unwrap_or_default()
}

fn pages() -> Table {
    let mut table = Table::new(
        "Bytes by page",
        &[
            "page",
            "raw",
            "gzip",
            "brotli",
            "less style, brotli",
            "visible text, brotli",
            "frame, brotli",
        ],
    );
    for route in built().routes() {
        let html = built().html(&route);
        let bare = html.replace(&style_of(&route), "");
        let bare = Weight::of(bare.as_bytes()).brotli;
        let words = Weight::of(built().page(&route).words("body").as_bytes()).brotli;
        let mut row = vec![route.as_str().into()];
        row.extend(Weight::of(html.as_bytes()).cells());
        row.extend([bare.into(), words.into(), bare.saturating_sub(words).into()]);
        table.add(row);
    }
    table
}
