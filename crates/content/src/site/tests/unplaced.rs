//! Records that stand on no page. The example has three documents, and a team on its page of contacts.

use super::PEOPLE;
use crate::example;

#[track_caller]
fn check(files: &[(&str, &str)], expected: &[&str]) {
    let unplaced = example::site(files).unplaced();
    let found: Vec<String> = unplaced
        .iter()
        .map(|record| format!("{}: {} {}", record.file, record.kind, record.slug))
        .collect();
    assert_eq!(found, expected);
}

const DOCUMENTS: [&str; 3] = [
    "records/documents.toml: document plan",
    "records/documents.toml: document report",
    "records/documents.toml: document leaflet",
];

#[test]
fn documents_stand_where_they_are_linked_placed_or_listed() {
    check(&[], &DOCUMENTS);
    let page = example::page("[a](document:plan)\n\n::document{slug=\"report\"}");
    check(&[("page.md", &page)], &DOCUMENTS[2..]);
    let page = example::page("::documents{}");
    check(&[("page.md", &page)], &[]);
}

#[test]
fn documents_of_a_review_stand_below_it() {
    let review = "+++\ntitle = \"A\"\nkind = \"learning-review\"\ndate = \"2019-04\"\n\
                  attachments = [{ role = \"report\", document = \"report\" }]\n+++\n\nWords.\n";
    let page = example::page("::reviews{}");
    check(
        &[("page.md", &page), ("reviews/a.md", review)],
        &[DOCUMENTS[0], DOCUMENTS[2]],
    );
    check(
        &[("reviews/a.md", review)],
        &[DOCUMENTS[0], DOCUMENTS[2], "reviews/: review a"],
    );
}

#[test]
fn those_who_can_be_reached_stand_on_a_card() {
    let desk = "[[contact_point]]\nslug = \"desk\"\nkind = \"phone\"\nnumber = \"0151 934 3366\"\n\
                [[contact_point]]\nslug = \"old\"\nkind = \"phone\"\nnumber = \"0151 934 3367\"\n";
    let mut files = PEOPLE.to_vec();
    files.push(("records/contact-points.toml", desk));
    let old = "records/contact-points.toml: contact point old";
    let mut expected = vec![old];
    expected.extend(DOCUMENTS);
    check(&files, &expected);
    // Who is named in the text is met there.
    let contact = example::page("## Team\n\nAlex Example leads it.");
    files.push(("contact.md", &contact));
    let mut expected = vec!["records/bodies.toml: body team", old];
    expected.extend(DOCUMENTS);
    check(&files, &expected);
}
