//! The content folder of this repository.

use std::fs;
use std::path::{Path, PathBuf};

use lscb_content::{Attachment, ContentFolder, Reading, SourceFile};

/// Where `content/` is.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")
}

/// Every source in it, and every document and picture put beside them, in the order of
/// their paths.
pub(crate) fn files() -> (Vec<SourceFile>, Vec<Attachment>) {
    let (mut sources, mut attachments) = (Vec::new(), Vec::new());
    walk(&root(), "", &mut |path, file| {
        if path.starts_with("documents/") || path.starts_with("images/") {
            let bytes = fs::metadata(file).expect("a file in content/").len();
            attachments.push(Attachment {
                path,
                bytes,
                pages: None,
            });
        } else {
            sources.push(SourceFile {
                path,
                bytes: fs::read(file).expect("a file in content/"),
            });
        }
    });
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    attachments.sort_by(|one, other| one.path.cmp(&other.path));
    (sources, attachments)
}

/// The site as it is read.
pub(crate) fn reading() -> Reading {
    let (sources, attachments) = files();
    lscb_content::read(&ContentFolder::default(), &sources, &attachments, None)
}

fn walk(folder: &Path, prefix: &str, found: &mut impl FnMut(String, &Path)) {
    for entry in fs::read_dir(folder).expect("content/ is a folder") {
        let file = entry.expect("an entry of content/").path();
        let name = file
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a name in UTF-8");
        let path = format!("{prefix}{name}");
        if file.is_dir() {
            walk(&file, &format!("{path}/"), found);
        } else {
            found(path, &file);
        }
    }
}
