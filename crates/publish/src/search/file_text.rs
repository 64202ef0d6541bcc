//! The text of documents' files.

use std::collections::BTreeMap;
use std::panic;
use std::path::Path;

use lopdf::content::Content;
use lopdf::{Document, Encoding, Object, ObjectId};

/// The most that the streams of a page may become when they are read, in bytes: a small file
/// must not fill the memory.
const MAX_STREAM_SIZE: usize = 64 * 1024 * 1024;

/// The gap at which two pieces of a line are separate words, in thousandths of the font size, as in
/// `TJ` (ISO 32000-1, 9.4.3). A space has 250 or more, kerning less than 100.
const GAP: f32 = -180.0;

/// The pages of a PDF that have text, by number from 1. None of a file that is no PDF, is
/// encrypted or damaged, or is pictures alone: it is found by its title.
pub(crate) fn pages(path: &Path) -> Vec<(u32, String)> {
    if !is_pdf(path) {
        return Vec::new();
    }
    // Whatever a file holds, the others are published.
    panic::catch_unwind(|| read(path)).unwrap_or_default()
}

/// Whether a file should have text and none of it can be read.
pub(crate) fn is_without(path: &Path) -> bool {
    is_pdf(path) && pages(path).is_empty()
}

fn is_pdf(path: &Path) -> bool {
    let extension = path.extension();
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"))
}

fn read(path: &Path) -> Vec<(u32, String)> {
    let Ok(document) = Document::load(path) else {
        return Vec::new();
    };
    if document.is_encrypted() {
        return Vec::new();
    }
    let pages = document.get_pages().into_iter();
    let pages = pages.filter_map(|(number, id)| {
        let text = text(&document, id)?;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text.contains(char::is_alphanumeric)
            .then_some((number, text))
    });
    pages.collect()
}

/// The words of a page in the order of its content. `lopdf` has a function for this, but it
/// joins the last word of a line to the first of the next.
fn text(document: &Document, page: ObjectId) -> Option<String> {
    let fonts = document.get_page_fonts(page).ok()?.into_iter();
    let encodings: BTreeMap<Vec<u8>, Encoding<'_>> = fonts
        .filter_map(|(name, font)| {
            let encoding = font.get_font_encoding_with_limit(document, MAX_STREAM_SIZE);
            Some((name, encoding.ok()?))
        })
        .collect();
    let content = document
        .get_page_content_with_limit(page, MAX_STREAM_SIZE)
        .ok()?;
    let mut text = String::new();
    let mut encoding = None;
    for operation in Content::decode(&content).ok()?.operations {
        match operation.operator.as_str() {
            "Tf" => {
                let font = operation.operands.first();
                let name = font.and_then(|font| font.as_name().ok());
                encoding = name.and_then(|name| encodings.get(name));
            }
            // What moves to another place begins another word.
            "Td" | "TD" | "Tm" | "T*" | "ET" => text.push(' '),
            "Tj" | "TJ" => show(&operation.operands, encoding, &mut text),
            "'" | "\"" => {
                text.push(' ');
                show(&operation.operands, encoding, &mut text);
            }
            _ => {}
        }
    }
    Some(text)
}

fn show(operands: &[Object], encoding: Option<&Encoding<'_>>, text: &mut String) {
    for operand in operands {
        match operand {
            Object::String(bytes, _) => {
                let words = encoding.and_then(|it| Document::decode_text(it, bytes).ok());
                text.push_str(&words.unwrap_or_default());
            }
            Object::Array(pieces) => {
                for piece in pieces {
                    if piece.as_float().is_ok_and(|gap| gap < GAP) {
                        text.push(' ');
                    }
                    show(std::slice::from_ref(piece), encoding, text);
                }
            }
            _ => {}
        }
    }
}
