//! Contact cards: people, address, numbers.

use leptos::prelude::*;
use lscb_content::wire::{ContactGroup, ContactLine, Phone, Target};

use super::element::{element, text};
use super::inline::aside;
use crate::route::Base;

/// The cards of some bodies.
pub fn contacts(groups: &[ContactGroup], base: &Base) -> AnyView {
    let cards = groups.iter().map(|group| card(group, base)).collect();
    element("div", &[("class", "contacts")], cards)
}

fn card(group: &ContactGroup, base: &Base) -> AnyView {
    let people = people(&group.people, base);
    let address = address(&group.address);
    let mut parts: Vec<AnyView> = if group.address_first {
        address.into_iter().chain(people).collect()
    } else {
        people.into_iter().chain(address).collect()
    };
    parts.extend(
        group
            .lines
            .iter()
            .map(|own| element("p", &[], line(own, base))),
    );
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

fn people(people: &[ContactLine], base: &Base) -> Option<AnyView> {
    let items = people.iter().map(|person| {
        let id = [("id", person.id.as_str())];
        let attributes = if person.id.is_empty() { &[][..] } else { &id };
        element("li", attributes, line(person, base))
    });
    (!people.is_empty()).then(|| element("ul", &[], items.collect()))
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

fn line(line: &ContactLine, base: &Base) -> Vec<AnyView> {
    let mut parts = vec![text(&line.text)];
    if let Some(phone) = &line.phone {
        parts.push(text(" "));
        parts.push(telephone(phone, &line.text, base));
    }
    if !line.warning.is_empty() {
        parts.push(aside(&[" (", &line.warning, ")"]));
    }
    parts
}

/// A number that can be tapped to call (RFC 3966). Its name begins with the number as it
/// is seen, for those who speak it (WCAG 2.5.3), and goes on with `whom` it reaches, since
/// a list of bare numbers helps nobody.
pub fn telephone(phone: &Phone, whom: &str, base: &Base) -> AnyView {
    let href = base.href(&Target::Url(["tel:", &phone.dial].concat()));
    let name = [&phone.printed, ", ", whom].concat();
    element(
        "a",
        &[("href", &href), ("aria-label", &name)],
        vec![text(&phone.printed)],
    )
}
