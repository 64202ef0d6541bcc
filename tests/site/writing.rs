//! What editors write, as readers get it: marks, languages, names of files, order.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::built::{Built, build, files, repo};

/// Builds the smallest site with some files added, or with a word of its settings changed.
fn site(added: &[(&str, &str)], settings: Option<(&str, &str)>) -> Built {
    let folder = TempDir::new().expect("a temporary folder");
    let put = |path: &str, bytes: &[u8]| {
        let file: &Path = &folder.path().join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    };
    for (path, bytes) in files(&repo("tests/fixtures/minimal")) {
        put(&path, &bytes);
    }
    for (path, text) in added {
        put(path, text.as_bytes());
    }
    if let Some((from, to)) = settings {
        let file = folder.path().join("site.toml");
        let text = fs::read_to_string(&file).expect("settings");
        assert!(text.contains(from));
        fs::write(file, text.replace(from, to)).expect("settings");
    }
    build(folder.path())
}

fn page(title: &str, more: &str, text: &str) -> String {
    format!("+++\ntitle = \"{title}\"\nsummary = \"A page.\"\n{more}+++\n\n{text}\n")
}

/// The inside of `<main>` of a page that says this.
fn main_of(text: &str, more: &str) -> String {
    let site = site(&[("new.md", &page("New", more, text))], None);
    let html = site.text("new/index.html");
    let (_, main) = html.split_once("<main").expect("a main part");
    let (main, _) = main.split_once("</main>").expect("its end");
    let (_, main) = main.split_once('>').expect("its tag");
    main.to_owned()
}

#[test]
fn headings_never_have_the_anchor_of_the_page_around_them() {
    let main = main_of(
        "## Status\n\n## Notice\n\n## Axe\n\n## Café\n\n[a](#caf) [b](#cafe)",
        "",
    );
    for part in [
        r#"<h2 id="status-2">"#,
        r#"<h2 id="notice-2">"#,
        r#"<h2 id="axe-2">"#,
        r#"<h2 id="cafe"><span id="caf"></span>Café</h2>"#,
    ] {
        assert!(main.contains(part), "{part} in {main}");
    }
}

#[test]
fn marks_of_gfm_are_drawn() {
    let main = main_of(
        "~~a~~ https://a.org/ b@c.org d[^1] e[^1]\n\n- [x] f\n- [ ] g\n\n3. h\n4. i\n\n\
         |j|k|\n|-|-:|\n|l|m|\n\n[^1]: n",
        "",
    );
    for part in [
        "<del>a</del>",
        r#"<a href="https://a.org/">https://a.org/<span class="aside"> (another website)</span></a>"#,
        r#"<a href="mailto:b@c.org">b@c.org</a>"#,
        "<sup><a id=\"footnote-1-from\" href=\"#footnote-1\" role=\"doc-noteref\" aria-label=\"Footnote 1\">1</a></sup>",
        r#"<li><span role="img" aria-label="Done">☑</span> f</li>"#,
        r#"<li><span role="img" aria-label="Not done">☐</span> g</li>"#,
        r#"<ol start="3"><li>h</li><li>i</li></ol>"#,
        r#"<th scope="col" class="end">k</th>"#,
        r#"<td class="end">m</td>"#,
        "<li id=\"footnote-1\"><p>n <a href=\"#footnote-1-from\">Back to note 1 in the text</a> <a href=\"#footnote-1-2-from\">Back to note 1 in the text (2)</a></p></li>",
    ] {
        assert!(main.contains(part), "{part} in {main}");
    }
}

#[test]
fn languages_and_directions_are_said() {
    let text = "Hello [cześć](language:pl).\n\nمرحبا بكم\n\n::passage{language=\"ur\"}\n\n## مدد\n\n\
                خوش آمدید\n\nWelcome\n\n::passage-end{}\n\nBye.";
    let main = main_of(text, "");
    for part in [
        r#"Hello <span dir="ltr" lang="pl">cześć</span>."#,
        r#"<div dir="rtl"><p>مرحبا بكم</p></div>"#,
        r#"<div dir="rtl" lang="ur"><h2 id="section">مدد</h2><p>خوش آمدید</p><div dir="ltr"><p>Welcome</p></div></div><p>Bye.</p>"#,
    ] {
        assert!(main.contains(part), "{part} in {main}");
    }
    let main = main_of("مرحبا", "language = \"ar\"\n");
    assert!(
        main.contains(r#"<div dir="rtl" lang="ar"><h1 tabindex="-1">New</h1><p>مرحبا</p></div>"#),
        "{main}"
    );
    let arabic = site(&[], Some(("\"en-GB\"", "\"ar\"")));
    let html = arabic.text("index.html");
    assert!(html.contains(r#"<html lang="ar" dir="rtl">"#), "{html}");
    let html = site(&[], None).text("index.html");
    assert!(html.contains(r#"<html lang="en-GB">"#), "{html}");
}

#[test]
fn names_of_files_are_the_same_in_both_forms_of_unicode() {
    let composed = "r\u{e9}sum\u{e9}.pdf";
    let apart = "re\u{301}sume\u{301}.pdf";
    for (on_disk, named) in [(apart, composed), (composed, apart), (apart, apart)] {
        let record = format!(
            "[[document]]\nslug = \"plan\"\ntitle = \"Plan\"\ntype = \"plan\"\nowner = \"board\"\n\
             file = \"{named}\"\n"
        );
        let site = site(
            &[
                ("records/documents.toml", &record),
                (&format!("documents/{on_disk}"), "%PDF-1.4"),
                ("new.md", &page("New", "", "::document{slug=\"plan\"}")),
            ],
            None,
        );
        let files = site.files();
        assert!(files.contains_key(&format!("documents/{composed}")));
        assert!(!files.contains_key(&format!("documents/{apart}")));
    }
}

#[test]
fn what_systems_leave_in_folders_is_passed_over() {
    let left = [
        "Thumbs.db",
        "desktop.ini",
        "new.md~",
        "documents/~$plan.docx",
        "images/thumbs.db",
    ];
    let site = site(&left.map(|path| (path, "left")), None);
    for path in site.files().into_keys() {
        assert!(!left.contains(&path.as_str()), "{path}");
    }
}

#[test]
fn pages_stand_in_the_order_of_the_alphabet() {
    let titles = ["Banana", "Élan", "apple", "Zoo", "Elm"];
    let pages: Vec<(String, String)> = titles
        .iter()
        .enumerate()
        .map(|(number, title)| (format!("fruit/p{number}.md"), page(title, "", "Text.")))
        .collect();
    let mut added: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let list = page("Fruit", "", "::pages{of=\"/fruit/\"}");
    added.push(("fruit/index.md", &list));
    let html = site(&added, None).text("fruit/index.html");
    let (_, main) = html.split_once("<main").expect("a main part");
    let at = |title: &str| main.find(&format!(">{title}<")).expect("a card");
    let mut found = titles;
    found.sort_by_key(|title| at(title));
    assert_eq!(found, ["apple", "Banana", "Élan", "Elm", "Zoo"]);
}
