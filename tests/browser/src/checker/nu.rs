use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::finding::Finding;
use super::package;
use crate::scratch::Scratch;

/// What the Nu HTML checker (the validator of the W3C, MIT) finds in `files`, pairs of a
/// name and the text. Warnings count. One run for all: it takes seconds to start.
///
/// # Panics
/// If it cannot run.
pub fn nu<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Finding> {
    let folder = Scratch::new("nu");
    let mut names = Vec::new();
    for (name, text) in files {
        let file = folder.path().join(format!("{}.html", names.len()));
        fs::write(file, text).expect("its input");
        names.push(name);
    }
    run(folder.path(), &names)
}

fn run(folder: &Path, names: &[&str]) -> Vec<Finding> {
    let jar = package::file("vnu-jar-26.9.27", "vnu-jar/build/dist/vnu.jar");
    let mut java = Command::new("java");
    java.arg("-jar").arg(jar).args([
        "--stdout",
        "--exit-zero-always",
        "--skip-info-messages",
        "--format",
        "json",
    ]);
    java.args((0..names.len()).map(|at| folder.join(format!("{at}.html"))));
    let output = java
        .output()
        .unwrap_or_else(|error| panic!("java: {error}: apt-get install default-jre-headless"));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        let words = String::from_utf8_lossy(&output.stderr);
        panic!("the Nu HTML checker failed: {error}\n{words}")
    });
    let messages = report["messages"].as_array().expect("a list of messages");
    messages
        .iter()
        .map(|message| finding(message, names))
        .filter(|finding| !finding.help.starts_with(NO_HOST))
        .collect()
}

/// It reads files, which are of no host: what a page lets its own host do, it lets nobody do.
const NO_HOST: &str = "Resource violates Content Security Policy (meta tag): ";

fn finding(message: &Value, names: &[&str]) -> Finding {
    let text = |key: &str| message[key].as_str().unwrap_or_default().to_owned();
    let stem = |url: &str| Path::new(url).file_stem()?.to_str()?.parse::<usize>().ok();
    let name = stem(&text("url")).and_then(|at| names.get(at).copied());
    Finding {
        rule: text("type"),
        element: format!("{}: {}", name.unwrap_or_default(), text("extract")),
        help: text("message"),
    }
}
