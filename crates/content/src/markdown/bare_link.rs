//! Addresses in plain text become links (GFM 0.29, 6.9 "Autolinks").

use std::{ops::Range, sync::LazyLock};

use linkify::{LinkFinder, LinkKind};
use regex::Regex;

use super::{
    Destination, InlineNode, LinkNode,
    plain_text::{ESCAPED, Pending, push_lines},
    reader::Reader,
};
use crate::{WebAddress, characters};

/// An address that goes on to the end of a text.
static OPEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?i)(?:https?://|\bwww\.)\w[^\s<>"`()\[\]{}|\x{fdd0}]*$"#).expect("a pattern")
});

impl Reader<'_, '_> {
    /// Adds text with the addresses in it as links.
    pub(super) fn push_linked(&mut self, pending: &Pending, out: &mut Vec<InlineNode>) {
        let text = pending.text.as_str();
        // Looking for links takes longer than looking for these.
        if !text.contains("://") && !text.contains('@') && !has_www(text) {
            push_lines(text, out);
            return;
        }
        let mut literal = pending.literal.char_indices();
        let (mut looked, mut written) = (0, 0);
        for (start, found, is_mailbox) in addresses(text) {
            let before = text[looked..start].chars().count();
            let letters = found.chars().count();
            literal.by_ref().take(before).for_each(drop);
            let at = literal.clone().next().map_or(0, |(at, _)| at);
            // Whoever writes a backslash before one of the signs that make an address wants none.
            let signs = literal.by_ref().take(letters).zip(found.chars());
            let is_refused = |((_, literal), sign)| literal == ESCAPED && ":/.@".contains(sign);
            let refused = signs.filter(|it| is_refused(*it)).count() > 0;
            looked = start + found.len();
            let Some(to) = address(found, is_mailbox) else {
                continue;
            };
            if refused {
                continue;
            }
            if let Err(error) = to.check_public() {
                let line = self.line(pending.source(at));
                self.diagnostics.report_error(line, error);
            }
            self.parted(found, &text[looked..], pending.source(at));
            if is_mailbox {
                self.cut(&text[..start], found, pending.source(at));
            }
            push_lines(&text[written..start], out);
            let to = Destination::Url(to.as_str().into());
            let words = vec![InlineNode::Text(found.into())];
            out.push(InlineNode::Link(Box::new(LinkNode { to, text: words })));
            written = looked;
        }
        push_lines(&text[written..], out);
    }

    /// Reports a mailbox that begins before an apostrophe of a word processor: mail to
    /// `o’brien@example.org` would go to somebody else.
    fn cut(&mut self, before: &str, address: &str, at: usize) {
        let mut before = before.chars().rev();
        let Some(sign) = before.next().filter(|it| "\u{2018}\u{2019}".contains(*it)) else {
            return;
        };
        if before.next().is_some_and(char::is_alphanumeric) {
            self.report(
                at,
                format!(
                    "The address `{address}` begins behind a {}.",
                    characters::name(sign)
                ),
                "Write ' in its place if it belongs to the address, or a space if it does not.",
            );
        }
    }

    /// Reports an address that goes on behind a character which another program has put into it, or
    /// behind a `#` which is not part of it without a slash.
    fn parted(&mut self, address: &str, rest: &str, at: usize) {
        let place = rest.split_whitespace().next().unwrap_or_default();
        if rest.starts_with('#') && place.len() > 1 {
            self.report(
                at,
                format!("The address `{address}` ends before `{place}`."),
                format!("Write {address}/{place}, with the slash."),
            );
            return;
        }
        let mut rest = rest.chars();
        let Some(letter) = rest.next().filter(|it| characters::may_part_address(*it)) else {
            return;
        };
        if !rest.next().is_some_and(char::is_alphanumeric) {
            return;
        }
        let help = if characters::with_hyphens(letter.encode_utf8(&mut [0; 4])) == "-" {
            "Write - in its place if the address goes on, or a space if it does not."
        } else {
            "Take it out if the address goes on, or write a space in its place if it does not."
        };
        self.report(
            at,
            format!(
                "The address `{address}` ends before a {}.",
                characters::name(letter)
            ),
            help,
        );
    }

    /// Reports an address in which signs such as those of `/_ann_` have been taken for marks: a
    /// link to the part before them would lead elsewhere.
    pub(super) fn address_with_marks(&mut self) {
        if self.in_link {
            return;
        }
        let Some(found) = OPEN.find(&self.pending.literal) else {
            return;
        };
        let start = self.pending.source(found.start());
        if found.as_str().contains(characters::ends_address) || start < self.marked_until {
            return;
        }
        let ends = |letter: char| {
            letter.is_whitespace()
                || "<>()[]\"".contains(letter)
                || characters::ends_address(letter)
        };
        let Some(rest) = self.text.get(start..) else {
            return;
        };
        let length = rest.find(ends).unwrap_or(rest.len());
        self.marked_until = start + length;
        let whole = rest[..length].trim_end_matches(['.', ',', ';', ':', '!', '?']);
        // The signs of `**https://…/_a_**` are the end of what begins before the address.
        let outer = ["**", "__", "~~"]
            .into_iter()
            .find(|sign| self.text[..start].ends_with(sign) && whole.ends_with(sign));
        let whole = outer
            .and_then(|sign| whole.strip_suffix(sign))
            .unwrap_or(whole);
        let scheme = if whole.get(..4).is_some_and(has_www) {
            "https://"
        } else {
            ""
        };
        let help = format!(
            "Put it between < and >: <{scheme}{}>.",
            whole.replace('\\', "")
        );
        let message = format!(
            "`{whole}` has signs in it that part it in two: they mean emphasis or struck out words."
        );
        self.report(start, message, help);
    }
}

fn has_www(text: &str) -> bool {
    ["www.", "WWW.", "Www."].iter().any(|it| text.contains(it))
}

/// The addresses in a text: where they begin, and whether they are of mailboxes.
fn addresses(text: &str) -> impl Iterator<Item = (usize, &str, bool)> {
    let mut begin = 0;
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    let parts = text.split_inclusive(characters::ends_address);
    parts.flat_map(move |part| {
        let start = begin;
        begin += part.len();
        let part = part.trim_end_matches(characters::ends_address);
        let mut found: Vec<(Range<usize>, bool)> = Vec::new();
        for link in finder.links(part) {
            let is_mailbox = matches!(link.kind(), LinkKind::Email);
            // Of `Ann.Lee+lscb@example.org` the finder takes `Ann.Lee` for a host.
            let host = found.pop_if(|(host, _)| is_mailbox && host.end == link.start());
            let begin = host.map_or(link.start(), |(host, _)| host.start);
            // A quotation mark or the line of a table before it is not part of a mailbox.
            let signs = part[begin..]
                .find(char::is_alphanumeric)
                .unwrap_or_default();
            let begin = begin + if is_mailbox { signs } else { 0 };
            found.push((begin..link.end(), is_mailbox));
        }
        let found = found.into_iter();
        found.map(move |(at, is_mailbox)| (start + at.start, &part[at], is_mailbox))
    })
}

/// Where a bare link leads. Without a scheme only `www.` makes one, as in GFM, which makes it `http:`;
/// today's browsers try `https:` first.
fn address(found: &str, is_mailbox: bool) -> Option<WebAddress> {
    let small = found.to_ascii_lowercase();
    if is_mailbox {
        format!("mailto:{found}").parse().ok()
    } else if small.starts_with("https://") || small.starts_with("http://") {
        found.parse().ok()
    } else if small.starts_with("www.") {
        format!("https://{found}").parse().ok()
    } else {
        None
    }
}
