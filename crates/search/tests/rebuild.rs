//! What a rebuild leaves as it was: caches and hosts keep the files whose names stay.

#[allow(dead_code, reason = "here for other tests")]
mod support;

use std::collections::BTreeSet;

use lscb_search::indexer::build_index;
use lscb_search::{Document, Thesaurus};

fn names(documents: &[Document]) -> BTreeSet<String> {
    let index = build_index(documents, &Thesaurus::default());
    index.files.into_iter().map(|file| file.name).collect()
}

#[test]
fn a_changed_page_leaves_nearly_all_files_as_they_were() {
    let documents = support::filler(2000);
    let before = names(&documents);
    let (mut new, mut all) = (0, 0);
    for number in [17, 388, 901, 1250, 1602, 1999] {
        let mut changed = documents.clone();
        changed[number].passages[0].text += " The duty team answers at night.";
        let after = names(&changed);
        new += after.difference(&before).count();
        all += after.len();
    }
    assert!(new * 10 < all, "{new} of {all} files are new");
}
