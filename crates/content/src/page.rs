//! Pages as they are written.

mod alias;
mod front_matter;

pub use self::{alias::Alias, front_matter::FrontMatter};
use crate::{ContentFile, PagePath, markdown::BlockNode};

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
