//! The same site on every server, at three paths, in both profiles.

use std::{env, fs};

use lscb_hosting::matrix::{Cell, probe, table};
use lscb_hosting::server::Kind;
use lscb_hosting::site::Site;
use lscb_publish::policy::Profile;

/// The document that has the table, and the lines between which it stands.
const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/hosting.md");
const START: &str = "<!-- hosts: cargo xtask test writes this -->\n";
const END: &str = "<!-- /hosts -->";

#[test]
fn every_host_answers_every_probe_at_every_path() {
    let site = Site::built(Profile::Standalone);
    let cells: Vec<Cell> = Kind::ALL
        .into_iter()
        .flat_map(|kind| probe(kind, &site, kind.bases()))
        .collect();
    let table = table(&cells);
    println!("{table}");
    let failures: Vec<_> = cells.iter().flat_map(|cell| &cell.failures).collect();
    assert!(failures.is_empty(), "{failures:#?}");

    let document = fs::read_to_string(DOCUMENT).expect("docs/hosting.md");
    let (before, rest) = document.split_once(START).expect("the start of the table");
    let (there, after) = rest.split_once(END).expect("the end of the table");
    if there != table {
        assert!(
            env::var("HOSTS").is_ok_and(|it| it == "overwrite"),
            "docs/hosting.md has another table: run `HOSTS=overwrite cargo xtask test`"
        );
        fs::write(DOCUMENT, format!("{before}{START}{table}{END}{after}"))
            .expect("docs/hosting.md");
    }
}

#[test]
fn a_site_that_others_may_embed_says_so_on_every_host() {
    let hosts = vec![
        "https://intranet.example".into(),
        "https://*.nhs.example".into(),
    ];
    let site = Site::built(Profile::Embeddable(hosts));
    let cells = Kind::ALL
        .into_iter()
        .flat_map(|kind| probe(kind, &site, &kind.bases()[..1]));
    let failures: Vec<_> = cells.flat_map(|cell| cell.failures).collect();
    assert!(failures.is_empty(), "{failures:#?}");
}
