//! Breadcrumbs, menus and cards: the ways from page to page.

use lscb_wire::{Block, Card, Link, Menu, Target};

use crate::{Page, PagePath, Site};

/// What the first page is called where its title would be the name of the board.
const HOME: &str = "Home";

impl Site {
    /// The menu of the section that the page at `path` stands in: the page right below the
    /// first page, and the pages right below that. None if that one stands alone.
    pub fn menu(&self, path: &PagePath) -> Option<Menu> {
        let head = self.section_head(self.page(path)?)?;
        let pages = std::iter::once(head)
            .chain(self.children(head))
            .map(link)
            .collect();
        Some(Menu {
            path: head.path.to_string(),
            pages,
        })
    }

    /// The head of a section that has more pages than that one.
    pub(super) fn section_head(&self, page: &Page) -> Option<&Page> {
        self.top(page).filter(|head| !head.children.is_empty())
    }

    /// The page right below the first page that a page stands below, or is. None for the first
    /// page.
    pub(super) fn top(&self, page: &Page) -> Option<&Page> {
        let page = self.page(&page.path);
        std::iter::successors(page, |page| self.parent(page))
            .take_while(|page| !page.path.is_home())
            .last()
    }

    /// The title of the section that a page belongs to: that of the page right below the
    /// first page, which has a section of its own.
    pub fn section(&self, page: &Page) -> &str {
        self.top(page).map_or(HOME, |page| &page.front.title)
    }

    pub(super) fn breadcrumb(&self, page: &Page) -> Vec<Link> {
        let above = std::iter::successors(self.parent(page), |page| self.parent(page));
        let mut links: Vec<Link> = above.map(link).collect();
        links.reverse();
        if let Some(first) = links.first_mut() {
            // The title of the first page is the name of the board, which the header has.
            first.text = HOME.into();
        }
        links
    }

    /// Cards of the pages in the navigation.
    pub(super) fn sections(&self) -> Block {
        let pages = self
            .settings
            .navigation
            .iter()
            .filter_map(|path| self.page(path));
        Block::Cards(pages.map(card).collect())
    }

    /// Cards of the pages right below one.
    pub(super) fn pages_of(&self, path: &PagePath) -> Block {
        let pages = self
            .page(path)
            .into_iter()
            .flat_map(|page| self.children(page));
        Block::Cards(pages.map(card).collect())
    }

    /// All pages, each followed by those below it, in the order of the menus.
    pub(super) fn pages_in_order(&self) -> Vec<&Page> {
        let mut pages = Vec::with_capacity(self.pages.len());
        let tops = self.pages.iter().filter(|page| page.parent.is_none());
        let mut next: Vec<&Page> = tops.collect();
        next.reverse();
        while let Some(page) = next.pop() {
            pages.push(page);
            next.extend(page.children.iter().rev().map(|index| &self.pages[*index]));
        }
        pages
    }

    fn parent(&self, page: &Page) -> Option<&Page> {
        page.parent.map(|index| &self.pages[index])
    }

    fn children<'s>(&'s self, page: &'s Page) -> impl Iterator<Item = &'s Page> {
        page.children.iter().map(|index| &self.pages[*index])
    }
}

/// A link in a menu.
pub(super) fn link(page: &Page) -> Link {
    let front = &page.front;
    Link {
        to: Target::Page(page.path.to_string()),
        text: front.menu_title.as_ref().unwrap_or(&front.title).clone(),
        language: language(page),
    }
}

fn card(page: &Page) -> Card {
    Card {
        to: Target::Page(page.path.to_string()),
        title: page.front.title.clone(),
        summary: page.front.summary.clone(),
        language: language(page),
    }
}

/// The language of a page's title where other pages name it; empty if it is the site's.
pub(super) fn language(page: &Page) -> String {
    let language = page.front.language.as_ref();
    language.map(ToString::to_string).unwrap_or_default()
}
