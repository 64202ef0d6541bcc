//! The content folder on disk: what is in it, and what must not be.

use std::fs;
use std::path::Path;

use lscb_content::{Attachment, MAX_SOURCE_BYTES, Problem, SourceFile};
use walkdir::WalkDir;

/// The largest document that is published, in bytes: hosts refuse larger files.
const MAX_DOCUMENT_BYTES: u64 = 25 * 1024 * 1024;

/// What was found in a content folder.
pub(crate) struct Folder {
    /// The text files.
    pub(crate) files: Vec<SourceFile>,
    /// The files that are published as they are.
    pub(crate) attachments: Vec<Attachment>,
    /// What cannot be read.
    pub(crate) problems: Vec<Problem>,
}

/// Reads a content folder in the order of its names, so that two builds do the same.
/// Names that begin with a dot are an editor's or a version control's and are passed over.
pub(crate) fn read(root: &Path) -> Folder {
    let mut folder = Folder {
        files: Vec::new(),
        attachments: Vec::new(),
        problems: Vec::new(),
    };
    if !root.is_dir() {
        folder.problem(
            "",
            "There is no content folder here.",
            "Name it with --content.",
        );
        return folder;
    }
    let entries = WalkDir::new(root)
        .sort_by_file_name()
        .min_depth(1)
        .into_iter();
    for entry in entries.filter_entry(|entry| !is_hidden(entry.file_name())) {
        match entry {
            Ok(entry) => folder.add(root, entry.path()),
            Err(error) => {
                let name = error
                    .path()
                    .map(|path| name_of(root, path))
                    .unwrap_or_default();
                let message = format!("It cannot be read ({error}).");
                folder.problem(&name, &message, "Check the file's permissions.");
            }
        }
    }
    folder
}

impl Folder {
    fn add(&mut self, root: &Path, path: &Path) {
        let name = name_of(root, path);
        // A link could publish any file of this machine.
        if path.is_symlink() {
            self.problem(
                &name,
                "This is a symbolic link.",
                "Put the file itself here.",
            );
            return;
        }
        let Ok(metadata) = path.metadata() else {
            return;
        };
        if metadata.is_dir() {
            return;
        }
        let bytes = metadata.len();
        if name.starts_with("documents/") {
            if bytes > MAX_DOCUMENT_BYTES {
                self.too_large(&name, bytes, MAX_DOCUMENT_BYTES);
            } else {
                self.attachments.push(Attachment {
                    path: name,
                    bytes,
                    pages: None,
                });
            }
        } else if bytes > MAX_SOURCE_BYTES {
            self.too_large(&name, bytes, MAX_SOURCE_BYTES);
        } else {
            match fs::read(path) {
                Ok(bytes) => self.files.push(SourceFile { path: name, bytes }),
                Err(error) => {
                    let message = format!("It cannot be read ({error}).");
                    self.problem(&name, &message, "Check the file's permissions.");
                }
            }
        }
    }

    fn too_large(&mut self, name: &str, bytes: u64, limit: u64) {
        const MIB: u64 = 1024 * 1024;
        let message = format!(
            "It is {} MB; at most {} MB can be published.",
            bytes / MIB,
            limit / MIB
        );
        self.problem(name, &message, "Split it, or make it smaller.");
    }

    fn problem(&mut self, file: &str, message: &str, remedy: &str) {
        self.problems.push(Problem {
            file: file.into(),
            line: 0,
            message: message.into(),
            remedy: remedy.into(),
        });
    }
}

fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// The path from `root`, with `/` between the parts on every system.
fn name_of(root: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inner
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}
