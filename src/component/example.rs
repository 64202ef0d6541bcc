//! Examples of every component, as data: `examples.json` in the component's folder. The
//! tests draw them all and the development page shows them ([`crate::gallery`]). Natively
//! only, so that no byte of them reaches a reader.

use leptos::prelude::*;
use lscb_search::SearchResults;
use lscb_wire::{Block, Link, Menu};
use serde::Deserialize;

use super::{
    block::blocks, breadcrumb::breadcrumb, contents::contents, menu::menu, search::results,
};
use crate::route::{RelativeRoot, SearchParams};

/// An example of a component.
#[derive(Clone, Debug, Deserialize)]
pub struct Example {
    /// The component: the name of its module and folder.
    #[serde(skip)]
    pub component: &'static str,
    /// What sets it apart from the component's other examples.
    pub name: String,
    /// An edge case: there to be tested, and no pattern to follow.
    #[serde(default)]
    pub hidden: bool,
    /// What is drawn.
    #[serde(flatten)]
    pub drawing: Drawing,
}

/// What a component draws.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Drawing {
    /// A block of a page.
    Block(Block),
    /// The pages above one.
    Breadcrumb(Vec<Link>),
    /// The headings of one.
    Contents(Vec<Link>),
    /// The pages of its section.
    Menu {
        /// The path of the page that it stands on.
        here: String,
        /// The section.
        menu: Menu,
    },
    /// The results of a search.
    Search {
        /// What was asked, as in an address: `q=case+review`.
        params: String,
        /// What it has found.
        results: SearchResults,
    },
}

macro_rules! sources {
    ($($component:literal)*) => {
        [$(($component, include_str!(concat!($component, "/examples.json")))),*]
    };
}

/// Each component with its examples, by name.
const SOURCES: [(&str, &str); 17] = sources! {
    "block" "breadcrumb" "card" "contact" "contents" "document"
    "embed" "inline" "list" "menu" "note" "offline" "picture" "release" "review" "search" "table"
};

/// All examples: component by component, each in the order of its file.
///
/// # Panics
/// If a file is not a list of examples, which a test finds out.
pub fn examples() -> Vec<Example> {
    SOURCES
        .iter()
        .flat_map(|&(component, json)| {
            let own: Vec<Example> = serde_json::from_str(json)
                .unwrap_or_else(|error| panic!("{component}/examples.json: {error}"));
            own.into_iter().map(move |example| Example {
                component,
                ..example
            })
        })
        .collect()
}

impl Example {
    /// The views of it on a page with this way up to the root.
    pub fn view(&self, root: &RelativeRoot) -> Vec<AnyView> {
        match &self.drawing {
            Drawing::Block(block) => blocks(std::slice::from_ref(block), root),
            Drawing::Breadcrumb(above) => breadcrumb(above, root).into_iter().collect(),
            Drawing::Contents(headings) => contents(headings, root).into_iter().collect(),
            Drawing::Menu { here, menu: pages } => vec![menu(pages, here, root)],
            Drawing::Search {
                params,
                results: found,
            } => results(
                found,
                &SearchParams::from_hash(params).unwrap_or_default(),
                root,
            ),
        }
    }
}
