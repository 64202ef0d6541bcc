//! From page to page without loading a document.

mod routing {
    mod addresses;
    mod anchors;
    mod clicks;
    mod history;
    mod parity;
}
