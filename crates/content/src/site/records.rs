//! The facts of a site.

use crate::{
    Address, Body, Check, ContactPoint, Correction, Document, Image, KnownIssue, Milestone, Person,
    Post, RecordTable, Review, Synonym, Term,
};

/// The records of a site, each kind in the order of its file.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "the types say it all")]
pub struct Records {
    pub addresses: RecordTable<Address>,
    pub bodies: RecordTable<Body>,
    pub checks: RecordTable<Check>,
    pub contact_points: RecordTable<ContactPoint>,
    pub corrections: RecordTable<Correction>,
    pub documents: RecordTable<Document>,
    pub images: RecordTable<Image>,
    pub known_issues: RecordTable<KnownIssue>,
    pub milestones: RecordTable<Milestone>,
    pub people: RecordTable<Person>,
    pub posts: RecordTable<Post>,
    /// In the order of their slugs; shown newest first.
    pub reviews: RecordTable<Review>,
    /// Shown nowhere; search knows them.
    pub synonyms: RecordTable<Synonym>,
    pub terms: RecordTable<Term>,
}
