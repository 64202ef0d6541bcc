//! Blocks as text: a block a line, what is inside another indented.

use lscb_wire::{Block, DocumentState, IndexEntry, Inline, Target};

pub(super) fn outline(blocks: &[Block]) -> String {
    let mut out = String::new();
    push_blocks(blocks, "", &mut out);
    out
}

fn push_blocks(blocks: &[Block], indent: &str, out: &mut String) {
    for block in blocks {
        for line in lines(block) {
            out.push_str(&format!("{indent}{line}\n"));
        }
    }
}

fn inner(blocks: &[Block], indent: &str) -> Vec<String> {
    let mut out = String::new();
    push_blocks(blocks, indent, &mut out);
    out.lines().map(str::to_owned).collect()
}

fn lines(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { level, id, text } => {
            vec![format!(
                "{}#{id} {}",
                format!("{level:?}").to_lowercase(),
                line(text)
            )]
        }
        Block::Paragraph(text) => vec![format!("p {}", line(text))],
        Block::List(list) => {
            let items = list.items.iter().flat_map(|item| inner(item, "  - "));
            let mark = match (list.ordered, list.start.as_str()) {
                (false, _) => "ul".to_owned(),
                (true, "") => "ol".to_owned(),
                (true, start) => format!("ol {start}"),
            };
            std::iter::once(mark).chain(items).collect()
        }
        Block::Footnotes(notes) => notes
            .iter()
            .flat_map(|note| {
                let blocks = inner(&note.blocks, "  ");
                std::iter::once(format!("note #{}", note.id))
                    .chain(blocks)
                    .collect::<Vec<_>>()
            })
            .collect(),
        Block::Passage(passage) => {
            let side = if passage.rtl { "rtl" } else { "ltr" };
            std::iter::once(format!("passage {} {side}", passage.language))
                .chain(inner(&passage.blocks, "  "))
                .collect()
        }
        Block::Definitions(definitions) => definitions
            .iter()
            .map(|d| format!("define #{} {}: {}", d.id, line(&d.term), line(&d.text)))
            .collect(),
        Block::Contacts(groups) => groups
            .iter()
            .flat_map(|group| {
                let contact = |contact: &lscb_wire::ContactLine| {
                    let mut words = format!("| {}", contact.words());
                    if let Some(phone) = &contact.phone {
                        words.push_str(&format!(" ({})", phone.dial));
                    }
                    if !contact.hours.is_empty() {
                        words.push_str(&format!(" {}", contact.hours));
                    }
                    if !contact.online.is_empty() {
                        words.push_str(&format!(" {}", line(&contact.online)));
                    }
                    words
                };
                let mut lines = vec![format!("contacts #{} {}", group.id, group.name)];
                lines.extend(group.people.iter().map(contact));
                lines.extend(group.address.iter().map(|line| format!("| {line}")));
                lines.extend(group.lines.iter().map(contact));
                lines
            })
            .collect(),
        Block::Reviews(reviews) => reviews
            .iter()
            .flat_map(|review| {
                let head = format!(
                    "review #{} {} ({}) {}",
                    review.id, review.date, review.iso, review.title
                );
                std::iter::once(head).chain(inner(&review.body, "  "))
            })
            .collect(),
        Block::Documents(cards) => cards
            .iter()
            .map(|card| {
                let state = match &card.state {
                    DocumentState::File { address, note } => format!("{address}, {note}"),
                    DocumentState::Missing { ask } => format!("ask {ask}"),
                    DocumentState::Elsewhere { url, holder } => format!("{url} at {holder}"),
                };
                format!("document #{} {}: {state}", card.id, card.title)
            })
            .collect(),
        Block::Cards(cards) => cards
            .iter()
            .map(|card| {
                format!(
                    "card {} ({}): {}",
                    card.title,
                    target(&card.to),
                    card.summary
                )
            })
            .collect(),
        Block::Index(letters) => letters
            .iter()
            .flat_map(|letter| {
                let entry = |entry: &IndexEntry| {
                    let (title, note) = (&entry.title, &entry.note);
                    format!("  {title} ({}): {note}", target(&entry.target))
                };
                let head = format!("letter {}", letter.letter);
                std::iter::once(head).chain(letter.entries.iter().map(entry))
            })
            .collect(),
        Block::Note(note) => {
            let kind = format!("{:?}", note.kind).to_lowercase();
            vec![format!("note {kind}: {}", line(&note.text))]
        }
        Block::Picture(picture) => {
            let what = format!(
                "picture {} {}x{} [{}] {}",
                picture.file, picture.width, picture.height, picture.alt, picture.credit
            );
            let mut lines = vec![what.trim_end().to_owned()];
            lines.extend(
                picture
                    .note
                    .iter()
                    .map(|note| format!("  {}", line(&note.text))),
            );
            lines
        }
        Block::Details(details) => {
            let open = if details.open { " open" } else { "" };
            std::iter::once(format!("fold{open} {}", details.title))
                .chain(inner(&details.blocks, "  "))
                .collect()
        }
        Block::Quote(_)
        | Block::Code(_)
        | Block::Table(_)
        | Block::Rule
        | Block::Search
        | Block::Offline
        | Block::Embeds(_)
        | Block::Release(_) => {
            vec![format!("{block:?}")]
        }
    }
}

fn line(inlines: &[Inline]) -> String {
    let mark = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Emphasis(text) => format!("*{}*", line(text)),
        Inline::Strong(text) => format!("**{}**", line(text)),
        Inline::Struck(text) => format!("~~{}~~", line(text)),
        Inline::Passage(passage) => {
            let side = if passage.rtl { "rtl" } else { "ltr" };
            format!("<{} {side}: {}>", passage.language, line(&passage.text))
        }
        Inline::Task(done) => if *done { "[x]" } else { "[ ]" }.into(),
        Inline::Footnote { id, number } => format!("[^{number} #{id}]"),
        Inline::Place(id) => format!("[#{id}]"),
        Inline::Code(code) => format!("`{code}`"),
        Inline::Break => "/".into(),
        Inline::Absent => " (absent)".into(),
        Inline::Time { iso, text } => format!("{text} ({iso})"),
        Inline::Link { to, text, note } if note.is_empty() => {
            format!("[{}]({})", line(text), target(to))
        }
        Inline::Link { to, text, note } => format!("[{}]({}; {note})", line(text), target(to)),
    };
    inlines.iter().map(mark).collect()
}

fn target(target: &Target) -> String {
    match target {
        Target::Page(path) => format!("Page {path}"),
        Target::File(path) => format!("File {path}"),
        Target::Url(url) => format!("Url {url}"),
    }
}
