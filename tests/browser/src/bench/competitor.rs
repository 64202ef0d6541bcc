//! The sites that are compared: ours, and hand-written pages with the same text.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::json;

use super::subject::Subject;
use super::weight::brotli;
use crate::digest::integrity;
use crate::dist::built;
use crate::scratch::Scratch;

/// The style of the plainest page: what makes text pleasant to read, and no more.
const PLAIN_STYLE: &str = "body{max-width:42rem;margin:0 auto;padding:1rem;font:1.125rem/1.5 system-ui,sans-serif}\
    h1,h2,h3{line-height:1.2}nav ul{padding:0;list-style:none}nav a{display:inline-block;padding:.25rem 0}";

/// How a visit goes about the app.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum App {
    /// There is none.
    None,
    /// The page is told that the line is a 4g one: it starts the app when it is idle.
    WhenIdle,
    /// The page is told that the line is a 3g one: it starts the app when the reader is
    /// about to go somewhere.
    OnIntent,
}

/// One of the sites that are compared.
pub(crate) struct Competitor {
    pub(crate) name: &'static str,
    pub(crate) app: App,
    /// The folder that is served.
    pub(crate) folder: Scratch,
}

/// All competitors, the site first.
pub(crate) fn all(subject: &Subject, paths: &[&str]) -> Vec<Competitor> {
    let site = |name, app| {
        let folder = Scratch::new(name);
        copy(&subject.dist, folder.path());
        Competitor { name, app, folder }
    };
    let by_hand = |name, style: Option<&str>| {
        let folder = Scratch::new(name);
        let mut styles = BTreeSet::new();
        for path in paths {
            let file = format!("{}index.html", path.trim_start_matches('/'));
            let html = hand_written(built().html(path), style);
            styles.extend(html.split("<style>").skip(1).filter_map(|rest| {
                let (style, _) = rest.split_once("</style>")?;
                Some(integrity(style.as_bytes()))
            }));
            put(folder.path(), &file, &html);
        }
        put_release(folder.path(), &styles);
        Competitor {
            name,
            app: App::None,
            folder,
        }
    };
    vec![
        site("site", App::WhenIdle),
        by_hand("static-same-style", None),
        by_hand("static-small-style", Some(PLAIN_STYLE)),
        site("site-on-3g", App::OnIntent),
    ]
}

/// The page as written by hand: its words and structure, no script and no trace of one.
/// `style` replaces its own style.
fn hand_written(html: &str, style: Option<&str>) -> String {
    let mut html = without(html, "<script", "</script>");
    html = without(&html, "<meta name=\"app\"", ">");
    html = without(&html, "<meta http-equiv=\"Content-Security-Policy\"", ">");
    for attribute in [" data-route=\"", " data-release=\"", " data-integrity=\""] {
        html = without(&html, attribute, "\"");
    }
    // Where the app speaks to the reader.
    if let (Some(start), Some(end)) = (html.find("<div id=\"status\""), html.find("</body>")) {
        html.replace_range(start..end, "");
    }
    if let Some(style) = style {
        html = without(&html, "<style>", "</style>");
        html = html.replacen("</head>", &format!("<style>{style}</style></head>"), 1);
    }
    html
}

/// `text` without all that begins with `start` and ends with the next `end`.
fn without(text: &str, start: &str, end: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(start) {
        out.push_str(&rest[..at]);
        let after = &rest[at + start.len()..];
        rest = after.find(end).map_or("", |at| &after[at + end.len()..]);
    }
    out + rest
}

/// Writes what the server wants of a site: a release, and which styles its policy may let be.
fn put_release(folder: &Path, styles: &BTreeSet<String>) {
    let inline = json!({ "scripts": [], "styles": styles });
    let manifest = json!({ "format": "lscb-manifest/1", "files": [], "inline": inline });
    let manifest = manifest.to_string();
    let file = "assets/manifest.0000000000000000.json";
    put(folder, file, &manifest);
    let entry = json!({
        "file": file,
        "integrity": integrity(manifest.as_bytes()),
        "size": manifest.len().to_string(),
    });
    let release = json!({
        "format": "lscb-release/1",
        "release": "0000000000000000",
        "number": "1",
        "title": "By hand",
        "bundles": [],
        "manifest": entry,
    });
    put(folder, "release.json", &release.to_string());
}

/// Writes a page and its compressed copy.
fn put(folder: &Path, file: &str, text: &str) {
    let path = folder.join(file);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder of a competitor");
    fs::write(&path, text).expect("a page of a competitor");
    fs::write(folder.join(format!("{file}.br")), brotli(text.as_bytes()))
        .expect("its compressed copy");
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the built site") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target).expect("a folder of the copy");
            copy(&entry.path(), &target);
        } else if target.extension().is_none_or(|it| it != "zst") {
            // All competitors are sent in Brotli, which the server must not have a choice over.
            fs::copy(entry.path(), &target).expect("a file of the copy");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::hand_written;

    #[test]
    fn words_stay_and_scripts_go() {
        let html = "<head><style>a{}</style><script>1</script><meta name=\"app\" content=\"x\">\
            <script type=\"module\" src=\"y\"></script></head><body data-route=\"/\"><main>Words</main>\
            <div id=\"status\"></div></body>";
        assert_eq!(
            hand_written(html, None),
            "<head><style>a{}</style></head><body><main>Words</main></body>"
        );
        assert_eq!(
            hand_written(html, Some("b{}")),
            "<head><style>b{}</style></head><body><main>Words</main></body>"
        );
    }
}
