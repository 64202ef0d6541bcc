//! Folders of content that must be refused, each with the exact words of the refusal, and
//! one that must not.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use lscb_content::{ContentFolder, SourceFile, read};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures")
}

/// The files of a folder of content, without the note on what is expected of it.
fn files(root: &Path, folder: &Path, out: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(root, &path, out);
        } else if path.file_name().unwrap() != "expected.txt" {
            let place = path
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            out.push(SourceFile {
                path: place,
                bytes: fs::read(&path).unwrap(),
            });
        }
    }
}

fn diagnostics(folder: &Path) -> String {
    let mut found = Vec::new();
    files(folder, folder, &mut found);
    let reading = read(&ContentFolder::default(), &found, &[], None);
    reading
        .diagnostics
        .iter()
        .map(|diagnostic| format!("{diagnostic}\n"))
        .collect()
}

#[test]
fn minimal_site_has_no_problems() {
    assert_eq!(diagnostics(&fixtures().join("minimal")), "");
}

/// With `UPDATE_EXPECTED=1` the notes are written anew; look at them before they go in.
#[test]
fn invalid_sites_have_exactly_the_expected_problems() {
    let mut cases: Vec<PathBuf> = fs::read_dir(fixtures().join("invalid"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(cases.len() >= 20, "only {} cases were found", cases.len());
    let mut wrong = String::new();
    for case in cases {
        let note = case.join("expected.txt");
        // A folder without the note is for the publisher, which sees files before they are read.
        let Ok(expected) = fs::read_to_string(&note) else {
            continue;
        };
        let found = diagnostics(&case);
        if env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&note, &found).unwrap();
        } else if found != expected || found.is_empty() {
            let case = case.display();
            wrong.push_str(&format!("\n{case}\nexpected:\n{expected}found:\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_files_at_all_is_a_problem_in_words() {
    let found: Vec<String> = read(&ContentFolder::default(), &[], &[], None)
        .diagnostics
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        found,
        [
            "content/index.md: There is no first page. Add content/index.md.",
            "content/site.toml: There is no site.toml. Add one with the site's title, board, \
             help lines and navigation.",
        ]
    );
}
