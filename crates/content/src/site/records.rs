//! The facts of a site.

use crate::{
    Address, Body, Check, ContactPoint, Correction, Document, Image, KnownIssue, Milestone, Person,
    Post, Review, Shelf, Synonym, Term,
};

/// The records of a site, each kind in the order of its file.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "the types say it all")]
pub struct Records {
    pub addresses: Shelf<Address>,
    pub bodies: Shelf<Body>,
    pub checks: Shelf<Check>,
    pub contact_points: Shelf<ContactPoint>,
    pub corrections: Shelf<Correction>,
    pub documents: Shelf<Document>,
    pub images: Shelf<Image>,
    pub known_issues: Shelf<KnownIssue>,
    pub milestones: Shelf<Milestone>,
    pub people: Shelf<Person>,
    pub posts: Shelf<Post>,
    /// In the order of their slugs; shown newest first.
    pub reviews: Shelf<Review>,
    /// Shown nowhere; search knows them.
    pub synonyms: Shelf<Synonym>,
    pub terms: Shelf<Term>,
}
