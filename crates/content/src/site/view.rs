//! A page as it is drawn: its text with every record that it places.

mod direction;
mod inlines;
mod review;

use lscb_wire::{
    self as wire, Block, Footnote, HeadingLevel, Inline, List, Table, Target, plain_text,
};

use super::{hierarchy, passages::Passages, tables};
use crate::{
    Document, Language, Page, Site, Slug,
    markdown::{BlockNode, Directive, FootnoteDefinition, Heading, InlineNode},
};

pub(super) fn page(site: &Site, page: &Page) -> wire::Page {
    let mut passages = Passages::new(site, page);
    passages.push_records(site.page_dates(page));
    passages.text().extend(blocks(site, page));
    passages.push_records(site.correction_note(page));
    let blocks = passages.finish();
    wire::Page {
        path: page.path.to_string(),
        title: page.front.title.clone(),
        language: hierarchy::language(page),
        rtl: page.front.language.as_ref().is_some_and(Language::is_rtl),
        summary: page.front.summary.clone(),
        breadcrumb: site.breadcrumb(page),
        contents: contents(&blocks),
        blocks,
        menu: site
            .section_head(page)
            .map(|head| head.path.to_string())
            .unwrap_or_default(),
    }
}

/// The blocks of a page without the notes on its dates and slips.
pub(super) fn blocks(site: &Site, page: &Page) -> Vec<Block> {
    let mut passages = Passages::new(site, page);
    let mut view = View {
        site,
        page,
        rtl: passages.is_rtl(),
        missing: Vec::new(),
    };
    let mut nodes = page.body.iter().peekable();
    while let Some(node) = nodes.next() {
        let BlockNode::Directive { directive, .. } = node else {
            view.push(node, passages.text());
            continue;
        };
        match directive {
            Directive::Passage { language } => passages.open(language),
            Directive::PassageEnd => passages.close(),
            // Cards that follow each other are one list with one note.
            Directive::Contacts { body } => {
                let mut bodies = vec![body];
                while let Some(BlockNode::Directive {
                    directive: Directive::Contacts { body },
                    ..
                }) = nodes.peek()
                {
                    bodies.push(body);
                    nodes.next();
                }
                passages.push_records(site.contacts(&bodies));
            }
            Directive::Embeds => passages.push_records(site.embedding.snippets.iter().cloned()),
            Directive::EmbedSheet => passages.push_records(site.embedding.sheet.iter().cloned()),
            directive => {
                view.rtl = site.settings.language.is_rtl();
                passages.push_records(view.placed(directive));
            }
        }
        view.rtl = passages.is_rtl();
    }
    passages.close();
    passages.push_records(site.missing_note(&view.missing, page));
    let mut whole = passages.finish();
    tables::name(&mut whole, &page.front.title);
    whole
}

/// The blocks of a page, those of its passages among them.
pub(super) fn flat(blocks: &[Block]) -> impl Iterator<Item = &Block> {
    blocks.iter().flat_map(|block| match block {
        Block::Passage(passage) => &passage.blocks[..],
        block => std::slice::from_ref(block),
    })
}

fn contents(blocks: &[Block]) -> Vec<wire::Link> {
    let links: Vec<wire::Link> = flat(blocks)
        .filter_map(|block| match block {
            Block::Heading {
                level: HeadingLevel::H2,
                id,
                text,
            } => Some(wire::Link {
                to: Target::Page(format!("#{id}")),
                text: plain_text(text),
                // The list stands in the text of its page.
                language: String::new(),
            }),
            _ => None,
        })
        .collect();
    if links.len() < 2 { Vec::new() } else { links }
}

struct View<'s> {
    site: &'s Site,
    page: &'s Page,
    /// Whether the text around goes from right to left.
    rtl: bool,
    /// The missing documents that the page names so far, each once.
    missing: Missing<'s>,
}

/// The missing documents that some text names.
type Missing<'s> = Vec<&'s Document>;

impl<'s> View<'s> {
    /// Adds a block, and notes the documents that it names and that are missing.
    fn push(&mut self, node: &'s BlockNode, out: &mut Vec<Block>) {
        let mut missing = Missing::new();
        let block = self.block(node, &mut missing);
        out.extend(block.map(|block| self.directed(block)));
        self.note_missing(missing);
    }

    fn note_missing(&mut self, missing: Missing<'s>) {
        for document in missing {
            if self.missing.iter().all(|it| it.slug != document.slug) {
                self.missing.push(document);
            }
        }
    }

    fn placed(&mut self, directive: &Directive) -> Option<Block> {
        let site = self.site;
        Some(or_none(match directive {
            // Handled above: these are several blocks, or the ends of some.
            Directive::Contacts { .. }
            | Directive::Embeds
            | Directive::EmbedSheet
            | Directive::Passage { .. }
            | Directive::PassageEnd => return None,
            Directive::Reviews { latest } => {
                let reviews = site.reviews(*latest);
                Block::Reviews(
                    reviews
                        .into_iter()
                        .map(|(id, r)| self.review(&id, r))
                        .collect(),
                )
            }
            Directive::Document { slug } => {
                let documents = site.placed_documents(slug, self.page);
                Block::Documents(documents.map(|document| site.card(document)).collect())
            }
            Directive::Documents { state } => Block::Documents(
                site.documents(*state)
                    .into_iter()
                    .map(|d| site.card(d))
                    .collect(),
            ),
            Directive::Terms => site.terms(),
            Directive::Milestones => site.milestones(),
            Directive::Corrections => site.corrections(),
            Directive::AccessibilityChecks => site.accessibility_checks(),
            Directive::KnownIssues => site.known_issues(),
            Directive::LatestReviews => site.latest_reviews(),
            Directive::Pictures => site.pictures(),
            Directive::Picture { slug } => return site.picture(slug),
            Directive::Sections => site.sections(),
            Directive::Pages { of } => site.pages_of(of),
            Directive::Search => Block::Search,
            Directive::Index => site.index(),
            Directive::Release => Block::Release(site.signing_key()),
            Directive::Offline => Block::Offline,
        }))
    }

    fn block(&self, node: &'s BlockNode, missing: &mut Missing<'s>) -> Option<Block> {
        Some(match node {
            BlockNode::Heading(Heading {
                level,
                id,
                before,
                text,
                ..
            }) => {
                let mut words = self.inlines(text, missing);
                if let Some(before) = before {
                    words.insert(0, Inline::Place(before.to_string()));
                }
                Block::Heading {
                    level: *level,
                    id: id.as_ref().map(Slug::to_string).unwrap_or_default(),
                    text: words,
                }
            }
            BlockNode::Paragraph(text) => Block::Paragraph(self.marked(text, missing)),
            BlockNode::List { start, items } => {
                let items = items.iter().map(|item| self.inner(item, missing)).collect();
                Block::List(List {
                    ordered: start.is_some(),
                    start: start
                        .filter(|start| *start != 1)
                        .map(|start| start.to_string())
                        .unwrap_or_default(),
                    items,
                })
            }
            BlockNode::Quote(nodes) => Block::Quote(self.inner(nodes, missing)),
            BlockNode::Code(code) => Block::Code(code.to_string()),
            BlockNode::Table { sides, head, rows } => Block::Table(Table {
                // The whole page tells (tables.rs).
                name: String::new(),
                sides: sides.clone(),
                head: self.cells(head, missing),
                rows: rows.iter().map(|row| self.cells(row, missing)).collect(),
            }),
            BlockNode::Rule => Block::Rule,
            BlockNode::Footnotes(notes) => Block::Footnotes(
                (1..)
                    .zip(notes)
                    .map(|(number, note)| self.footnote(number, note, missing))
                    .collect(),
            ),
            // Only the text of a page has directives, and only at its top level.
            BlockNode::Directive { .. } => return None,
        })
    }

    /// A footnote, with a way back to each place of the text that leads to it.
    fn footnote(
        &self,
        number: usize,
        note: &'s FootnoteDefinition,
        missing: &mut Missing<'s>,
    ) -> Footnote {
        let mut blocks = self.inner(&note.blocks, missing);
        let back = |place: usize| {
            let mut words = format!("Back to note {number} in the text");
            if place > 1 {
                words.push_str(&format!(" ({place})"));
            }
            let link = Inline::Link {
                to: Target::Page(format!("#{}", place_of_note(number, place))),
                text: vec![Inline::Text(words)],
                note: String::new(),
            };
            [Inline::Text(" ".into()), link]
        };
        let back = (1..=note.places).flat_map(back);
        match blocks.last_mut() {
            Some(Block::Paragraph(text)) => text.extend(back),
            _ => blocks.push(Block::Paragraph(back.skip(1).collect())),
        }
        Footnote {
            id: format!("footnote-{number}"),
            blocks,
        }
    }

    fn inner(&self, nodes: &'s [BlockNode], missing: &mut Missing<'s>) -> Vec<Block> {
        nodes
            .iter()
            .filter_map(|node| self.block(node, missing))
            .collect()
    }

    fn cells(&self, cells: &'s [Vec<InlineNode>], missing: &mut Missing<'s>) -> Vec<Vec<Inline>> {
        cells
            .iter()
            .map(|cell| self.marked(cell, missing))
            .collect()
    }
}

/// A list, or the word that there is nothing in it.
fn or_none(block: Block) -> Block {
    let is_empty = match &block {
        Block::Definitions(list) => list.is_empty(),
        Block::Documents(list) => list.is_empty(),
        Block::Cards(list) => list.is_empty(),
        Block::Reviews(list) => list.is_empty(),
        _ => false,
    };
    if is_empty {
        return Block::Paragraph(vec![Inline::Text("None.".into())]);
    }
    block
}

/// The anchor of a place of the text that leads to a footnote.
fn place_of_note(number: usize, place: usize) -> String {
    if place == 1 {
        format!("footnote-{number}-from")
    } else {
        format!("footnote-{number}-{place}-from")
    }
}
