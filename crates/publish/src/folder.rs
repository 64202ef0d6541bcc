//! Reading of the content folder, with the limits on its files.

use std::fmt::Display;
use std::fs;
use std::path::Path;

use lscb_content::{Attachment, ContentFolder, Diagnostic, MAX_SOURCE_BYTES, SourceFile};
use walkdir::WalkDir;

use crate::file_type;

/// The largest document that is published, in bytes: hosts refuse larger files.
const MAX_DOCUMENT_BYTES: u64 = 25 * 1024 * 1024;

/// The files of a content folder.
pub(crate) struct Folder {
    /// Its name in messages.
    name: ContentFolder,
    /// The text files.
    pub(crate) files: Vec<SourceFile>,
    /// The files that are published as they are.
    pub(crate) attachments: Vec<Attachment>,
    /// The problems of files that cannot be published.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// The content folder as messages name it: as the user did.
pub(crate) fn name(root: &Path) -> ContentFolder {
    ContentFolder::named(&root.to_string_lossy())
}

/// Reads a content folder in the order of its names, so that two builds do the same.
/// What an editor, a version control or a system leaves there is passed over: names that begin with
/// a dot, the notes of Windows on its folders, and what Word and other editors keep beside a file.
pub(crate) fn read(root: &Path) -> Folder {
    let mut folder = Folder {
        name: name(root),
        files: Vec::new(),
        attachments: Vec::new(),
        diagnostics: Vec::new(),
    };
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
                folder.unreadable(&name, &error);
            }
        }
    }
    folder
}

impl Folder {
    fn add(&mut self, root: &Path, path: &Path) {
        let name = name_of(root, path);
        if path.is_symlink() {
            self.report(
                &name,
                "It is a symbolic link, which could publish any file of this machine.",
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
        if name.starts_with("documents/") || name.starts_with("images/") {
            let markdown = path
                .extension()
                .is_some_and(|it| it.eq_ignore_ascii_case("md"));
            if markdown {
                let (place, _) = name.split_once('/').unwrap_or_default();
                let folder = self.name.file(&format!("{place}/"));
                let message = format!(
                    "A page cannot be in {folder}: the name is taken by files that are \
                     published as they are."
                );
                let inner = name.trim_start_matches(place).trim_start_matches('/');
                let free = match inner {
                    "index.md" => format!("{place}.md"),
                    inner => format!("{place}-pages/{inner}"),
                };
                let help = format!("Move it to {}.", self.name.file(&free));
                self.report(&name, &message, &help);
            } else if bytes > MAX_DOCUMENT_BYTES {
                self.too_large(&name, bytes, "a document or picture", MAX_DOCUMENT_BYTES);
            } else {
                match file_type::problem(path) {
                    Ok(Some((message, help))) => self.report(&name, &message, &help),
                    Ok(None) => {}
                    Err(error) => self.unreadable(&name, &error),
                }
                let pages = pages_of(path);
                self.attachments.push(Attachment {
                    path: name,
                    bytes,
                    pages,
                });
            }
        } else if bytes > MAX_SOURCE_BYTES {
            self.too_large(&name, bytes, "a page or record file", MAX_SOURCE_BYTES);
        } else {
            match fs::read(path) {
                Ok(bytes) => self.files.push(SourceFile { path: name, bytes }),
                Err(error) => self.unreadable(&name, &error),
            }
        }
    }

    fn unreadable(&mut self, name: &str, error: &dyn Display) {
        let message = format!("It cannot be read ({error}).");
        self.report(name, &message, "Check the file's permissions.");
    }

    fn too_large(&mut self, name: &str, bytes: u64, what: &str, limit: u64) {
        const MIB: u64 = 1024 * 1024;
        let (bytes, limit) = (bytes / MIB, limit / MIB);
        let message = format!("It is {bytes} MB; {what} may have at most {limit} MB.");
        self.report(name, &message, "Split it, or make it smaller.");
    }

    fn report(&mut self, file: &str, message: &str, help: &str) {
        self.diagnostics.push(Diagnostic {
            file: self.name.file(file),
            line: 0,
            message: message.into(),
            help: help.into(),
        });
    }
}

/// How many pages a PDF has; nothing for other files and for one that cannot be read.
fn pages_of(path: &Path) -> Option<u32> {
    if path.extension()? != "pdf" {
        return None;
    }
    let document = lopdf::Document::load(path).ok()?;
    u32::try_from(document.get_pages().len()).ok()
}

fn is_hidden(name: &std::ffi::OsStr) -> bool {
    let name = name.to_string_lossy();
    let of_windows = ["Thumbs.db", "desktop.ini"];
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || of_windows.iter().any(|it| it.eq_ignore_ascii_case(&name))
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
