//! A document whose file the board has supplied.

use std::fs;

use tempfile::TempDir;

use crate::built::{build, files, repo};

#[test]
fn a_file_turns_the_words_into_a_link_with_type_and_size() {
    let folder = TempDir::new().expect("a temporary folder");
    for (path, bytes) in files(&repo("content")) {
        let file = folder.path().join(&path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }
    let records = folder.path().join("records/documents.toml");
    let text = fs::read_to_string(&records).expect("the documents");
    let (first, rest) = text
        .split_once("slug = \"governance-handbook\"\n")
        .expect("the handbook");
    let with_file =
        format!("{first}slug = \"governance-handbook\"\nfile = \"handbook.pdf\"\n{rest}");
    fs::write(&records, with_file).expect("the documents");
    fs::create_dir(folder.path().join("documents")).expect("a folder");
    let pdf = fs::read(repo("tests/fixtures/two-pages.pdf")).expect("a PDF");
    fs::write(folder.path().join("documents/handbook.pdf"), &pdf).expect("a file");

    let site = build(folder.path());
    let page = site.text("governance-and-structure/index.html");
    let link = r#"<a href="../documents/handbook.pdf">GOVERNANCE HANDBOOK<span class="aside"> (PDF, 752 bytes, 2 pages)</span></a>"#;
    assert!(
        page.contains(link),
        "{}",
        &page[page.find("<main").unwrap_or(0)..]
    );
    assert_eq!(site.files().get("documents/handbook.pdf"), Some(&pdf));
}
