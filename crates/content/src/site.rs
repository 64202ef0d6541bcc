//! A board's site: its pages and records, checked, and what to draw for each path.

use crate::{PagePath, wire};

/// A board's site.
#[derive(Debug)]
pub struct Site {}

/// An address that no longer has a page and the page to send its readers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The old path without slashes at its ends: `lscb/about-us/print`.
    pub from: String,
    /// The path of the page: `/about-us/`.
    pub to: String,
}

impl Site {
    /// The paths of all pages, in the order of their bytes.
    pub fn paths(&self) -> impl Iterator<Item = &PagePath> {
        [].iter()
    }

    /// The page at `path`, with every record that it places looked up.
    pub fn view(&self, _path: &PagePath) -> Option<wire::Page> {
        None
    }

    /// The menu of the section that the page at `path` stands in.
    pub fn menu(&self, _path: &PagePath) -> Option<wire::Menu> {
        None
    }

    /// What stands around every page.
    pub fn shell(&self) -> wire::Shell {
        wire::Shell {
            title: String::new(),
            short_title: String::new(),
            language: String::new(),
            navigation: Vec::new(),
            footer: Vec::new(),
            help: Vec::new(),
            as_at: String::new(),
        }
    }

    /// All old addresses, in the order of their bytes.
    pub fn redirects(&self) -> Vec<Redirect> {
        Vec::new()
    }
}
