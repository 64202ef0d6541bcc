//! The Sefton site against the text that the board published: nothing lost, nothing
//! reworded, nothing added in the board's name.

mod counts;
mod documents;
pub(crate) mod flatten;
pub(crate) mod folder;
mod legacy;
mod lines;
mod links;
mod once;
mod summaries;

use std::collections::BTreeMap;

use flatten::{all_lines, published_lines};
use lines::{ELSEWHERE, PAGES};
pub(crate) use lines::{check_order, seed_lines};
use lscb_wire::Page;

/// Every page of the site by its path.
fn pages() -> BTreeMap<String, Page> {
    let site = folder::reading().site;
    let paths: Vec<_> = site.paths().cloned().collect();
    paths
        .iter()
        .map(|path| {
            let page = site
                .view(path)
                .unwrap_or_else(|| panic!("no view of {path}"));
            (page.path.clone(), page)
        })
        .collect()
}

/// The seven pages of the print view.
pub(crate) fn published_pages() -> Vec<Page> {
    let mut pages = pages();
    PAGES[1..]
        .iter()
        .filter_map(|(_, path)| pages.remove(*path))
        .collect()
}

#[test]
fn the_content_has_no_problems() {
    let problems: Vec<_> = folder::reading()
        .diagnostics
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_published_line_is_on_its_page_in_order() {
    let texts = pages()
        .iter()
        .map(|(path, page)| (path.clone(), all_lines(page).join("\n")))
        .collect();
    let lost = check_order(&texts);
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn the_published_pages_say_nothing_more() {
    let pages = pages();
    for (title, path) in &PAGES[1..] {
        let page = pages
            .get(*path)
            .unwrap_or_else(|| panic!("no page at {path}"));
        assert_eq!(page.title, *title);
        let published: Vec<_> = seed_lines()
            .into_iter()
            .filter(|line| line.page == *path)
            .map(|line| line.text)
            .collect();
        assert_eq!(published_lines(page), published, "{path}");
    }
}

#[test]
fn what_the_print_view_left_of_pictures_is_told_only_on_the_page_about_this_site() {
    for (path, page) in pages() {
        let lines = all_lines(&page);
        for words in ELSEWHERE {
            if path == "/about-this-site/" {
                assert!(lines.iter().any(|line| line == words), "{words}");
            } else {
                assert!(
                    !lines.iter().any(|line| line.contains(words)),
                    "{path}: {words}"
                );
            }
        }
    }
}

#[test]
fn a_lost_picture_is_told_of_where_it_stood() {
    let (site, pages) = (folder::reading().site, pages());
    for image in site.records.images.iter() {
        let lines = all_lines(&pages[image.page.as_str()]);
        let told = lines
            .iter()
            .any(|line| line.starts_with("A picture that was published here"));
        assert!(told, "{}", image.page);
    }
}

#[test]
fn the_first_page_does_not_repeat_the_published_text() {
    let site = folder::reading().site;
    // What the first page links to, it calls by its name.
    let mut names: Vec<String> = PAGES.iter().map(|(title, _)| (*title).into()).collect();
    for review in site.records.reviews.iter() {
        names.extend([review.title.clone(), review.date.words()]);
    }
    let mut first = all_lines(&pages()["/"]);
    first.retain(|line| !names.contains(line));
    let first = first.join("\n");
    for line in seed_lines()
        .iter()
        .filter(|line| !names.contains(&line.text))
    {
        let repeated = line
            .text
            .split(". ")
            .find(|sentence| first.contains(sentence));
        assert_eq!(repeated, None, "line {}", line.number);
    }
}

#[test]
fn slips_stay_as_published_and_their_corrections_stand_beside_them() {
    let (site, pages) = (folder::reading().site, pages());
    let list = all_lines(&pages["/about-this-site/"]).join("\n");
    assert!(
        site.records
            .corrections
            .iter()
            .any(|it| it.published == "emerging threads")
    );
    for correction in site.records.corrections.iter() {
        let page = &pages[correction.page.as_str()];
        let board = published_lines(page).join("\n");
        assert!(board.contains(&correction.published), "{}", correction.slug);
        let whole = all_lines(page).join("\n");
        for text in [&whole, &list] {
            assert!(text.contains(&correction.corrected), "{}", correction.slug);
        }
    }
}
