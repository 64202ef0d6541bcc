//! Pages on another origin of this machine that embed a part of the site.
//!
//! [`HOSTS`] is the table of them; a new host is one entry. The site is at `127.0.0.1` and they
//! are at `localhost`, which browsers take for two sites.

mod server;
mod table;

pub use server::{HostServer, NONSENSE, SEND};
pub use table::{HOSTS, WITHOUT_SCRIPTS};

use crate::engine::Engine;

/// How much of the site's help a page takes (docs/embedding.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A frame and a link, no script.
    Frame,
    /// The same, and the script that gives the frame its height.
    Sized,
    /// The element that the script defines.
    Element,
}

impl Level {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Frame, Self::Sized, Self::Element];

    /// Its name in addresses and in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Frame => "L1",
            Self::Sized => "L2",
            Self::Element => "L3",
        }
    }
}

/// What the reader of the page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The words inside of the element: a link and a summary.
    Words,
    /// A frame of the height that the page gave it.
    Fixed,
    /// A frame that is as high as its text.
    Whole,
}

impl Outcome {
    /// In the table.
    pub fn words(self) -> &'static str {
        match self {
            Self::Words => "link and words",
            Self::Fixed => "fixed height",
            Self::Whole => "whole",
        }
    }
}

/// A page that embeds a part of the site.
#[derive(Clone, Copy, Debug)]
pub struct Host {
    /// Its name, also in its address.
    pub name: &'static str,
    /// What it is, for the table.
    pub what: &'static str,
    /// Headers of its page. `{site}` is the origin of the site.
    pub headers: &'static [(&'static str, &'static str)],
    /// What it has in its `head`.
    pub head: &'static str,
    /// Attributes that it gives its frame.
    pub frame: &'static str,
    /// Whether it leaves scripts in what is pasted into it.
    pub keeps_scripts: bool,
    /// Whether it stands in a page itself.
    pub is_nested: bool,
    /// Whether its policy tells the console what it forbids.
    pub complains: bool,
    /// Whether accessibility checkers are run on it: not where the host's own page has faults.
    pub is_checked: bool,
    /// The levels that fall back to a lower one.
    pub fallbacks: &'static [Fallback],
}

/// A level that falls back to the one below.
#[derive(Clone, Copy, Debug)]
pub struct Fallback {
    /// The level that falls back.
    pub level: Level,
    /// The engines in which it does.
    pub engines: &'static [Engine],
    /// What the reader has then.
    pub to: Outcome,
}

impl Host {
    /// What the reader has in `engine`.
    pub fn outcome(&self, level: Level, engine: Engine) -> Outcome {
        let fallback = self
            .fallbacks
            .iter()
            .find(|it| it.level == level && it.engines.contains(&engine));
        match (fallback, level) {
            (Some(fallback), _) => fallback.to,
            (None, Level::Frame) => Outcome::Fixed,
            (None, _) => Outcome::Whole,
        }
    }
}
