//! Contact cards: people, address, numbers.

use leptos::html;
use leptos::prelude::*;
use lscb_content::wire::{ContactGroup, ContactLine, Phone, Target};

use super::inline::anchor;
use crate::route::Base;

/// The cards of some bodies.
pub fn contacts(groups: &[ContactGroup], base: &Base) -> AnyView {
    let cards: Vec<AnyView> = groups.iter().map(|group| card(group, base)).collect();
    html::div().class("contacts").child(cards).into_any()
}

fn card(group: &ContactGroup, base: &Base) -> AnyView {
    let people = (!group.people.is_empty()).then(|| {
        let items: Vec<AnyView> = group
            .people
            .iter()
            .map(|person| html::li().child(line(person, base)).into_any())
            .collect();
        html::ul().child(items).into_any()
    });
    let address = (!group.address.is_empty()).then(|| {
        let mut lines = Vec::new();
        for (index, text) in group.address.iter().enumerate() {
            if index > 0 {
                lines.push(html::br().into_any());
            }
            lines.push(text.clone().into_any());
        }
        html::address().child(lines).into_any()
    });
    let mut parts: Vec<AnyView> = if group.address_first {
        address.into_iter().chain(people).collect()
    } else {
        people.into_iter().chain(address).collect()
    };
    parts.extend(group.lines.iter().map(|own| html::p().child(line(own, base)).into_any()));
    html::div()
        .class("contact")
        .id(group.id.clone())
        .attr("role", "group")
        .attr("aria-label", group.name.clone())
        .child(parts)
        .into_any()
}

fn line(line: &ContactLine, base: &Base) -> Vec<AnyView> {
    let mut parts = vec![line.text.clone().into_any()];
    if let Some(phone) = &line.phone {
        parts.push(" ".into_any());
        parts.push(telephone(phone, base));
    }
    if !line.warning.is_empty() {
        let warning = format!(" ({})", line.warning);
        parts.push(html::span().class("link-note").child(warning).into_any());
    }
    parts
}

/// A number that can be tapped to call (RFC 3966).
pub fn telephone(phone: &Phone, base: &Base) -> AnyView {
    let to = Target::Url(format!("tel:{}", phone.dial));
    anchor(&to, vec![phone.printed.clone().into_any()], base)
}
