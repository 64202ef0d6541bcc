//! The page hierarchy: the parent and the children of each page.

use std::collections::HashMap;

use super::site_builder::FieldLines;
use crate::{Diagnostic, Page, PagePath, collation::Collation};

/// Gives every page its parent and its children. `pages` are in the order of their paths.
pub(super) fn arrange(
    pages: &mut [Page],
    lines: &FieldLines,
    collation: &Collation,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let parents: Vec<Option<usize>> = pages.iter().map(|page| parent(page, pages)).collect();
    for (page, parent) in pages.iter_mut().zip(parents) {
        page.parent = parent;
    }
    break_loops(pages, lines, &mut diagnostics);
    for child in 0..pages.len() {
        if let Some(parent) = pages[child].parent {
            pages[parent].children.push(child);
        }
    }
    for parent in 0..pages.len() {
        let mut children = std::mem::take(&mut pages[parent].children);
        children.sort_by(|a, b| {
            let (a, b) = (&pages[*a].front, &pages[*b].front);
            let by_title = || collation.compare(&a.title, &b.title);
            a.order.cmp(&b.order).then_with(by_title)
        });
        same_titles(&children, pages, lines, &mut diagnostics);
        pages[parent].children = children;
    }
    diagnostics
}

/// Reports pages beside each other, in one language, that menus cannot tell apart. `children` are in
/// the order of the menu.
fn same_titles(
    children: &[usize],
    pages: &[Page],
    lines: &FieldLines,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut children = children.to_vec();
    children.sort_unstable();
    let mut first = HashMap::new();
    for page in children.into_iter().map(|child| &pages[child]) {
        // One that could not be read has none.
        if page.front.title.is_empty() {
            continue;
        }
        let key = (&page.front.title, &page.front.language);
        let other: &Page = first.entry(key).or_insert(page);
        if other.path != page.path {
            diagnostics.push(Diagnostic::new(
                &page.file,
                lines.line(&page.path, "title"),
                format!(
                    "The page {} beside this one has the same title, “{}”.",
                    other.path, page.front.title
                ),
                "Say in each title what sets it apart.",
            ));
        }
    }
}

/// The page that is named as the parent or, if none is, the nearest one whose folder this
/// page is in.
fn parent(page: &Page, pages: &[Page]) -> Option<usize> {
    if let Some(index) = page
        .front
        .parent
        .as_ref()
        .and_then(|path| find(pages, path))
    {
        return Some(index);
    }
    let mut above = page.path.parent();
    while let Some(path) = above {
        if let Some(index) = find(pages, &path) {
            return Some(index);
        }
        above = path.parent();
    }
    None
}

fn find(pages: &[Page], path: &PagePath) -> Option<usize> {
    pages.binary_search_by(|page| page.path.cmp(path)).ok()
}

/// Reports the loops, and takes the pages out of them so that nothing goes round for ever.
fn break_loops(pages: &mut [Page], lines: &FieldLines, diagnostics: &mut Vec<Diagnostic>) {
    // The walk that each page was reached in, counted from 1.
    let mut reached = vec![0; pages.len()];
    for start in 0..pages.len() {
        let mut at = start;
        while reached[at] == 0 {
            reached[at] = start + 1;
            match pages[at].parent {
                Some(parent) => at = parent,
                None => break,
            }
        }
        if reached[at] == start + 1 && pages[at].parent.is_some() {
            let members = members(at, pages);
            diagnostics.extend(report(&members, pages, lines));
            for member in members {
                pages[member].parent = None;
            }
        }
    }
}

/// The pages of the loop that `start` is in, each below the next, from the one whose path
/// is first.
fn members(start: usize, pages: &[Page]) -> Vec<usize> {
    let mut members = vec![start];
    let mut at = pages[start].parent;
    while let Some(next) = at.filter(|next| *next != start) {
        members.push(next);
        at = pages[next].parent;
    }
    let first = (0..members.len())
        .min_by_key(|place| members[*place])
        .unwrap_or_default();
    members.rotate_left(first);
    members
}

fn report(members: &[usize], pages: &[Page], lines: &FieldLines) -> Option<Diagnostic> {
    let names_parent = |page: &&usize| pages[**page].front.parent.is_some();
    let first = &pages[*members.iter().find(names_parent)?];
    let mut path: Vec<&str> = members
        .iter()
        .map(|page| pages[*page].path.as_str())
        .collect();
    path.push(path[0]);
    let steps: Vec<String> = path
        .windows(2)
        .map(|step| format!("{} is below {}", step[0], step[1]))
        .collect();
    let line = lines.line(&first.path, "parent");
    Some(Diagnostic::new(
        &first.file,
        line,
        format!("There is a navigation loop: {}.", steps.join(", ")),
        "Give one of these pages another `parent`.",
    ))
}
