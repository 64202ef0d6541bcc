//! Pages as they are written.

mod alias;
mod front_matter;

pub use self::{alias::Alias, front_matter::FrontMatter};
use crate::{
    ContentFile, PagePath,
    markdown::{BlockNode, Directive},
};

/// A page of the site.
#[derive(Debug)]
pub struct Page {
    /// Its path.
    pub path: PagePath,
    /// Its file.
    pub file: ContentFile,
    /// What its front matter says.
    pub front: FrontMatter,
    pub(crate) body: Vec<BlockNode>,
    /// The page above it, as an index into the site's pages; none above the first page.
    pub(crate) parent: Option<usize>,
    /// The pages right below it, in their order.
    pub(crate) children: Vec<usize>,
}

impl Page {
    /// Its directives, each with its line in the file.
    pub(crate) fn directives(&self) -> impl Iterator<Item = (&Directive, u32)> {
        self.body.iter().filter_map(|node| match node {
            BlockNode::Directive { directive, line } => Some((directive, *line)),
            _ => None,
        })
    }

    /// Whether it has this directive, with these attributes.
    pub(crate) fn has_directive(&self, wanted: &Directive) -> bool {
        self.directives().any(|(directive, _)| directive == wanted)
    }
}
