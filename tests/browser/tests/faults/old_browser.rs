//! Browsers that know no modules, no style, or neither: what is in the HTML is what they show.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::markup::{Document, assert_same, letters};
use lscb_browser::site::Site;

/// Two browsers that show text and run nothing, and how they are told to print a page.
const BROWSERS: [(&str, &[&str]); 2] = [
    (
        "w3m",
        &[
            "-dump",
            "-T",
            "text/html",
            "-I",
            "UTF-8",
            "-O",
            "UTF-8",
            "-cols",
            "2000",
        ],
    ),
    (
        "lynx",
        &[
            "-dump",
            "-stdin",
            "-nolist",
            "-force_html",
            "-width=1000",
            "-assume_charset=utf-8",
            "-display_charset=utf-8",
        ],
    ),
];

/// Old browsers run whatever they understand half of: no file of scripts is given to them that is
/// not a module. The lines that stand in pages are the same in all (tests/site/html.rs).
pub(crate) async fn only_modules_run() {
    for path in built().paths().filter(|path| path.ends_with(".html")) {
        let page = Document::parse(built().text(path));
        for script in page.all("script") {
            let kind = script.attr("type").unwrap_or_default();
            assert!(
                ["module", "importmap"].contains(&kind) || script.attr("src").is_none(),
                "{path}: {}",
                script.html()
            );
            assert_eq!(script.attr("nomodule"), None, "{path}");
        }
        for element in page.all("*") {
            let handler = element
                .value()
                .attrs()
                .find(|(name, _)| name.starts_with("on"));
            assert_eq!(
                handler, None,
                "{path}: a handler of the kind that policies forbid"
            );
        }
    }
}

fn dumped(program: &str, args: &[&str], html: &str) -> String {
    let not_installed =
        |error| panic!("{program} does not start: {error}: apt-get install w3m lynx");
    let mut process = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(not_installed);
    let mut input = process.stdin.take().expect("its input is piped");
    let html = html.to_owned();
    let writer = std::thread::spawn(move || input.write_all(html.as_bytes()).expect("a pipe"));
    let output = process.wait_with_output().expect("its output");
    writer.join().expect("all was read");
    String::from_utf8(output.stdout).expect("UTF-8")
}

pub(crate) async fn browsers_of_text_show_every_word() {
    for (program, args) in BROWSERS {
        for route in built().routes() {
            let shown = letters(&dumped(program, args, built().html(&route)));
            let mut rest = shown.as_str();
            let page = built().page(&route);
            let texts = page.find("main").expect("a main part").text();
            for word in texts.flat_map(str::split_whitespace) {
                let word = letters(word);
                let at = rest.find(&word);
                let at = at.unwrap_or_else(|| {
                    panic!("{program}, {route}: {word} is not in …{:.300}", rest)
                });
                rest = &rest[at + word.len()..];
            }
        }
    }
}

pub(crate) async fn without_style_every_word_is_shown(browser: &Browser) {
    let without = |html: &str| {
        let (start, rest) = html.split_once("<style>").unwrap_or((html, ""));
        let end = rest.split_once("</style>").map_or("", |(_, end)| end);
        [start, end].concat()
    };
    let site = Site::plain(&Arc::new(built().with_html(without)), "/").await;
    for route in built().routes() {
        let page = built().page(&route);
        browser.read(&site, &route, &page.words("title")).await;
        browser.unfold().await;
        let shown = letters(&browser.shown("main").await);
        assert_same(&route, &letters(&page.words("main")), &shown);
    }
}
