//! The words of links: screen readers list links without the words around them (WCAG 2.2, 2.4.9).

use super::reader::Reader;
use crate::{Email, Phone};

/// Words that say nothing of where a link leads, as in the audit "link-text" of Lighthouse.
const EMPTY: [&str; 16] = [
    "click here",
    "click this",
    "find out more",
    "go",
    "go here",
    "here",
    "learn more",
    "link",
    "more",
    "more info",
    "more information",
    "read more",
    "right here",
    "see more",
    "this",
    "this link",
];

impl Reader<'_, '_> {
    /// Reports a link whose words say nothing, or another address than its own.
    pub(super) fn words_of_link(&mut self, words: &str, address: &str, start: usize) {
        let words = words.trim();
        let plain = words.trim_matches(|letter: char| !letter.is_alphanumeric());
        let plain: Vec<_> = plain.split_whitespace().collect();
        if EMPTY.contains(&plain.join(" ").to_lowercase().as_str()) {
            self.report(
                start,
                format!("The words “{words}” do not say where this link leads."),
                "Link the words that do: screen readers list links without the words around them.",
            );
        } else if leads_elsewhere(words, address) {
            self.report(
                start,
                format!("The words of this link are “{words}”, and its address is {address}."),
                "Write the same in both: readers would reach somebody else.",
            );
        }
    }
}

/// Whether the words of a link are an address themselves, and not the one that it has.
fn leads_elsewhere(words: &str, address: &str) -> bool {
    let (scheme, rest) = address.split_once(':').unwrap_or(("", address));
    match scheme.to_ascii_lowercase().as_str() {
        "tel" => {
            let begins = |sign: char| sign.is_ascii_digit() || "+(".contains(sign);
            let number = words.trim_start_matches(|sign| !begins(sign));
            let number = number.trim_end_matches(|sign: char| !sign.is_ascii_digit());
            let dialled = |number: &str| number.parse().ok().map(|it: Phone| it.dial().to_owned());
            let (said, called) = (dialled(number), dialled(rest));
            said.is_some() && called.is_some() && said != called
        }
        "mailto" => {
            let mailbox = rest.split('?').next().unwrap_or(rest);
            words.parse::<Email>().is_ok() && !words.eq_ignore_ascii_case(mailbox)
        }
        "http" | "https" => {
            let said = host(words).filter(|host| host.contains('.'));
            // An archive has the whole address in its own.
            said.is_some_and(|said| !rest.to_ascii_lowercase().contains(&said))
        }
        _ => false,
    }
}

/// The host of a web address as people write it, without its `www.`.
fn host(words: &str) -> Option<String> {
    let small = words.to_ascii_lowercase();
    let after = ["https://", "http://"]
        .iter()
        .find_map(|scheme| small.strip_prefix(scheme));
    let rest = match after {
        Some(rest) => rest.strip_prefix("www.").unwrap_or(rest),
        None => small.strip_prefix("www.")?,
    };
    let end = rest.find(|sign: char| !(sign.is_alphanumeric() || ".-".contains(sign)));
    Some(rest[..end.unwrap_or(rest.len())].into())
}
