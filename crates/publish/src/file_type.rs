//! What a file is by its first bytes, held against what its name says: an empty file, the page of a
//! sign-in saved as a report, a picture with another ending. Readers would get a file that does not open.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

/// How many bytes are looked at: within as many, readers of PDF look for its beginning (Adobe,
/// *PDF Reference*, sixth edition, implementation note 13).
const HEAD: u64 = 1024;

/// A type of files that is known by how they begin.
struct FileType {
    /// What it is called.
    name: &'static str,
    /// Its endings, without the dot, the usual one first.
    extensions: &'static [&'static str],
    begins: fn(&[u8]) -> bool,
}

/// Those that editors put beside pages. Office files are ZIP archives by their first bytes; those of
/// before 2007, which may also be texts of other programs that Word opens, are not held to theirs.
const TYPES: [FileType; 9] = [
    FileType {
        name: "a PDF",
        extensions: &["pdf"],
        begins: |head| head.windows(5).any(|bytes| bytes == b"%PDF-"),
    },
    FileType {
        name: "a PNG picture",
        extensions: &["png"],
        begins: |head| head.starts_with(b"\x89PNG\r\n\x1a\n"),
    },
    FileType {
        name: "a JPEG picture",
        extensions: &["jpg", "jpeg"],
        begins: |head| head.starts_with(b"\xff\xd8\xff"),
    },
    FileType {
        name: "a GIF picture",
        extensions: &["gif"],
        begins: |head| head.starts_with(b"GIF8"),
    },
    FileType {
        name: "a WebP picture",
        extensions: &["webp"],
        begins: |head| head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP"),
    },
    FileType {
        name: "an SVG drawing",
        extensions: &["svg"],
        begins: |head| has_tag(head, "<svg"),
    },
    FileType {
        name: "a Word, Excel or PowerPoint file",
        extensions: &["docx", "xlsx", "pptx", "odt", "ods", "odp"],
        begins: |head| head.starts_with(b"PK\x03\x04"),
    },
    FileType {
        name: "an Office file that is locked or of before 2007",
        extensions: &[],
        begins: |head| head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    },
    FileType {
        name: "a web page, perhaps of a sign-in",
        extensions: &["html", "htm"],
        begins: |head| has_tag(head, "<!doctype html") || has_tag(head, "<html"),
    },
];

/// The endings of programs, which browsers warn of and mail filters take away.
const PROGRAMS: [&str; 20] = [
    "apk", "app", "bat", "cmd", "com", "cpl", "dll", "dmg", "exe", "hta", "jar", "js", "lnk",
    "msi", "pif", "ps1", "reg", "scr", "sh", "vbs",
];

/// Whether a text has a tag near its beginning, in any case.
fn has_tag(head: &[u8], tag: &str) -> bool {
    let mut places = head.windows(tag.len());
    places.any(|bytes| bytes.eq_ignore_ascii_case(tag.as_bytes()))
}

/// What is wrong with the file at `path` and what to do, if it is empty, a program, or not what its
/// name says. Nothing is known of endings that are none of [`PROGRAMS`] and [`TYPES`].
///
/// # Errors
/// If it cannot be read.
pub(crate) fn problem(path: &Path) -> io::Result<Option<(String, String)>> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    if head.is_empty() {
        let help = "Save it again, or take it out.";
        return Ok(Some(("It is empty.".into(), help.into())));
    }
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let is_named = |file_type: &&FileType| {
        let mut extensions = file_type.extensions.iter();
        extensions.any(|extension| extension.eq_ignore_ascii_case(&ending))
    };
    if PROGRAMS
        .iter()
        .any(|program| ending.eq_ignore_ascii_case(program))
    {
        let help = "Take it out, or publish what it shows as a PDF.";
        return Ok(Some(("It is a program by its name.".into(), help.into())));
    }
    let Some(named) = TYPES.iter().find(is_named) else {
        return Ok(None);
    };
    if (named.begins)(&head) {
        return Ok(None);
    }
    let message = match TYPES.iter().find(|file_type| (file_type.begins)(&head)) {
        Some(other) => format!(
            "By its name it is {}, but it is {}.",
            named.name, other.name
        ),
        None => format!(
            "By its name it is {}, but it does not begin as one: it does not open.",
            named.name
        ),
    };
    let help = format!("Save it as {} again, or take it out.", named.name);
    Ok(Some((message, help)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: &str, bytes: &[u8]) -> String {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("a file");
        let problem = problem(&path).expect("a file that can be read");
        problem.map_or_else(String::new, |(message, _)| message)
    }

    #[test]
    fn what_is_as_it_is_named_is_fine() {
        for (name, bytes) in [
            ("a.pdf", &b"%PDF-1.7\n"[..]),
            // What a mail program has put before it is skipped by readers.
            ("a.PDF", b"\r\n\r\n%PDF-1.4"),
            ("a.jpeg", b"\xff\xd8\xff\xe0"),
            (
                "a.svg",
                b"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<!-- A -->\n<svg xmlns=\"\">",
            ),
            ("a.docx", b"PK\x03\x04\x14"),
            ("a.webp", b"RIFF\x24\0\0\0WEBPVP8 "),
            ("a.doc", b"{\\rtf1"),
            ("a.mp3", b"anything"),
            ("a", b"anything"),
        ] {
            assert_eq!(said(name, bytes), "", "{name}");
        }
    }

    #[test]
    fn what_is_something_else_is_named() {
        for (name, bytes, words) in [
            ("a.pdf", &b""[..], "It is empty."),
            ("a.EXE", b"MZ", "It is a program by its name."),
            (
                "a.pdf",
                b"<!DOCTYPE HTML><title>Sign in</title>",
                "By its name it is a PDF, but it is a web page, perhaps of a sign-in.",
            ),
            (
                "a.pdf",
                b"\x89PNG\r\n\x1a\n",
                "By its name it is a PDF, but it is a PNG picture.",
            ),
            (
                "a.png",
                b"\xff\xd8\xff\xe0",
                "By its name it is a PNG picture, but it is a JPEG picture.",
            ),
            (
                "a.pdf",
                b"PK\x03\x04",
                "By its name it is a PDF, but it is a Word, Excel or PowerPoint file.",
            ),
            (
                "a.docx",
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                "By its name it is a Word, Excel or PowerPoint file, but it is an Office file that is \
                 locked or of before 2007.",
            ),
            (
                "a.pdf",
                b"words",
                "By its name it is a PDF, but it does not begin as one: it does not open.",
            ),
        ] {
            assert_eq!(said(name, bytes), words, "{name}");
        }
    }
}
