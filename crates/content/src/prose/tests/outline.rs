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
            Block::List { start, items } => {
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
            Block::Quote(blocks) => {
                out.push_str(&format!("{indent}quote\n"));
                push_blocks(blocks, &inner, out);
                continue;
            }
            Block::Code(code) => format!("code {}", code.replace('\n', "\\n")),
            Block::Footnotes(notes) => {
                for (number, note) in notes.iter().enumerate() {
                    out.push_str(&format!("note {} x{}\n", number + 1, note.places));
                    push_blocks(&note.blocks, &inner, out);
                }
                continue;
            }
            Block::Table { sides, head, rows } => {
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
                let sides: String = sides
                    .iter()
                    .map(|side| format!("{side:?} ").to_lowercase())
                    .collect();
                format!("table {sides}{}{below}", row(head))
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
        Inline::Struck(text) => format!("~~{}~~", line(text)),
        Inline::Passage(language, text) => format!("<{language}: {}>", line(text)),
        Inline::Task(done) => if *done { "[x]" } else { "[ ]" }.into(),
        Inline::Footnote { number, place } => format!("[^{number}.{place}]"),
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
