//! Stored fields and passages of documents, laid out in files.

use super::layout::Layout;
use super::output::FileSet;
use crate::Document;
use crate::format::docstore::{self, PassageFile, StoredDoc};
use crate::format::passages;

/// Adds the store files of `documents`, which are in the order of their numbers, and returns the
/// directories of them.
pub(super) fn directories(
    documents: &[&Document],
    layout: &Layout,
    files: &mut FileSet,
) -> Vec<Vec<u8>> {
    // Parents by address: a part of a file shows the title of the whole.
    let mut titles: Vec<(&str, &str)> = documents
        .iter()
        .map(|document| (document.address.as_str(), document.title.as_str()))
        .collect();
    titles.sort_unstable();
    let parent = |document: &Document| {
        let address = document.parent.as_deref()?;
        let place = titles
            .binary_search_by_key(&address, |title| title.0)
            .ok()?;
        Some(titles[place].1.to_string())
    };
    let store_files: Vec<_> = documents
        .chunks(layout.docs_per_file)
        .map(|documents| {
            let passage_files = passage_files(documents, layout.passages, files);
            let docs: Vec<StoredDoc> = documents
                .iter()
                .map(|document| StoredDoc {
                    address: document.address.clone(),
                    title: document.title.clone(),
                    parent: parent(document).unwrap_or_default(),
                    phones: document.phones.clone(),
                })
                .collect();
            files.add(docstore::write(&passage_files, &docs))
        })
        .collect();
    store_files
        .chunks(layout.files_per_directory)
        .map(|hashes| hashes.iter().flat_map(|hash| hash.0).collect())
        .collect()
}

/// Adds the passage files of some documents.
fn passage_files(documents: &[&Document], size: usize, files: &mut FileSet) -> Vec<PassageFile> {
    let mut passage_files = Vec::new();
    let (mut held, mut bytes) = (0, Vec::new());
    for (place, document) in documents.iter().enumerate() {
        passages::write(&mut bytes, &document.passages);
        held += 1;
        if bytes.len() >= size || place + 1 == documents.len() {
            passage_files.push(PassageFile {
                documents: held,
                hash: files.add(std::mem::take(&mut bytes)),
            });
            held = 0;
        }
    }
    passage_files
}
