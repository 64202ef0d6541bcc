//! Records that stand on no page: somebody keeps them up for nobody.

use std::collections::HashSet;

use super::entries::{each_document, each_text};
use crate::{
    Body, Post, Site, Slug,
    markdown::{BlockNode, Directive},
    record::{Kind, Record, RecordTable, ReviewStatus},
};

/// A record that readers meet nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// Its file or folder, from the content folder.
    pub file: &'static str,
    /// What kind of record it is, in a sentence.
    pub kind: &'static str,
    /// Its slug.
    pub slug: Slug,
}

impl Site {
    /// The records that stand on no page, by their kinds.
    pub fn unplaced(&self) -> Vec<Unplaced> {
        let records = &self.records;
        let placed = self.placed();
        let mut unplaced = Vec::new();
        let mut add = |kind: Kind, slugs: Vec<&Slug>| {
            unplaced.extend(slugs.into_iter().map(|slug| Unplaced {
                file: kind.home(),
                kind: kind.name(),
                slug: slug.clone(),
            }));
        };
        let named = self.named_by_bodies_and_posts();
        add(Kind::Address, others(&records.addresses, &named));
        let bodies = records
            .bodies
            .iter()
            .filter(|body| self.can_be_reached(body));
        let bodies = bodies.map(|body| &body.slug);
        add(
            Kind::Body,
            bodies.filter(|slug| !placed.contains(slug)).collect(),
        );
        add(Kind::ContactPoint, others(&records.contact_points, &named));
        add(Kind::Document, others(&records.documents, &placed));
        add(Kind::Image, others(&records.images, &placed));
        add(Kind::Milestone, others(&records.milestones, &placed));
        let people = others(&records.people, &placed).into_iter();
        let is_met = |slug: &&Slug| {
            let person = records.people.get(slug);
            person.is_some_and(|person| self.mention(&person.name).is_some())
        };
        add(Kind::Person, people.filter(|slug| !is_met(slug)).collect());
        let reviews = records.reviews.iter();
        let reviews = reviews.filter(|review| review.status != ReviewStatus::Withdrawn);
        let reviews = reviews.map(|review| &review.slug);
        add(
            Kind::Review,
            reviews.filter(|slug| !placed.contains(slug)).collect(),
        );
        add(Kind::Term, others(&records.terms, &placed));
        unplaced
    }

    /// The records that pages place, link to or list.
    fn placed(&self) -> HashSet<Slug> {
        let mut placed = HashSet::new();
        for page in &self.pages {
            for (directive, _) in page.directives() {
                placed.extend(self.anchors_of(directive, page));
                // It has no anchor.
                if let Directive::Picture { slug } = directive {
                    placed.insert(slug.clone());
                }
            }
            page.body
                .iter()
                .for_each(|node| add_links(node, &mut placed));
        }
        for review in self.records.reviews.iter() {
            if review.status == ReviewStatus::Withdrawn {
                continue;
            }
            let attachments = review.attachments.iter();
            placed.extend(attachments.map(|attachment| attachment.document.clone()));
            review
                .body
                .iter()
                .for_each(|node| add_links(node, &mut placed));
        }
        placed
    }

    /// The addresses and contact points of bodies and posts.
    fn named_by_bodies_and_posts(&self) -> HashSet<Slug> {
        let bodies = self.records.bodies.iter();
        let of_bodies = bodies.flat_map(|body| body.points().chain(&body.address));
        let of_posts = self.records.posts.iter().flat_map(Post::points);
        of_bodies.chain(of_posts).cloned().collect()
    }

    /// Whether the body, or somebody in it, can be reached.
    fn can_be_reached(&self, body: &Body) -> bool {
        let posts = self.records.posts.iter();
        let mut posts = posts.filter(|post| post.body == body.slug);
        body.points().next().is_some() || posts.any(|post| post.points().next().is_some())
    }
}

/// Adds the documents that some text links to.
fn add_links(node: &BlockNode, placed: &mut HashSet<Slug>) {
    each_text(node, &mut |text| {
        each_document(text, &mut |slug| {
            placed.insert(slug.clone());
        });
    });
}

/// The records of a kind that are not among some.
fn others<'s, T: Record>(records: &'s RecordTable<T>, some: &HashSet<Slug>) -> Vec<&'s Slug> {
    let slugs = records.iter().map(Record::slug);
    slugs.filter(|slug| !some.contains(*slug)).collect()
}
