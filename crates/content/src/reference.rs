//! References: names of other things, which are looked up once all files are read.

use crate::{ContentFile, PagePath, Slug, record::Kind};

/// A name that must lead somewhere.
#[derive(Debug)]
pub(crate) struct Reference {
    pub(crate) file: ContentFile,
    pub(crate) line: u32,
    pub(crate) source: ReferenceSource,
    pub(crate) target: ReferenceTarget,
}

/// How a reference was made, for the message about a broken one.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ReferenceSource {
    /// By the field or attribute of this name.
    Field(&'static str),
    /// By a link in the text.
    Link,
}

/// What a reference leads to.
#[derive(Debug)]
pub(crate) enum ReferenceTarget {
    Record(Kind, Slug),
    Page(PagePath),
    /// An anchor on a page.
    Anchor(PagePath, Box<str>),
    /// A file beside the content, by its path from the content folder.
    Attachment(Box<str>),
}
