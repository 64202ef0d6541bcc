//! Files of the content folder, as messages name them.

use std::{fmt, sync::Arc};

/// The content folder by the name that its user gave it, for messages. By default `content`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentFolder(Arc<str>);

impl ContentFolder {
    /// A folder of this name. A slash at its end is left out.
    pub fn named(name: &str) -> Self {
        Self(name.strip_suffix('/').unwrap_or(name).into())
    }

    /// A file in it, whether or not it exists; `path` is relative to the folder.
    pub fn file(&self, path: &str) -> ContentFile {
        ContentFile {
            folder: self.clone(),
            path: path.into(),
        }
    }
}

impl Default for ContentFolder {
    fn default() -> Self {
        Self::named("content")
    }
}

/// A file of the content folder. `Display` writes folder and path: `content/about-us.md`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentFile {
    folder: ContentFolder,
    path: Arc<str>,
}

impl ContentFile {
    /// The path relative to the content folder, with `/` between its parts.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Another file of the same folder; `path` is relative to the folder.
    pub(crate) fn sibling(&self, path: &str) -> Self {
        self.folder.file(path)
    }
}

impl fmt::Display for ContentFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.folder.0, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_the_name_of_their_folder_before_them() {
        for (folder, printed) in [
            ("content", "content/a/b.md"),
            ("board/", "board/a/b.md"),
            ("/srv/board", "/srv/board/a/b.md"),
            (".", "./a/b.md"),
            ("/", "/a/b.md"),
        ] {
            let file = ContentFolder::named(folder).file("a/b.md");
            assert_eq!(file.to_string(), printed);
            assert_eq!(file.path(), "a/b.md");
        }
        let file = ContentFolder::default().file("a/b.md");
        assert_eq!(file.sibling("site.toml").to_string(), "content/site.toml");
    }
}
