//! What is inside `<main>` of every page of the Sefton site, line by line, so that a
//! change of a component or of the content shows as what a reader would see.
//! `SNAPSHOTS=overwrite cargo test -p lscb-tests` accepts the new state.

use snapbox::{Data, assert_data_eq};

use crate::built::{SEFTON, repo};

#[test]
fn main_of_every_page() {
    for (route, html) in SEFTON.pages() {
        let main = html
            .split_once("<main")
            .and_then(|(_, rest)| rest.split_once("</main>"));
        let main = main
            .map(|(main, _)| format!("<main{main}</main>\n"))
            .expect("a main part");
        // One block a line: what a diff can show.
        let lines = main.replace("><", ">\n<");
        let name = match route.trim_matches('/') {
            "" => "home".to_owned(),
            path => path.replace('/', "."),
        };
        let file = repo(&format!("tests/site/snapshots/{name}.html"));
        assert_data_eq!(lines, Data::read_from(&file, None).raw());
    }
}
