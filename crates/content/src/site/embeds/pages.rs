//! Embeds of pages, at their present and their former paths.

use std::collections::HashSet;

use lscb_wire::Target;

use super::{Content, Embeddable};
use crate::{Page, Site, site::Entry};

pub(super) fn pages<'s>(site: &'s Site, _: &[Entry<'s>]) -> Vec<Embeddable<'s>> {
    let pages = site.pages_in_order().into_iter();
    unique(pages.flat_map(|page| of_page(page, None)))
}

pub(super) fn sections<'s>(site: &'s Site, _: &[Entry<'s>]) -> Vec<Embeddable<'s>> {
    let pages = site.pages_in_order().into_iter();
    let pages = pages.filter_map(|page| Some((page, site.top(page)?)));
    unique(pages.flat_map(|(page, head)| of_page(page, Some(head))))
}

/// Where a page is now stands before where another one was.
fn unique<'s>(embeddables: impl Iterator<Item = Embeddable<'s>>) -> Vec<Embeddable<'s>> {
    let (former, mut all): (Vec<_>, Vec<_>) =
        embeddables.partition(|embeddable| embeddable.is_former);
    let mut taken: HashSet<String> = all.iter().map(|embeddable| embeddable.id.clone()).collect();
    all.extend(
        former
            .into_iter()
            .filter(|embeddable| taken.insert(embeddable.id.clone())),
    );
    all
}

/// A page, and the same wherever it was before.
fn of_page<'s>(page: &'s Page, section: Option<&'s Page>) -> Vec<Embeddable<'s>> {
    let now = page.path.trimmed();
    let before = page.front.aliases.iter().map(|alias| alias.as_str());
    let embeddable = |(index, id): (usize, &str)| Embeddable {
        id: id.to_owned(),
        title: page.front.title.clone(),
        summary: page.front.summary.clone(),
        full: Target::Page(page.path.to_string()),
        is_former: index > 0,
        content: Content::Page { page, section },
    };
    std::iter::once(now)
        .chain(before)
        .enumerate()
        .map(embeddable)
        .collect()
}
