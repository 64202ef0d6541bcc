//! The text of a block: words, links, and marks for what is missing.

use lscb_wire::{Inline, InlinePassage, Target};

use super::{Missing, View, place_of_note};
use crate::{
    Slug,
    markdown::{Destination, InlineNode, LinkNode},
};

impl<'s> View<'s> {
    /// A text, and at its end that what it names is missing: the published words stay in one piece.
    pub(super) fn marked(&self, nodes: &'s [InlineNode], missing: &mut Missing<'s>) -> Vec<Inline> {
        let before = missing.len();
        let mut out = self.inlines(nodes, missing);
        out.extend((missing.len() > before).then_some(Inline::Absent));
        out
    }

    pub(super) fn inlines(
        &self,
        nodes: &'s [InlineNode],
        missing: &mut Missing<'s>,
    ) -> Vec<Inline> {
        let mut out = Vec::with_capacity(nodes.len());
        for node in nodes {
            self.inline(node, &mut out, missing);
        }
        out
    }

    fn inline(&self, node: &'s InlineNode, out: &mut Vec<Inline>, missing: &mut Missing<'s>) {
        match node {
            InlineNode::Text(text) => push_text(text, out),
            InlineNode::Emphasis(text) => out.push(Inline::Emphasis(self.inlines(text, missing))),
            InlineNode::Strong(text) => out.push(Inline::Strong(self.inlines(text, missing))),
            InlineNode::Struck(text) => out.push(Inline::Struck(self.inlines(text, missing))),
            InlineNode::Passage(language, text) => out.push(Inline::Passage(InlinePassage {
                language: language.to_string(),
                rtl: language.is_rtl(),
                text: self.inlines(text, missing),
            })),
            InlineNode::Task(done) => out.push(Inline::Task(*done)),
            InlineNode::FootnoteReference { number, place } => out.push(Inline::Footnote {
                id: place_of_note(*number, *place),
                number: number.to_string(),
            }),
            InlineNode::Code(code) => out.push(Inline::Code(code.to_string())),
            InlineNode::Break => out.push(Inline::Break),
            InlineNode::Link(link) => self.link(link, out, missing),
        }
    }

    fn link(&self, link: &'s LinkNode, out: &mut Vec<Inline>, missing: &mut Missing<'s>) {
        let target = match &link.to {
            Destination::Page(path) => Some((Target::Page(path.to_string()), String::new())),
            Destination::Url(url) => Some((Target::Url(url.to_string()), leaving(url))),
            Destination::Document(slug) => self.document(slug, missing),
        };
        match target {
            Some((to, note)) => {
                out.push(Inline::Link {
                    to,
                    text: self.inlines(&link.text, missing),
                    note,
                });
            }
            // The words stay as they were published.
            None => {
                for node in &link.text {
                    self.inline(node, out, missing);
                }
            }
        }
    }

    pub(super) fn document(
        &self,
        slug: &Slug,
        missing: &mut Missing<'s>,
    ) -> Option<(Target, String)> {
        let document = self.site.records.documents.get(slug)?;
        if self.site.is_withdrawn(document) {
            return None;
        }
        let target = self.site.document_target(document);
        if target.is_none() {
            missing.push(document);
        }
        target
    }
}

/// What to say of an address of somebody else's (WCAG 3.2.5: no surprise on following it).
fn leaving(url: &str) -> String {
    if url.starts_with("http") {
        "another website".into()
    } else {
        String::new()
    }
}

/// Adds text to text, so that plain words in place of a link are one run with the words
/// around them.
fn push_text(text: &str, out: &mut Vec<Inline>) {
    if let Some(Inline::Text(before)) = out.last_mut() {
        before.push_str(text);
    } else {
        out.push(Inline::Text(text.to_owned()));
    }
}
