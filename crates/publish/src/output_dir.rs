//! The output folder of a build.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// An output folder. Files may be written from several threads.
pub(crate) struct OutputDir {
    root: PathBuf,
}

impl OutputDir {
    /// Writes into an existing folder.
    pub(crate) fn at(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// The folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Writes a file; `path` is from the folder, with `/` between the parts.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let file = self.place(path)?;
        fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))
    }

    /// Copies a file as it is.
    pub(crate) fn copy(&self, from: &Path, path: &str) -> Result<()> {
        let file = self.place(path)?;
        fs::copy(from, &file)
            .with_context(|| format!("cannot copy {} to {}", from.display(), file.display()))?;
        Ok(())
    }

    /// The path of a file, whose folder is created if it is missing.
    fn place(&self, path: &str) -> Result<PathBuf> {
        let file = self.root.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)
                .with_context(|| format!("cannot make {}", folder.display()))?;
        }
        Ok(file)
    }
}

/// Replaces the folder `out` atomically: `fill` writes a temporary folder next to it, which is renamed
/// if that succeeds. Until then, and after any error, `out` is unchanged.
pub(crate) fn replace(out: &Path, fill: impl FnOnce(&OutputDir) -> Result<()>) -> Result<()> {
    let (new, old) = (sibling(out, "new")?, sibling(out, "old")?);
    fs::create_dir(&new).with_context(|| {
        format!(
            "cannot make {}: another build may be writing it, or one was cut off; remove it",
            new.display()
        )
    })?;
    let filled = fill(&OutputDir::at(&new));
    if let Err(error) = filled {
        fs::remove_dir_all(&new).ok();
        return Err(error);
    }
    if out.exists() {
        fs::rename(out, &old).with_context(|| format!("cannot move {} away", out.display()))?;
    }
    if let Err(error) = fs::rename(&new, out) {
        fs::rename(&old, out).ok();
        return Err(error).with_context(|| format!("cannot put {} in place", out.display()));
    }
    fs::remove_dir_all(&old).ok();
    Ok(())
}

/// The path of a temporary file or folder next to `out`, in the same file system.
fn sibling(out: &Path, suffix: &str) -> Result<PathBuf> {
    let name = out
        .file_name()
        .with_context(|| format!("{} is not a folder name", out.display()))?;
    Ok(out.with_file_name(format!(".{}.{suffix}", name.to_string_lossy())))
}

/// Replaces a file atomically.
pub(crate) fn replace_file(file: &Path, bytes: &[u8]) -> Result<()> {
    let new = sibling(file, "new")?;
    let replaced = fs::write(&new, bytes).and_then(|()| fs::rename(&new, file));
    if replaced.is_err() {
        fs::remove_file(&new).ok();
    }
    replaced.with_context(|| format!("cannot write {}", file.display()))
}
