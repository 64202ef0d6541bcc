//! Documents whose files are here: each page of a file is found by its own words.

use std::fs;
use std::path::Path;

use lscb_publish::search::BuiltIndex;
use lscb_search::{Kind, SearchQuery, SearchResults};
use tempfile::TempDir;

use crate::built::{Built, build, files, repo};

/// A PDF whose pages have these contents (ISO 32000-1, 7.8.2), and these entries in its
/// trailer.
fn pdf(pages: &[&str], trailer: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len())
        .map(|page| format!("{} 0 R", 4 + 2 * page))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count {} >>",
            kids.join(" "),
            pages.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    for (page, content) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> >> >>",
            5 + 2 * page
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ));
    }
    let mut out = String::from("%PDF-1.4\n");
    let mut table = String::from("0000000000 65535 f \n");
    for (place, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", place + 1));
    }
    let (size, start) = (objects.len() + 1, out.len());
    out.push_str(&format!(
        "xref\n0 {size}\n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n\
         startxref\n{start}\n%%EOF"
    ));
    out.into_bytes()
}

/// One line of text, as a page has it.
fn line(words: &str) -> String {
    format!("BT /F1 24 Tf 72 720 Td ({words}) Tj ET")
}

/// A content folder with these files of documents, each with a title.
fn with_files(documents: &[(&str, &str, Vec<u8>)]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (path, bytes) in files(&repo("tests/fixtures/minimal")) {
        write(&folder.path().join(&path), &bytes);
    }
    let owner = body(folder.path());
    let mut records = String::new();
    let mut links = String::from(
        "+++\ntitle = \"Documents\"\nsummary = \"All of them.\"\n+++\n\n## Read them\n",
    );
    for (file, title, bytes) in documents {
        let slug = file.split('.').next().expect("a name");
        records.push_str(&format!(
            "[[document]]\nslug = \"{slug}\"\ntitle = \"{title}\"\ntype = \"plan\"\n\
             owner = \"{owner}\"\nfile = \"{file}\"\n"
        ));
        links.push_str(&format!("\n[{title}](document:{slug})\n"));
        write(&folder.path().join("documents").join(file), bytes);
    }
    write(
        &folder.path().join("records/documents.toml"),
        records.as_bytes(),
    );
    write(
        &folder.path().join("documents-of-ours.md"),
        links.as_bytes(),
    );
    folder
}

/// The slug of the fixture's first body.
fn body(folder: &Path) -> String {
    let bodies = fs::read_to_string(folder.join("records/bodies.toml")).expect("bodies");
    let slug = bodies
        .split("slug = \"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    slug.expect("a slug").to_owned()
}

fn write(file: &Path, bytes: &[u8]) {
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, bytes).expect("a file");
}

fn ask(site: &Built, query: &str) -> SearchResults {
    let query = SearchQuery {
        text: query.into(),
        limit: 10,
        ..SearchQuery::default()
    };
    let mut index = BuiltIndex::open(&site.root()).expect("an index");
    index.ask(&query).expect("an answer")
}

fn find(site: &Built, query: &str) -> Vec<String> {
    let hits = ask(site, query).hits.into_iter();
    hits.map(|hit| hit.address).collect()
}

#[test]
fn the_words_of_a_page_lead_to_that_page_of_the_file() {
    let third = "BT /F1 24 Tf 72 720 Td (Lanterns are) Tj 0 -30 Td (counted twice) Tj \
                 T* [(by the har) 20 (bour) -300 (master)] TJ ET";
    let pages = [
        &line("Contents"),
        &line("Ferries leave at noon"),
        third,
        &line("The end"),
    ];
    let pages: Vec<&str> = pages.iter().map(|page| page.as_ref()).collect();
    let folder = with_files(&[("plan.pdf", "Plan of the Harbour", pdf(&pages, ""))]);
    let site = build(folder.path());

    let found = ask(&site, "lanterns");
    let hit = &found.hits[0];
    assert_eq!(hit.address, "documents/plan.pdf#page=3");
    assert_eq!(hit.kind, Kind::DocumentPage);
    assert_eq!(hit.parent.as_deref(), Some("Plan of the Harbour"));
    let snippet: String = hit
        .snippet
        .0
        .iter()
        .map(|span| span.text.as_str())
        .collect();
    assert_eq!(snippet, "Lanterns are counted twice by the harbour master");
    assert_eq!(find(&site, "ferries noon"), ["documents/plan.pdf#page=2"]);
    for whole in ["plan of the harbour", "harbour plan", "plan"] {
        assert_eq!(find(&site, whole)[0], "documents/plan.pdf", "{whole}");
    }
    // A word of the title and one of the page.
    assert_eq!(find(&site, "plan ferries")[0], "documents/plan.pdf#page=2");
}

#[test]
fn a_file_without_words_that_can_be_read_is_found_by_its_title() {
    let whole = pdf(&[&line("Secret words")], "");
    let locked = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) \
                  /U (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb) >> /ID [(1234567890123456) (1234567890123456)]";
    let mut damaged = whole.clone();
    for byte in damaged.iter_mut().skip(40).step_by(7) {
        *byte = b'(';
    }
    let folder = with_files(&[
        (
            "scanned.pdf",
            "Scanned letter",
            pdf(&["0 0 100 100 re f"], ""),
        ),
        (
            "locked.pdf",
            "Locked letter",
            pdf(&[&line("Secret words")], locked),
        ),
        ("damaged.pdf", "Damaged letter", damaged),
        (
            "cut.pdf",
            "Shortened letter",
            whole[..whole.len() / 2].to_vec(),
        ),
        ("sheet.ods", "Sheet of figures", b"PK\x03\x04".to_vec()),
    ]);
    let site = build(folder.path());
    for (title, address) in [
        ("scanned letter", "documents/scanned.pdf"),
        ("locked letter", "documents/locked.pdf"),
        ("damaged letter", "documents/damaged.pdf"),
        ("shortened letter", "documents/cut.pdf"),
        ("sheet of figures", "documents/sheet.ods"),
    ] {
        assert_eq!(find(&site, title)[0], address);
    }
    assert_eq!(ask(&site, "secret ").missing, ["secret"]);
}

#[test]
fn a_withdrawn_review_is_not_found_and_neither_are_its_documents() {
    let folder = TempDir::new().expect("a temporary folder");
    for (path, bytes) in files(&repo("content")) {
        let text = String::from_utf8_lossy(&bytes).replace(
            "pseudonyms = [\"Janet\"]",
            "pseudonyms = [\"Janet\"]\nstatus = \"withdrawn\"",
        );
        write(&folder.path().join(&path), text.as_bytes());
    }
    let site = build(folder.path());
    for query in ["janet", "serious case review", "7 minute briefing"] {
        for hit in ask(&site, query).hits {
            let of_a_page = hit.kind == Kind::Page;
            let title: String = hit.title.0.iter().map(|span| span.text.as_str()).collect();
            assert!(of_a_page || !title.contains("Janet"), "{title}");
        }
    }
}
