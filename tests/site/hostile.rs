//! A site whose names, words and numbers are as awkward as they may be: it is built as any
//! other. How it stands on a screen is the browser suite's to judge.

use std::fs;

use tempfile::TempDir;

use crate::built::{Built, build, files, repo};
use crate::html::{check_headings, check_inline, check_links};

/// As many words as the largest page has.
const WORDS: usize = 50_000;

/// The site with its long page at full length.
fn hostile() -> Built {
    let folder = TempDir::new().expect("a temporary folder");
    for (path, bytes) in files(&repo("tests/fixtures/hostile")) {
        let file = folder.path().join(&path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }
    let long = folder.path().join("long.md");
    let text = fs::read_to_string(&long).expect("the long page");
    let (front, body) = text.rsplit_once("+++").expect("its front matter");
    let times = WORDS.div_ceil(body.split_whitespace().count());
    fs::write(&long, format!("{front}+++{}", body.repeat(times))).expect("the long page");
    build(folder.path())
}

#[test]
fn awkward_names_and_a_page_of_50_000_words_are_built_whole() {
    let site = hostile();
    check_headings(&site);
    check_links(&site);
    check_inline(&site);

    let words = site.text("long/index.html").split_whitespace().count();
    assert!(words > WORDS, "{words}");
    let home = site.text("index.html");
    let header = home.split("</header>").next().expect("a header");
    assert_eq!(header.matches("<li>").count(), 60, "sections in the header");
}
