//! Search: the form, and what was found.

use leptos::prelude::*;
use lscb_search::{Facets, Filter, Highlighted, Hit, Kind, Phone, SearchResults};
use lscb_wire as wire;

use super::contact::telephone;
use super::element::{element, text};
use super::inline::{anchor, aside};
use crate::decimal::decimal;
use crate::route::{
    RelativeRoot, SearchParams, kind_name, page_of_document, target_of, with_fragment,
};

/// How many results stand on one page.
pub const RESULTS: usize = 20;

/// The search page's own form, and the place of what it finds. The field has no name: without
/// the app the form leads to this page and sends no words.
pub fn search() -> AnyView {
    let label = element("label", &[("for", "words")], vec![text("Search for")]);
    let [field, button] = field("words", None);
    let line = element("div", &[("class", "field")], vec![field, button]);
    let filters = element("div", &[("id", "filters")], Vec::new());
    let form = [("role", "search"), ("aria-label", "Search")];
    let form = element("form", &form, vec![label, line, filters]);
    let place = element("div", &[("id", "results")], Vec::new());
    element("div", &[("class", "search-page")], vec![form, place])
}

/// A field for words and its button. `label`: the field's name where nothing beside it is.
pub fn field(id: &'static str, label: Option<&'static str>) -> [AnyView; 2] {
    let mut attributes = vec![("id", id), ("type", "text")];
    attributes.extend(label.map(|label| ("aria-label", label)));
    attributes.extend([
        ("autocomplete", "off"),
        ("autocapitalize", "none"),
        ("enterkeyhint", "search"),
    ]);
    let input = element("input", &attributes, Vec::new());
    [input, element("button", &[], vec![text("Search")])]
}

/// What was found, in the place of the search page.
pub fn results(
    results: &SearchResults,
    params: &SearchParams,
    root: &RelativeRoot,
) -> Vec<AnyView> {
    let heading = text(&headline(results, params));
    let mut content = vec![element("h2", &[], vec![heading])];
    if !results.missing.is_empty() {
        let words = list_of(results.missing.iter());
        let nothing = ["Nothing on this site has ", &words, "."].concat();
        let near = match results.hits.is_empty() {
            true => " Try fewer or other words, or look through everything from A to Z below.",
            false => " These are the nearest topics.",
        };
        content.push(element("p", &[], vec![text(&(nothing + near))]));
    } else if is_filtered_out(results, params) {
        let all = SearchParams {
            text: params.text.clone(),
            ..SearchParams::default()
        };
        let href = ["#", &all.fragment()].concat();
        let words = vec![text("Search everything for it")];
        content.push(element(
            "p",
            &[],
            vec![element("a", &[("href", &href)], words)],
        ));
    } else if results.total == 0 && !results.incomplete {
        let words = "Try fewer or other words, or look through everything from A to Z below.";
        content.push(element("p", &[], vec![text(words)]));
    }
    content.extend(did_you_mean(results, params));
    if results.incomplete {
        let words = text("A part of the search did not load, so something may be missing. ");
        content.push(element(
            "p",
            &[("class", "note")],
            vec![words, retry_button()],
        ));
    }
    if !results.hits.is_empty() {
        let first = decimal(params.page * RESULTS + 1);
        let hits = results
            .hits
            .iter()
            .map(|hit| element("li", &[], self::hit(hit, root)));
        content.push(element(
            "ol",
            &[("class", "hits"), ("start", &first)],
            hits.collect(),
        ));
    }
    content.extend(pages(results, params));
    content
}

/// A button to try what has just failed once more.
pub fn retry_button() -> AnyView {
    let button = [("type", "button"), ("id", "search-again")];
    element("button", &button, vec![text("Try again")])
}

/// How much was found, in words: the heading of the results, and what is said of them.
pub fn headline(results: &SearchResults, params: &SearchParams) -> String {
    let count = match results.total {
        _ if !results.missing.is_empty() => String::from("Nothing found"),
        0 if results.incomplete => "No results yet".into(),
        0 => "Nothing found".into(),
        1 => "1 result".into(),
        more => {
            let than = if results.total_is_lower_bound {
                "More than "
            } else {
                ""
            };
            [than, &decimal(more), " results"].concat()
        }
    };
    let filtered = match is_filtered_out(results, params) {
        true => " with this filter",
        false => "",
    };
    let page = match params.page {
        0 => String::new(),
        before => [", page ", &decimal(before + 1)].concat(),
    };
    [&count, " for “", params.text.trim(), "”", filtered, &page].concat()
}

/// Whether it is the filters that leave nothing: the site has every word.
fn is_filtered_out(results: &SearchResults, params: &SearchParams) -> bool {
    let is_complete = results.missing.is_empty() && !results.incomplete;
    results.total == 0 && is_complete && params.filter != Filter::default()
}

/// Spelling corrections: what was looked for in place of what was typed.
fn did_you_mean(results: &SearchResults, params: &SearchParams) -> Option<AnyView> {
    let suggestion = results.suggestion.as_ref()?;
    let meant = SearchParams {
        text: suggestion.clone(),
        page: 0,
        ..params.clone()
    };
    let href = ["#", &meant.fragment()].concat();
    let link = element("a", &[("href", &href)], vec![text(suggestion.trim())]);
    let typed = list_of(results.corrected.iter().map(|(typed, _)| typed));
    let why = text(&[" Nothing here has ", &typed, "."].concat());
    Some(element(
        "p",
        &[],
        vec![text("Did you mean "), link, text("?"), why],
    ))
}

/// Words in quotation marks, one after another.
fn list_of<'a>(words: impl Iterator<Item = &'a String>) -> String {
    let mut list = String::new();
    for word in words {
        list.push_str(if list.is_empty() { "“" } else { " or “" });
        list.push_str(word);
        list.push('”');
    }
    list
}

fn hit(hit: &Hit, root: &RelativeRoot) -> Vec<AnyView> {
    let target = target_of(&hit.address);
    let mut title = highlighted(&hit.title);
    if hit.kind == Kind::DocumentPage
        && let Some(page) = page_of_document(&hit.address)
    {
        title.push(aside(&[" (page ", page, ")"]));
    }
    let title = element("h3", &[], vec![anchor(&target, title, root)]);
    let year = hit.year.map(|year| [", ", &decimal(year.into())].concat());
    let year = year.unwrap_or_default();
    let of = match &hit.parent {
        Some(parent) => [" of ", parent].concat(),
        // Neither a section in itself nor a contact in “Contact”.
        None if [&plain(&hit.title), kind_label(hit.kind)].contains(&hit.section.as_str()) => {
            String::new()
        }
        None => [" in ", &hit.section].concat(),
    };
    let kind = [kind_label(hit.kind), &of, &year];
    let mut content = vec![
        title,
        element("p", &[("class", "kind")], vec![text(&kind.concat())]),
    ];
    if !hit.snippet.0.is_empty() {
        content.push(element("p", &[], highlighted(&hit.snippet)));
    }
    let phones = hit.phones.iter().map(|number| phone(number, hit, root));
    content.extend(phones);
    let parts = hit.sub_results.iter().map(|part| {
        let target = target_of(&with_fragment(&hit.address, &part.id));
        element(
            "li",
            &[],
            vec![anchor(&target, highlighted(&part.heading), root)],
        )
    });
    if !hit.sub_results.is_empty() {
        content.push(element("ul", &[], parts.collect()));
    }
    content
}

fn phone(number: &Phone, hit: &Hit, root: &RelativeRoot) -> AnyView {
    let whom = plain(&hit.title);
    let number = wire::Phone {
        printed: number.printed.clone(),
        dial: number.number.clone(),
    };
    element(
        "p",
        &[("class", "call")],
        vec![text("Call "), telephone(&number, &whom, root)],
    )
}

fn plain(words: &Highlighted) -> String {
    words.0.iter().map(|span| span.text.as_str()).collect()
}

fn highlighted(words: &Highlighted) -> Vec<AnyView> {
    let spans = words.0.iter().map(|span| match span.marked {
        true => element("mark", &[], vec![text(&unbroken(&span.text))]),
        false => text(&unbroken(&span.text)),
    });
    spans.collect()
}

/// Words in which no telephone number is broken between two lines.
fn unbroken(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words.chars();
    let mut before = ' ';
    while let Some(sign) = rest.next() {
        let next = rest.clone().next().unwrap_or_default();
        let is_inside = sign == ' ' && before.is_ascii_digit() && next.is_ascii_digit();
        out.push(if is_inside { '\u{a0}' } else { sign });
        before = sign;
    }
    out
}

/// What a hit is, in a word.
pub fn kind_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => "Page",
        Kind::Person => "Person",
        Kind::Contact => "Contact",
        Kind::Review => "Review",
        Kind::Document => "Document",
        Kind::DocumentPage => "Page",
        Kind::Term => "Term",
    }
}

/// Ways to the other pages of the results.
fn pages(results: &SearchResults, params: &SearchParams) -> Option<AnyView> {
    let last = results.total.saturating_sub(1) / RESULTS;
    let to = |page: usize, words: &str| {
        let there = SearchParams {
            page,
            ..params.clone()
        };
        let href = ["#", &there.fragment()].concat();
        element("a", &[("href", &href)], vec![text(words)])
    };
    let before = params
        .page
        .checked_sub(1)
        .map(|page| to(page, "Previous results"));
    let after = (params.page < last).then(|| to(params.page + 1, "Next results"));
    let links: Vec<AnyView> = before.into_iter().chain(after).collect();
    (!links.is_empty()).then(|| element("nav", &[("aria-label", "More results")], links))
}

/// The ids of the filters, in the order of the form.
pub const FILTERS: [&str; 3] = ["in-section", "of-kind", "of-year"];

/// The filters of the form, each without its options and out of sight. The app puts them
/// there with the first results: without it they do nothing.
pub fn filter_labels() -> Vec<AnyView> {
    let names = ["In", "Kind", "Year"];
    let filters = FILTERS.into_iter().zip(names).map(|(id, name)| {
        let choice = element("select", &[("id", id)], Vec::new());
        let content = vec![text(name), text(" "), choice];
        element("label", &[("hidden", "")], content)
    });
    filters.collect()
}

/// The options of the three filters, in the order of the form: each with the value that it
/// stands for and the number of results that it leaves. One option is no choice.
pub fn filters(facets: &Facets) -> [Vec<AnyView>; 3] {
    let sections = facets.sections.iter();
    let sections = sections.map(|count| (count.value.clone(), count.value.clone(), count.hits));
    let kinds = facets.kinds.iter().map(|count| {
        let name = match count.value {
            Kind::Page => "Pages",
            Kind::Person => "People",
            Kind::Contact => "Contacts",
            Kind::Review => "Reviews",
            Kind::Document => "Documents",
            Kind::DocumentPage => "Pages of documents",
            Kind::Term => "Terms",
        };
        (
            kind_name(count.value).to_owned(),
            name.to_owned(),
            count.hits,
        )
    });
    let years = facets.years.iter();
    let years = years.map(|count| {
        let year = decimal(count.value.into());
        (year.clone(), year, count.hits)
    });
    [
        options("Everything", sections.collect()),
        options("Any kind", kinds.collect()),
        options("Any year", years.collect()),
    ]
}

fn options(all: &str, choices: Vec<(String, String, usize)>) -> Vec<AnyView> {
    let option =
        |value: &str, words: &str| element("option", &[("value", value)], vec![text(words)]);
    let mut options = vec![option("", all)];
    options.extend(choices.iter().map(|(value, name, hits)| {
        option(value, &[name.as_str(), " (", &decimal(*hits), ")"].concat())
    }));
    options
}
