//! Search results in plain text for a terminal.

use std::fmt::Write as _;

use lscb_search::{Highlighted, Hit, Kind, SearchResults};

/// The results in plain text; marked words are between asterisks.
pub(super) fn listing(results: &SearchResults, first: usize) -> String {
    let mut out = String::new();
    remarks(results, &mut out);
    for (place, hit) in results.hits.iter().enumerate() {
        self::hit(hit, first + place, &mut out);
    }
    let shown = results.hits.len();
    if shown < results.total {
        let least = if results.total_is_lower_bound {
            "at least "
        } else {
            ""
        };
        line(
            &mut out,
            &format!("{shown} of {least}{} are shown.", results.total),
        );
    }
    out
}

/// The lines above the hits.
fn remarks(results: &SearchResults, out: &mut String) {
    if !results.missing.is_empty() {
        let words: Vec<String> = results.missing.iter().map(|word| quoted(word)).collect();
        line(out, &format!("Nothing matches {}.", words.join(", ")));
        if results.hits.is_empty() {
            return;
        }
        line(out, "Nearest topics:");
    } else if results.hits.is_empty() {
        line(out, "Nothing was found.");
    }
    if let Some(suggestion) = &results.suggestion {
        line(out, &format!("Did you mean {}?", quoted(suggestion)));
    }
}

fn hit(hit: &Hit, rank: usize, out: &mut String) {
    let mut title = text(&hit.title);
    if let Some(parent) = &hit.parent {
        title = format!("{parent}, {title}");
    }
    line(out, &format!("{rank}. {title}"));
    let mut about = format!("{}, {}", kind(hit.kind), hit.section);
    if let Some(year) = hit.year {
        about.push_str(&format!(", {year}"));
    }
    line(out, &format!("   {about}: /{}", hit.address));
    let snippet = text(&hit.snippet);
    if !snippet.is_empty() {
        line(out, &format!("   {snippet}"));
    }
    for part in &hit.sub_results {
        let heading = text(&part.heading);
        line(out, &format!("   > {heading} (#{})", part.id));
    }
    let phones: Vec<&str> = hit
        .phones
        .iter()
        .map(|phone| phone.printed.as_str())
        .collect();
    if !phones.is_empty() {
        line(out, &format!("   Tel. {}", phones.join(", ")));
    }
}

/// The name of a kind.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => "Page",
        Kind::Person => "Person",
        Kind::Contact => "Contact",
        Kind::Review => "Review",
        Kind::Document => "Document",
        Kind::DocumentPage => "Page of a document",
        Kind::Term => "Term",
    }
}

fn text(marked: &Highlighted) -> String {
    let spans = marked.0.iter().map(|span| match span.marked {
        true => format!("*{}*", span.text),
        false => span.text.clone(),
    });
    spans.collect()
}

fn quoted(words: &str) -> String {
    format!("“{words}”")
}

fn line(out: &mut String, words: &str) {
    // Writing to a string cannot fail. What is searched for may hold signs that command a
    // terminal.
    let plain: String = words.chars().filter(|sign| !sign.is_control()).collect();
    let _ = writeln!(out, "{plain}");
}
