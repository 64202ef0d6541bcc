//! The path of a page.

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use crate::Fault;

/// The path of a page from the site's root: `/`, or slugs between slashes with one at
/// both ends, such as `/about-us/independent-chair/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PagePath(Box<str>);

impl PagePath {
    /// The path of the site's first page.
    pub fn home() -> Self {
        Self("/".into())
    }

    /// Whether this is the site's first page.
    pub fn is_home(&self) -> bool {
        &*self.0 == "/"
    }

    /// The path as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path without its last part; none above the first page.
    pub fn parent(&self) -> Option<Self> {
        let above = self.0.strip_suffix('/')?.rfind('/')?;
        Some(Self(self.0[..=above].into()))
    }

    /// The parts of the path, from the root.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('/').filter(|part| !part.is_empty())
    }
}

/// Folders in which the site's own files lie. Hosts keep what is there for ever, or let others
/// show it in a frame: no page may lie among them.
const OWN: [&str; 5] = ["assets", "content", "embed", "schema", "search/index"];

/// Refuses a path, given without slashes at its ends, that lies in a folder of the site's own
/// files.
pub(crate) fn refuse_own_folder(path: &str) -> Result<(), Fault> {
    let lies_in = |folder: &str| {
        let rest = path.strip_prefix(folder);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    match OWN.iter().find(|folder| lies_in(folder)) {
        Some(folder) => Err(Fault::new(
            format!("`{path}` lies where the site has its own files, in `{folder}`."),
            "Give it another name.",
        )),
        None => Ok(()),
    }
}

impl FromStr for PagePath {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        let parts: Vec<&str> = text.split('/').filter(|part| !part.is_empty()).collect();
        if parts.iter().any(|part| !crate::slug::is_slug(part)) {
            return Err(Fault::new(
                format!("`{text}` is not the path of a page."),
                "Write small letters, digits and single hyphens between slashes: /about-us/.",
            ));
        }
        let canonical = if parts.is_empty() {
            "/".into()
        } else {
            format!("/{}/", parts.join("/"))
        };
        refuse_own_folder(&parts.join("/"))?;
        if canonical == text {
            Ok(Self(canonical.into()))
        } else {
            Err(Fault::new(
                format!("`{text}` is not the path of a page."),
                format!("Write {canonical}."),
            ))
        }
    }
}

impl fmt::Display for PagePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
