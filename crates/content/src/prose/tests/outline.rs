//! Prose as text: a block a line, what is inside another indented.

use crate::prose::{Block, Destination, Inline};

pub(super) fn outline(blocks: &[Block]) -> String {
    let mut out = String::new();
    push_blocks(blocks, "", &mut out);
    out
}

fn push_blocks(blocks: &[Block], indent: &str, out: &mut String) {
    for block in blocks {
        let inner = format!("{indent}  ");
        let line = match block {
            Block::Heading(heading) => {
                let level = format!("{:?}", heading.level).to_lowercase();
                let id = heading
                    .id
                    .as_ref()
                    .map(|id| format!("#{id}"))
                    .unwrap_or_default();
                format!("{level}{id} {}", line(&heading.text))
            }
            Block::Paragraph(text) => format!("p {}", line(text)),
            Block::List { ordered, items } => {
                out.push_str(&format!("{indent}{}\n", if *ordered { "ol" } else { "ul" }));
                for item in items {
                    let mut text = String::new();
                    push_blocks(item, &format!("{inner}  "), &mut text);
                    out.push_str(&text.replacen(&format!("{inner}  "), &format!("{inner}- "), 1));
                }
                continue;
            }
            Block::Quote(blocks) => {
                out.push_str(&format!("{indent}quote\n"));
                push_blocks(blocks, &inner, out);
                continue;
            }
            Block::Code(code) => format!("code {}", code.replace('\n', "\\n")),
            Block::Table { head, rows } => {
                let row = |cells: &Vec<Vec<Inline>>| {
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
                format!("table {}{below}", row(head))
            }
            Block::Rule => "rule".into(),
            Block::Directive { directive, .. } => format!("{directive:?}"),
        };
        out.push_str(&format!("{indent}{line}\n"));
    }
}

fn line(inlines: &[Inline]) -> String {
    let mark = |inline: &Inline| match inline {
        Inline::Text(text) => text.to_string(),
        Inline::Emphasis(text) => format!("*{}*", line(text)),
        Inline::Strong(text) => format!("**{}**", line(text)),
        Inline::Code(code) => format!("`{code}`"),
        Inline::Break => "/".into(),
        Inline::Link(link) => {
            let to = match &link.to {
                Destination::Page(to) | Destination::Url(to) => to.to_string(),
                Destination::Document(slug) => format!("document:{slug}"),
            };
            format!("[{}]({to})", line(&link.text))
        }
    };
    inlines.iter().map(mark).collect()
}
