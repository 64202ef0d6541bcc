//! Contact cards: people, address, numbers.

use leptos::prelude::*;
use lscb_wire::{ContactGroup, ContactLine, Phone, Target};

use super::{
    element::{element, text},
    inline::inlines,
};
use crate::route::RelativeRoot;

/// The cards of some bodies.
pub fn contacts(groups: &[ContactGroup], root: &RelativeRoot) -> AnyView {
    let cards = groups.iter().map(|group| card(group, root)).collect();
    element("div", &[("class", "contacts")], cards)
}

fn card(group: &ContactGroup, root: &RelativeRoot) -> AnyView {
    let people = people(group, root);
    let address = address(&group.address);
    let mut parts: Vec<AnyView> = if group.address_first {
        address.into_iter().chain(people).collect()
    } else {
        people.into_iter().chain(address).collect()
    };
    let lines = group.lines.iter();
    parts.extend(lines.map(|own| element("p", &[], line(own, group, root))));
    element(
        "div",
        &[
            ("class", "contact"),
            ("id", &group.id),
            ("role", "group"),
            ("aria-label", &group.name),
        ],
        parts,
    )
}

fn people(group: &ContactGroup, root: &RelativeRoot) -> Option<AnyView> {
    let items = group.people.iter().map(|person| {
        let id = [("id", person.id.as_str())];
        let attributes = if person.id.is_empty() { &[][..] } else { &id };
        element("li", attributes, line(person, group, root))
    });
    (!group.people.is_empty()).then(|| element("ul", &[], items.collect()))
}

fn address(lines: &[String]) -> Option<AnyView> {
    let mut content = Vec::with_capacity(lines.len() * 2);
    for line in lines {
        if !content.is_empty() {
            content.push(element("br", &[], Vec::new()));
        }
        content.push(text(line));
    }
    (!lines.is_empty()).then(|| element("address", &[], content))
}

/// Name, post and number have a line each on the card. Read one after the other they are what was
/// published, comma and all.
fn line(line: &ContactLine, group: &ContactGroup, root: &RelativeRoot) -> Vec<AnyView> {
    let mut parts = Vec::new();
    let whom = match (line.name.is_empty(), line.post.is_empty()) {
        (true, true) => group.name.clone(),
        (true, false) => line.post.clone(),
        (false, true) => line.name.clone(),
        (false, false) => [&line.name, ", ", &line.post].concat(),
    };
    if !line.name.is_empty() {
        let comma = if line.post.is_empty() { "" } else { "," };
        let name = [&line.name, comma].concat();
        parts.push(element("strong", &[], vec![text(&name)]));
        parts.push(text(" "));
    }
    if !line.post.is_empty() {
        parts.push(element("span", &[], vec![text(&line.post)]));
        parts.push(text(" "));
    }
    if let Some(phone) = &line.phone {
        let number = vec![text(&line.label), text(" "), telephone(phone, &whom, root)];
        parts.push(element("span", &[("class", "number")], number));
        if !line.hours.is_empty() {
            parts.push(text(" "));
            parts.push(element("span", &[], vec![text(&line.hours)]));
        }
    }
    for link in &line.online {
        parts.push(text(" "));
        parts.push(element(
            "span",
            &[],
            inlines(std::slice::from_ref(link), root),
        ));
    }
    parts
}

/// A number that can be tapped to call (RFC 3966). Its name begins with the number as it
/// is seen, for those who speak it (WCAG 2.5.3), and goes on with `whom` it reaches, since
/// a list of bare numbers helps nobody.
pub fn telephone(phone: &Phone, whom: &str, root: &RelativeRoot) -> AnyView {
    let href = root.href(&Target::Url(["tel:", &phone.dial].concat()));
    let name = [&phone.printed, ", ", whom].concat();
    element(
        "a",
        &[("href", &href), ("aria-label", &name)],
        vec![text(&phone.printed)],
    )
}
