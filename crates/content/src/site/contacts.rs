//! Contact cards.

use lscb_wire::{Block, ContactGroup, ContactLine, Inline, Note, NoteKind, Target};

use super::shell::phone;
use crate::{
    Body, Post, Site, Slug, WebAddress,
    record::{ContactPoint, OnlineAddress},
};

impl Site {
    /// The cards of some bodies, and a note if their numbers may be out of date.
    pub(super) fn contacts(&self, bodies: &[&Slug]) -> Vec<Block> {
        let bodies: Vec<&Body> = bodies
            .iter()
            .filter_map(|slug| self.records.bodies.get(slug))
            .collect();
        let groups = bodies.iter().map(|body| self.group(body)).collect();
        let points = bodies.iter().flat_map(|body| self.points(body));
        let mut blocks = vec![Block::Contacts(groups)];
        blocks.extend(self.stale_note(points));
        blocks
    }

    fn group(&self, body: &Body) -> ContactGroup {
        let address = body
            .address
            .as_ref()
            .and_then(|slug| self.records.addresses.get(slug));
        let mut own = line(String::new(), String::new());
        if let Some(point) = self.point(&body.phone) {
            own = numbered(own, body.phone_label.as_deref().unwrap_or("Tel:"), point);
        }
        own.online = self.online(&body.online);
        let website = body.website.as_ref().map(WebAddress::as_str);
        own.online
            .extend(website.map(|url| online_link(OnlineAddress::Website(url))));
        let says_something = own.phone.is_some() || !own.online.is_empty();
        ContactGroup {
            id: body.slug.to_string(),
            name: body.name.clone(),
            people: self.posts(body).map(|post| self.person(post)).collect(),
            address: address
                .map(|address| address.lines.clone())
                .unwrap_or_default(),
            lines: says_something.then_some(own).into_iter().collect(),
            address_first: body.address_first,
        }
    }

    fn posts(&self, body: &Body) -> impl Iterator<Item = &Post> {
        self.records
            .posts
            .iter()
            .filter(move |post| post.body == body.slug)
    }

    /// The people whose lines on a body's card have anchors.
    pub(super) fn people_on_card<'s>(&'s self, body: &Slug) -> impl Iterator<Item = &'s Slug> {
        let posts = self.records.posts.iter();
        posts
            .filter(move |post| post.body == *body)
            .filter_map(|post| self.anchor(post))
    }

    /// The anchor of a post's line: the slug of its holder. Somebody with several posts has
    /// one at the first, so that no page has two.
    fn anchor<'s>(&'s self, post: &'s Post) -> Option<&'s Slug> {
        let holder = self.records.people.get(post.person.as_ref()?)?;
        let mut posts = self.records.posts.iter();
        let first = posts.find(|other| other.person == post.person)?;
        (first.slug == post.slug).then_some(&holder.slug)
    }

    fn person(&self, post: &Post) -> ContactLine {
        let holder = post
            .person
            .as_ref()
            .and_then(|slug| self.records.people.get(slug));
        let mut shown = match holder {
            Some(holder) => line(holder.name.clone(), post.title.clone()),
            None => line(String::new(), format!("{} (vacant)", post.title)),
        };
        shown.online = self.online(&post.online);
        shown.id = self.anchor(post).map(Slug::to_string).unwrap_or_default();
        match self.point(&post.phone) {
            Some(point) => numbered(shown, post.phone_label.as_deref().unwrap_or("Tel."), point),
            None => shown,
        }
    }

    fn point(&self, slug: &Option<Slug>) -> Option<&ContactPoint> {
        self.records.contact_points.get(slug.as_ref()?)
    }

    /// Links to mailboxes and websites.
    fn online(&self, slugs: &[Slug]) -> Vec<Inline> {
        let points = slugs.iter();
        let points = points.filter_map(|slug| self.records.contact_points.get(slug)?.online());
        points.map(online_link).collect()
    }

    fn points<'s>(&'s self, body: &'s Body) -> impl Iterator<Item = &'s ContactPoint> {
        let posts = self.posts(body).flat_map(|post| post.points());
        posts
            .chain(body.points())
            .filter_map(|slug| self.records.contact_points.get(slug))
    }

    /// One note for all numbers: the oldest doubt is the one to tell.
    fn stale_note<'s>(&'s self, points: impl Iterator<Item = &'s ContactPoint>) -> Option<Block> {
        let points: Vec<_> = points.collect();
        let text = if points.iter().any(|point| point.verified_on.is_none()) {
            let as_at = self.settings.as_at.words();
            format!("These details are as published in {as_at}. They have not been checked since.")
        } else {
            let overdue = points.iter().filter_map(|point| point.review_by).min()?;
            if overdue.last_day() >= self.today? {
                return None;
            }
            format!(
                "These details were to be checked by {}. That has not been done.",
                overdue.words()
            )
        };
        Some(Block::Note(Note {
            kind: NoteKind::Stale,
            text: vec![Inline::Text(text)],
        }))
    }
}

fn line(name: String, post: String) -> ContactLine {
    ContactLine {
        id: String::new(),
        name,
        post,
        label: String::new(),
        phone: None,
        hours: String::new(),
        online: Vec::new(),
    }
}

fn online_link(address: OnlineAddress<'_>) -> Inline {
    let url = match address {
        OnlineAddress::Mailbox(text) => format!("mailto:{text}"),
        OnlineAddress::Website(text) => text.to_owned(),
    };
    Inline::Link {
        to: Target::Url(url),
        text: vec![Inline::Text(address.words().to_owned())],
        // The address says itself that it is another website.
        note: String::new(),
    }
}

/// The line with its number, if that is known.
fn numbered(line: ContactLine, label: &str, point: &ContactPoint) -> ContactLine {
    match point.number.as_ref().map(phone) {
        None => line,
        number => ContactLine {
            label: label.into(),
            phone: number,
            hours: point.hours.clone().unwrap_or_default(),
            ..line
        },
    }
}
