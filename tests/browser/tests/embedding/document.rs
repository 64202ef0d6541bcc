//! The table of hosts in `docs/embedding.md`.

use std::fmt::Write as _;
use std::{env, fs};

use lscb_browser::engine::Engine;
use lscb_browser::host::{HOSTS, Level, WITHOUT_SCRIPTS};

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/embedding.md");
const START: &str = "<!-- hosts: `-- document` writes this -->\n";
const END: &str = "<!-- end -->\n";

fn table() -> String {
    let mut out = String::from("| the page | L1 | L2 | L3 |\n| --- | --- | --- | --- |\n");
    for host in HOSTS.iter().chain([&WITHOUT_SCRIPTS]) {
        let _ = write!(out, "| {} |", host.what);
        for level in Level::ALL {
            let mut found: Vec<(&str, Vec<String>)> = Vec::new();
            for engine in Engine::ALL {
                let words = host.outcome(level, engine).words();
                match found.iter_mut().find(|(known, _)| *known == words) {
                    Some((_, engines)) => engines.push(engine.to_string()),
                    None => found.push((words, vec![engine.to_string()])),
                }
            }
            let cell = match found.as_slice() {
                [(words, _)] => (*words).to_owned(),
                several => {
                    let each = several
                        .iter()
                        .map(|(words, engines)| format!("{words} ({})", engines.join(", ")));
                    each.collect::<Vec<_>>().join("; ")
                }
            };
            let _ = write!(out, " {cell} |");
        }
        out.push('\n');
    }
    out
}

/// What the scenarios of `hosts` hold each page to.
#[test]
fn document() {
    let document = fs::read_to_string(DOCUMENT).expect("docs/embedding.md");
    let (before, rest) = document.split_once(START).expect("the start of the table");
    let (there, after) = rest.split_once(END).expect("the end of the table");
    let table = table();
    if there != table {
        assert!(
            env::var("SNAPSHOTS").is_ok_and(|it| it == "overwrite"),
            "docs/embedding.md has another table: run this test with SNAPSHOTS=overwrite"
        );
        fs::write(DOCUMENT, format!("{before}{START}{table}{END}{after}"))
            .expect("docs/embedding.md");
    }
}
