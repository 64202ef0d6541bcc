//! A Markdown tree as text: one block per line, nested blocks indented.

use crate::markdown::{BlockNode, Destination, InlineNode};

pub(super) fn outline(blocks: &[BlockNode]) -> String {
    let mut out = String::new();
    push_blocks(blocks, "", &mut out);
    out
}

fn push_blocks(blocks: &[BlockNode], indent: &str, out: &mut String) {
    for block in blocks {
        let inner = format!("{indent}  ");
        let line = match block {
            BlockNode::Heading(heading) => {
                let level = format!("{:?}", heading.level).to_lowercase();
                let id = heading
                    .id
                    .as_ref()
                    .map(|id| format!("#{id}"))
                    .unwrap_or_default();
                format!("{level}{id} {}", line(&heading.text))
            }
            BlockNode::Paragraph(text) => format!("p {}", line(text)),
            BlockNode::List { start, items } => {
                let start = start.map(|start| match start {
                    1 => "ol".to_owned(),
                    start => format!("ol {start}"),
                });
                out.push_str(&format!("{indent}{}\n", start.as_deref().unwrap_or("ul")));
                for item in items {
                    let mut text = String::new();
                    push_blocks(item, &format!("{inner}  "), &mut text);
                    out.push_str(&text.replacen(&format!("{inner}  "), &format!("{inner}- "), 1));
                }
                continue;
            }
            BlockNode::Quote(blocks) => {
                out.push_str(&format!("{indent}quote\n"));
                push_blocks(blocks, &inner, out);
                continue;
            }
            BlockNode::Code(code) => format!("code {}", code.replace('\n', "\\n")),
            BlockNode::Footnotes(notes) => {
                for (number, note) in notes.iter().enumerate() {
                    out.push_str(&format!("note {} x{}\n", number + 1, note.places));
                    push_blocks(&note.blocks, &inner, out);
                }
                continue;
            }
            BlockNode::Table { sides, head, rows } => {
                let row = |cells: &Vec<Vec<InlineNode>>| {
                    cells
                        .iter()
                        .map(|cell| line(cell))
                        .collect::<Vec<_>>()
                        .join("|")
                };
                let below: String = rows
                    .iter()
                    .map(|cells| format!("\n  {}", row(cells)))
                    .collect();
                let sides: String = sides
                    .iter()
                    .map(|side| format!("{side:?} ").to_lowercase())
                    .collect();
                format!("table {sides}{}{below}", row(head))
            }
            BlockNode::Rule => "rule".into(),
            BlockNode::Directive { directive, .. } => format!("{directive:?}"),
        };
        out.push_str(&format!("{indent}{line}\n"));
    }
}

fn line(inlines: &[InlineNode]) -> String {
    let mark = |inline: &InlineNode| match inline {
        InlineNode::Text(text) => text.to_string(),
        InlineNode::Emphasis(text) => format!("*{}*", line(text)),
        InlineNode::Strong(text) => format!("**{}**", line(text)),
        InlineNode::Struck(text) => format!("~~{}~~", line(text)),
        InlineNode::Passage(language, text) => format!("<{language}: {}>", line(text)),
        InlineNode::Task(done) => if *done { "[x]" } else { "[ ]" }.into(),
        InlineNode::FootnoteReference { number, place } => format!("[^{number}.{place}]"),
        InlineNode::Code(code) => format!("`{code}`"),
        InlineNode::Break => "/".into(),
        InlineNode::Link(link) => {
            let to = match &link.to {
                Destination::Page(to) | Destination::Url(to) => to.to_string(),
                Destination::Document(slug) => format!("document:{slug}"),
            };
            format!("[{}]({to})", line(&link.text))
        }
    };
    inlines.iter().map(mark).collect()
}
