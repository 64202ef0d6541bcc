//! Inline content: text, emphasis, code, links.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::{
    InlineNode, link,
    reader::{Reader, is_block},
};
use crate::{
    characters::{is_visible, one_line},
    record::Kind,
};

/// How much is shown of the word before an address: hostile text has no spaces.
const LONGEST_WORD: usize = 60;

impl Reader<'_, '_> {
    /// Reads text up to the next block or the end of the element that it stands in.
    pub(super) fn inlines(&mut self) -> Vec<InlineNode> {
        let mut out = Vec::new();
        self.pending.begins_line = true;
        loop {
            match self.events.peek() {
                Some((Event::Start(tag), _)) if is_block(tag) => break,
                Some((Event::Rule, _)) => break,
                _ => {}
            }
            let Some((event, range)) = self.next() else {
                break;
            };
            match event {
                Event::Text(text) => {
                    self.pending.push(&text, range, self.text);
                    continue;
                }
                Event::SoftBreak => {
                    self.pending.push_line_end(range.start);
                    continue;
                }
                Event::InlineHtml(_) | Event::Html(_) => {
                    self.raw_html(range.start);
                    continue;
                }
                _ => {}
            }
            let emphasis = matches!(event, Event::Start(Tag::Emphasis | Tag::Strong))
                .then(|| self.text[range.start..].chars().next())
                .flatten()
                .map(|sign| (sign, range.clone()));
            if let Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) = event {
                self.address_with_marks();
            }
            if let Some((sign, range)) = &emphasis {
                self.sign_before(*sign, range);
                self.meant_as_signs(range);
            }
            self.flush(&mut out);
            match event {
                Event::HardBreak => {
                    out.push(InlineNode::Break);
                    self.pending.begins_line = true;
                }
                Event::TaskListMarker(done) => {
                    out.push(InlineNode::Task(done));
                    self.pending.push_text(" ");
                }
                Event::FootnoteReference(label) => {
                    out.extend(self.footnote(&label, range.start));
                }
                Event::Code(code) => out.push(InlineNode::Code(one_line(&code).into())),
                Event::Start(tag) => out.extend(self.marked_up(tag, range)),
                // No other extension is switched on.
                _ => {}
            }
            if let Some((sign, range)) = &emphasis {
                self.sign_behind(*sign, range);
            }
        }
        if let Some((Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough), range)) =
            self.events.peek()
            && self.text[range.end..]
                .starts_with(|next: char| next.is_alphanumeric() || "/=?&".contains(next))
        {
            self.address_with_marks();
        }
        self.flush(&mut out);
        out.shrink_to_fit();
        out
    }

    /// Reports signs that would vanish: those of `2*3*4`, of words with a letter hidden, and of lines to
    /// write on.
    fn meant_as_signs(&mut self, emphasis: &Range<usize>) {
        let written = &self.text[emphasis.clone()];
        let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let is_inside = is_word(self.text[..emphasis.start].chars().next_back())
            && is_word(self.text[emphasis.end..].chars().next());
        let is_sign = |letter: char| letter.is_ascii() && !letter.is_alphanumeric();
        if written.len() > LONGEST_WORD || !(is_inside || written.chars().all(is_sign)) {
            return;
        }
        let escaped: String = written
            .chars()
            .flat_map(|sign| {
                "*_".contains(sign)
                    .then_some('\\')
                    .into_iter()
                    .chain([sign])
            })
            .collect();
        self.report(
            emphasis.start,
            format!("The signs of `{written}` would not be seen: they mean emphasis."),
            format!("Write {escaped} if they are to be read, or spaces around what is emphasised."),
        );
    }

    /// Reports the sign that is left over in `**words*`.
    fn sign_before(&mut self, sign: char, emphasis: &Range<usize>) {
        let before = &self.pending.literal;
        if let Some(rest) = before.strip_suffix(sign)
            && !rest.ends_with(sign)
        {
            self.sign_left_over(sign, emphasis);
        }
    }

    /// The same in `*words**`.
    fn sign_behind(&mut self, sign: char, emphasis: &Range<usize>) {
        if let Some((Event::Text(text), range)) = self.events.peek()
            && range.start == emphasis.end
            && let Some(rest) = text.strip_prefix(sign)
            && !rest.starts_with(sign)
        {
            self.sign_left_over(sign, emphasis);
        }
    }

    fn sign_left_over(&mut self, sign: char, emphasis: &Range<usize>) {
        self.report(
            emphasis.start,
            format!(
                "A `{sign}` is left over beside `{}`.",
                &self.text[emphasis.clone()]
            ),
            "Write *words* or **words**, or a backslash before the sign that readers are to see.",
        );
    }

    fn marked_up(&mut self, tag: Tag<'_>, range: Range<usize>) -> Option<InlineNode> {
        let start = range.start;
        match tag {
            Tag::Emphasis => self.children(start).map(InlineNode::Emphasis),
            Tag::Strong => self.children(start).map(InlineNode::Strong),
            Tag::Strikethrough => self.children(start).map(InlineNode::Struck),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                if matches!(link_type, LinkType::Autolink | LinkType::Email) {
                    let scheme = if link_type == LinkType::Email {
                        "mailto:"
                    } else {
                        ""
                    };
                    self.run_into(scheme, range.clone());
                }
                self.in_link = true;
                let text = self.children(start);
                self.in_link = false;
                let mut text = text?;
                if link_type == LinkType::Autolink {
                    without_scheme(&mut text);
                }
                if !title.is_empty() {
                    self.report(
                        start,
                        "This link has a title in quotes, which nobody would see.",
                        "Put what it says into the text, or take it out.",
                    );
                }
                if !is_visible(&super::words(&text)) {
                    self.report(
                        start,
                        "This link has no words.",
                        "Write what it leads to between the square brackets.",
                    );
                    return None;
                }
                if link_type == LinkType::Autolink && is_smart_tag(&dest_url) {
                    self.report(
                        start,
                        format!("`<{dest_url}>` is left over from a word processor."),
                        "Take out all that stands between < and >.",
                    );
                    return None;
                }
                let line = self.line(start);
                if let Some(tag) = dest_url.strip_prefix("language:") {
                    return match tag.parse() {
                        Ok(language) => Some(InlineNode::Passage(language, text)),
                        Err(error) => {
                            self.diagnostics.report_error(line, error);
                            None
                        }
                    };
                }
                self.words_of_link(&super::words(&text), &dest_url, start);
                let email = link_type == LinkType::Email;
                Some(link::read(
                    &dest_url,
                    email,
                    text,
                    line,
                    self.path,
                    self.diagnostics,
                ))
            }
            Tag::Image { .. } => {
                let images = self.diagnostics.file().sibling(Kind::Image.home());
                self.report(
                    start,
                    "There is a picture in the text, which needs a record.",
                    format!(
                        "Add it to {images} and write ::picture{{slug=\"…\"}} on a line of its own."
                    ),
                );
                self.skip();
                None
            }
            _ => {
                self.skip();
                None
            }
        }
    }

    /// Reports words right before an address between < and >: they would run into it.
    fn run_into(&mut self, scheme: &str, link: Range<usize>) {
        let before = &self.text[..link.start];
        let letters = before.char_indices().rev().take(LONGEST_WORD);
        let word = letters.take_while(|(_, letter)| !letter.is_whitespace());
        let begin = word.last().map_or(before.len(), |(at, _)| at);
        let words = &before[begin..];
        if words
            .trim_end_matches(['*', '_', '~'])
            .ends_with(char::is_alphanumeric)
        {
            let written = &self.text[link.clone()];
            let address = written.trim_matches(['<', '>']);
            self.report(
                link.start,
                format!("`{words}{written}` has no space before its address."),
                format!("Write [{words}]({scheme}{address})."),
            );
        }
    }

    fn children(&mut self, start: usize) -> Option<Vec<InlineNode>> {
        if !self.enter(start) {
            return None;
        }
        let begins_line = self.pending.begins_line;
        let children = self.inlines();
        self.pending.begins_line = begins_line && children.is_empty();
        self.leave();
        Some(children)
    }
}

/// Whether what stands between < and > is the mark of a place, a name or a date in Word, such as
/// `st1:place`, and no address.
fn is_smart_tag(text: &str) -> bool {
    let name = text
        .strip_prefix("st")
        .and_then(|rest| rest.split_once(':'));
    name.is_some_and(|(number, _)| number.parse::<u8>().is_ok())
}

/// What a reader reads of `<mailto:office@example.org>` and `<tel:…>`.
fn without_scheme(words: &mut [InlineNode]) {
    for word in words {
        if let InlineNode::Text(text) = word {
            let rest = ["mailto:", "tel:"]
                .iter()
                .find_map(|it| text.strip_prefix(it));
            if let Some(rest) = rest {
                *text = rest.into();
            }
        }
    }
}
