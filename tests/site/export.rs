//! The site as one zip archive, to be read from a folder without scripts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use lscb_publish::export::{ExportFiles, export};
use scraper::{ElementRef, Html};
use tempfile::TempDir;
use zip::ZipArchive;

use crate::built::{Built, SEFTON, build, repo};
use crate::markup::{select, words};

fn to_zip(file: &Path) -> ExportFiles<'_> {
    ExportFiles {
        zip: Some(file),
        ..ExportFiles::default()
    }
}

/// The files of an archive of a built site.
fn archive(site: &Built) -> BTreeMap<String, Vec<u8>> {
    let folder = TempDir::new().expect("a temporary folder");
    let file = folder.path().join("site.zip");
    export(&site.root(), to_zip(&file)).expect("an archive");
    let bytes = fs::read(file).expect("the archive");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip archive");
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("its bytes");
        let name = entry.name().expect("a name").into_owned();
        files.insert(name, bytes);
    }
    files
}

fn html(bytes: &[u8]) -> Html {
    Html::parse_document(std::str::from_utf8(bytes).expect("UTF-8"))
}

/// Where a link of the page `from` leads inside the archive: the file and the place in it.
fn inside(from: &str, link: &str) -> Option<(String, String)> {
    let (path, place) = link.split_once('#').unwrap_or((link, ""));
    if path.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    if !path.is_empty() {
        parts.pop();
        for part in path.split('/').filter(|part| *part != ".") {
            if part == ".." {
                parts.pop().expect("a link that stays inside");
            } else {
                parts.push(part);
            }
        }
    }
    Some((parts.join("/"), place.to_owned()))
}

#[test]
fn every_link_leads_to_a_file_and_a_place_in_it() {
    let files = archive(&SEFTON);
    let mut followed = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = html(bytes);
        let links = select(&page, "[href]").into_iter();
        let links = links.filter_map(|it| it.attr("href"));
        let shown = select(&page, "[src]").into_iter();
        for link in links.chain(shown.filter_map(|it| it.attr("src"))) {
            let Some((file, place)) = inside(path, link) else {
                continue;
            };
            let target = files.get(&file);
            let target = target.unwrap_or_else(|| panic!("{path}: {link} leads nowhere"));
            let there = place.is_empty()
                || select(&html(target), "[id]")
                    .iter()
                    .any(|it| it.attr("id") == Some(&place));
            assert!(there, "{path}: {link} leads to no place of {file}");
            followed += 1;
        }
    }
    assert!(followed > 200, "{followed} links");
}

#[test]
fn every_word_of_every_page_is_there() {
    let files = archive(&SEFTON);
    for (route, published) in SEFTON.pages() {
        let path = format!("{}index.html", &route[1..]);
        let copy = html(&files[&path]);
        let published = Html::parse_document(&published);
        for part in ["title", "h1", ".help", ".as-at", "main > *"] {
            let own = select(&copy, part);
            let published = select(&published, part);
            // What only works on the site itself says so, or is left out.
            let plain = |all: &[ElementRef<'_>]| -> Vec<String> {
                let own = [Some("offline"), Some("search-page"), Some("embeds")];
                let all = all.iter().filter(|it| !own.contains(&it.attr("class")));
                all.map(words).collect()
            };
            assert_eq!(plain(&own), plain(&published), "{route}: {part}");
        }
    }
}

#[test]
fn nothing_is_there_that_needs_a_script_or_a_host() {
    let files = archive(&SEFTON);
    let others: BTreeSet<_> = files
        .keys()
        .filter(|path| !path.ends_with(".html"))
        .collect();
    let expected = [
        "README.txt",
        "icon.svg",
        "images/learning.svg",
        "images/relationships.svg",
    ];
    assert_eq!(others, expected.map(String::from).iter().collect());
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = html(bytes);
        for needy in [
            "script",
            "form",
            "#status",
            "#notice",
            ".slash",
            "meta[name=app]",
        ] {
            assert!(select(&page, needy).is_empty(), "{path} has {needy}");
        }
        let foot: String = select(&page, "footer").iter().map(words).collect();
        assert!(foot.contains("You are reading a copy"), "{path}: {foot}");
    }
    let search = html(&files["about-us/index.html"]);
    let search = select(&search, "header .search a");
    assert_eq!(search[0].attr("href"), Some("../search/index.html"));
    let embeds = html(&files["embed-this-site/index.html"]);
    let embeds = words(&select(&embeds, ".embeds")[0]);
    assert!(embeds.starts_with("A copy in files of its own"), "{embeds}");
    let offline = html(&files["offline/index.html"]);
    let offline = words(&select(&offline, ".offline")[0]);
    assert!(offline.starts_with("This is a copy already"), "{offline}");
    let readme = String::from_utf8_lossy(&files["README.txt"]);
    assert!(readme.contains("open index.html"), "{readme}");
}

#[test]
fn the_same_site_gives_the_same_bytes() {
    let folder = TempDir::new().expect("a temporary folder");
    let [one, two] = ["one.zip", "two.zip"].map(|name| folder.path().join(name));
    export(&SEFTON.root(), to_zip(&one)).expect("an archive");
    export(&SEFTON.root(), to_zip(&two)).expect("an archive");
    assert_eq!(fs::read(&one).ok(), fs::read(&two).ok());
    let names = fs::read_dir(folder.path()).expect("a folder").count();
    assert_eq!(names, 2, "something was left behind");
}

#[test]
fn a_site_that_was_changed_by_hand_is_not_exported() {
    let site = build(&repo("content"));
    fs::write(site.root().join("privacy/index.html"), "Changed.").expect("a page");
    fs::remove_file(site.root().join("icon.svg")).expect("an icon");
    let folder = TempDir::new().expect("a temporary folder");
    let file = folder.path().join("site.zip");
    fs::write(&file, "an older one").expect("a file");
    let error = export(&site.root(), to_zip(&file)).expect_err("a changed site");
    let said = error.to_string();
    assert!(said.contains("icon.svg is missing"), "{said}");
    assert!(said.contains("privacy/index.html was changed"), "{said}");
    assert!(said.contains("Build the site again"), "{said}");
    assert_eq!(fs::read(&file).expect("a file"), b"an older one");
}

#[test]
fn where_nothing_can_be_written_or_read_it_says_so() {
    let folder = TempDir::new().expect("a temporary folder");
    let said = |dist: &Path, file: &Path| {
        let error = export(dist, to_zip(file)).expect_err("a mistake");
        error.to_string()
    };
    let (none, file) = (folder.path().join("none"), folder.path().join("site.zip"));
    assert!(said(&none, &file).contains("There is no folder"));
    assert!(said(folder.path(), &file).contains("is not a built site"));
    assert!(said(&SEFTON.root(), &none.join("site.zip")).contains("no folder"));
    assert!(said(&SEFTON.root(), folder.path()).contains("is a folder"));
}
