//! The path of a page.

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use crate::{ParseError, Slug, reserved};

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

    /// The path of the page in a Markdown file.
    ///
    /// `file` is relative to the content folder: `about-us.md` and `about-us/index.md` both give
    /// `/about-us/`, and `index.md` gives `/`.
    ///
    /// # Errors
    ///
    /// If a name in it is not a slug, or if the path is reserved.
    pub fn from_source(file: &str) -> Result<Self, ParseError> {
        let stem = file.strip_suffix(".md").unwrap_or(file);
        let folder = stem
            .strip_suffix("index")
            .filter(|rest| rest.is_empty() || rest.ends_with('/'));
        Self::from_trimmed(folder.unwrap_or(stem).trim_end_matches('/'))
    }

    /// The path whose [`trimmed`](Self::trimmed) form is `text`: `about-us` gives `/about-us/`,
    /// and the empty text gives `/`.
    ///
    /// # Errors
    ///
    /// If a part of it is not a slug, or if the path is reserved.
    pub fn from_trimmed(text: &str) -> Result<Self, ParseError> {
        match text {
            "" => Ok(Self::home()),
            text => format!("/{text}/").parse(),
        }
    }

    /// The path without the slashes at its ends: `about-us/independent-chair`, and the empty text
    /// for the first page.
    pub fn trimmed(&self) -> &str {
        self.0.trim_matches('/')
    }

    /// The address of the page relative to the site's root: `about-us/`, and the empty text for
    /// the first page.
    pub fn relative(&self) -> &str {
        self.0.trim_start_matches('/')
    }

    /// The file of the page, relative to the site's root: `about-us/index.html`.
    pub fn file(&self) -> String {
        index_file(&self.0)
    }

    /// The first part of the path: `about-us` for `/about-us/` and every page below it; none for
    /// the first page.
    pub fn section(&self) -> Option<&str> {
        self.parts().next()
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

/// The file that a host sends for a folder: `about-us/index.html`, and `index.html` for the root.
///
/// `folder` is relative to the site's root, with or without slashes at its ends.
pub fn index_file(folder: &str) -> String {
    match folder.trim_matches('/') {
        "" => "index.html".into(),
        folder => format!("{folder}/index.html"),
    }
}

/// Refuses a path, given without slashes at its ends, that somebody has already.
pub(crate) fn refuse_taken(path: &str) -> Result<(), ParseError> {
    let Some(holder) = reserved::path(path) else {
        return Ok(());
    };
    let help = match free(path) {
        Some(free) => format!("Give it another name, such as `{free}`."),
        None => "Give it another name.".into(),
    };
    Err(ParseError::new(
        format!("The path `{path}` is taken: {holder}."),
        help,
    ))
}

/// A path near this one that nobody has: the first part of it that makes it another's gets a
/// number.
fn free(path: &str) -> Option<String> {
    // A number makes it no shorter.
    if path.split('/').any(reserved::is_too_long) {
        return None;
    }
    let ends = path
        .match_indices('/')
        .map(|(at, _)| at)
        .chain([path.len()]);
    let end = ends
        .into_iter()
        .find(|end| reserved::path(&path[..*end]).is_some())?;
    let (above, name) = path[..end].rsplit_once('/').unwrap_or(("", &path[..end]));
    let slug: Slug = name.parse().ok()?;
    let join = |name: &str| format!("{above}/{name}{}", &path[end..]);
    let free = reserved::free(&slug, |name| {
        reserved::path(join(name).trim_matches('/')).is_some()
    });
    Some(join(free.as_str()).trim_matches('/').to_owned())
}

impl FromStr for PagePath {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let parts: Vec<&str> = text.split('/').filter(|part| !part.is_empty()).collect();
        if parts.iter().any(|part| !crate::slug::is_slug(part)) {
            return Err(ParseError::new(
                format!("`{text}` is not the path of a page."),
                "Write small letters, digits and single hyphens between slashes: /about-us/.",
            ));
        }
        let canonical = if parts.is_empty() {
            "/".into()
        } else {
            format!("/{}/", parts.join("/"))
        };
        refuse_taken(&parts.join("/"))?;
        if canonical == text {
            Ok(Self(canonical.into()))
        } else {
            Err(ParseError::new(
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
