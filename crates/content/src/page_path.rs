//! The path of a page.

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use crate::{ParseError, Slug, taken};

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

/// Refuses a path, given without slashes at its ends, that somebody has already.
pub(crate) fn refuse_taken(path: &str) -> Result<(), ParseError> {
    let Some(holder) = taken::path(path) else {
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
    let ends = path
        .match_indices('/')
        .map(|(at, _)| at)
        .chain([path.len()]);
    let end = ends
        .into_iter()
        .find(|end| taken::path(&path[..*end]).is_some())?;
    let (above, name) = path[..end].rsplit_once('/').unwrap_or(("", &path[..end]));
    let slug: Slug = name.parse().ok()?;
    let join = |name: &str| format!("{above}/{name}{}", &path[end..]);
    let free = taken::free(&slug, |name| {
        taken::path(join(name).trim_matches('/')).is_some()
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
