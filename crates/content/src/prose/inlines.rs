//! Inline content: text, emphasis, code, links.

use pulldown_cmark::{Event, LinkType, Tag};

use super::{
    Inline, link,
    reader::{Reader, is_block},
};

impl Reader<'_, '_> {
    /// Reads text up to the next block or the end of the element that it stands in.
    pub(super) fn inlines(&mut self) -> Vec<Inline> {
        let mut out = Vec::new();
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
                    self.pending.push_str(&text);
                    continue;
                }
                Event::SoftBreak => {
                    self.pending.push(' ');
                    continue;
                }
                Event::InlineHtml(_) | Event::Html(_) => {
                    self.raw_html(range.start);
                    continue;
                }
                _ => {}
            }
            self.flush(&mut out);
            match event {
                Event::HardBreak => out.push(Inline::Break),
                Event::Code(code) => out.push(Inline::Code((*code).into())),
                Event::Start(tag) => out.extend(self.marked_up(tag, range.start)),
                // No other extension is switched on.
                _ => {}
            }
        }
        self.flush(&mut out);
        out.shrink_to_fit();
        out
    }

    fn flush(&mut self, out: &mut Vec<Inline>) {
        if !self.pending.is_empty() {
            out.push(Inline::Text(self.pending.as_str().into()));
            self.pending.clear();
        }
    }

    fn marked_up(&mut self, tag: Tag<'_>, start: usize) -> Option<Inline> {
        match tag {
            Tag::Emphasis => self.children(start).map(Inline::Emphasis),
            Tag::Strong => self.children(start).map(Inline::Strong),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                let text = self.children(start)?;
                if !title.is_empty() {
                    self.problem(
                        start,
                        "This link has a title in quotes, which nobody would see.",
                        "Put what it says into the text, or take it out.",
                    );
                }
                if super::words(&text).trim().is_empty() {
                    self.problem(
                        start,
                        "This link has no words.",
                        "Write what it leads to between the square brackets.",
                    );
                    return None;
                }
                let line = self.line(start);
                let email = link_type == LinkType::Email;
                Some(link::read(
                    &dest_url,
                    email,
                    text,
                    line,
                    self.path,
                    self.findings,
                ))
            }
            Tag::Image { .. } => {
                self.problem(
                    start,
                    "There is a picture in the text, which needs a record.",
                    "Add it to content/records/images.toml and write ::picture{slug=\"…\"} on a \
                     line of its own.",
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

    fn children(&mut self, start: usize) -> Option<Vec<Inline>> {
        if !self.enter(start) {
            return None;
        }
        let children = self.inlines();
        self.leave();
        Some(children)
    }
}
