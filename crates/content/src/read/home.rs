//! The folder that a file belongs to by its kind.

use crate::record::Records;

/// Where a file belongs that is no page and stands among them, if its name says so.
pub(super) fn home_of(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
    match ending.as_str() {
        "avif" | "bmp" | "gif" | "heic" | "jpeg" | "jpg" | "png" | "svg" | "tif" | "tiff"
        | "webp" => Some("images/".into()),
        "csv" | "doc" | "docm" | "docx" | "dotx" | "odp" | "ods" | "odt" | "pdf" | "pps"
        | "ppsx" | "ppt" | "pptx" | "pub" | "rtf" | "xls" | "xlsm" | "xlsx" => {
            Some("documents/".into())
        }
        "toml" => {
            let home = format!("records/{name}");
            (path != home && Records::files().contains(&home.as_str())).then_some(home)
        }
        _ => None,
    }
}
