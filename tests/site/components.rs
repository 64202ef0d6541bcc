//! Every component, by its examples: how each is drawn, and what none may ever do.
//! `SNAPSHOTS=overwrite cargo test -p lscb-tests` accepts a new drawing.

use std::collections::BTreeSet;
use std::fs;

use lscb::component::example::{Example, examples};
use lscb::render;
use lscb_publish::build::BuildOptions;
use scraper::Html;
use snapbox::{Data, assert_data_eq};

use crate::built::{SEFTON, build_with, files, repo};
use crate::markup::select;

/// Modules that make parts of components and draw nothing of their own.
const PARTS: [&str; 2] = ["element", "example"];
/// Components that look as plain elements do: `style/base.css`.
const PLAIN: [&str; 1] = ["block"];
/// Components that draw the same whatever the content is.
const FIXED: [&str; 1] = ["offline"];

/// What every component must stand, and words that its edge cases have of each.
const EDGES: [(&str, &str); 4] = [
    ("markup characters", MARKUP),
    ("a name of 200 characters", "Several Neighbouring Regions"),
    ("a word that cannot be broken", "safeguardingsafeguarding"),
    (
        "right-to-left text and emoji",
        "لجنة حماية الطفل – הוועדה להגנת הילד 👩‍👩‍👧‍👦",
    ),
];
const MARKUP: &str = r#""><script>alert('1')</script><!-- & &amp;"#;

fn named(example: &Example) -> String {
    format!("{}: {}", example.component, example.name)
}

/// The names of the files and folders in `folder` that `part` finds something in.
fn names(folder: &str, part: impl Fn(&str) -> Option<String>) -> BTreeSet<String> {
    let found = files(&repo(folder));
    found.keys().filter_map(|path| part(path)).collect()
}

#[test]
fn every_component_has_its_examples_and_its_style() {
    let folder = "src/component";
    let mut modules = names(folder, |path| path.strip_suffix(".rs").map(str::to_owned));
    modules.retain(|name| !PARTS.contains(&name.as_str()));
    let having = |file: &str| names(folder, |path| path.strip_suffix(file).map(str::to_owned));

    assert_eq!(having("/examples.json"), modules, "examples and components");
    let read: BTreeSet<String> = examples()
        .iter()
        .map(|example| example.component.to_owned())
        .collect();
    assert_eq!(read, modules, "examples that are read, and components");

    let mut styles = having("/style.css");
    for name in PLAIN {
        assert!(
            styles.insert(name.into()),
            "{name} has a style: take it out of PLAIN"
        );
    }
    assert_eq!(styles, modules, "styles and components");
}

#[test]
fn every_style_is_in_the_page_once_and_has_its_markup() {
    let entry = fs::read_to_string(repo("index.html")).expect("Trunk's entry");
    let entry = Html::parse_document(&entry);
    let listed: Vec<String> = select(&entry, "link[rel=css]")
        .iter()
        .filter_map(|link| link.attr("href").map(str::to_owned))
        .collect();
    let unique: BTreeSet<String> = listed.iter().cloned().collect();
    assert_eq!(
        listed.len(),
        unique.len(),
        "a style is listed twice: {listed:?}"
    );

    let below = |root: &'static str| {
        names(root, move |path| {
            path.ends_with(".css").then(|| format!("{root}/{path}"))
        })
    };
    let mut there = below("style");
    there.extend(below("src/component"));
    there.extend(below("src/layout"));
    assert_eq!(unique, there, "styles in index.html, and styles");
    for style in there {
        if let Some(folder) = style.strip_suffix("/style.css") {
            assert!(
                repo(&format!("{folder}.rs")).is_file(),
                "{style} has no markup"
            );
        }
    }
}

#[test]
fn every_example_is_drawn_as_before() {
    let examples = examples();
    let mut drawn = BTreeSet::new();
    for own in examples.chunk_by(|one, next| one.component == next.component) {
        let mut sheet = String::new();
        for example in own {
            let edge = if example.hidden { " (edge case)" } else { "" };
            let html = render::example(example).replace("><", ">\n<");
            sheet.push_str(&format!("<!-- {}{edge} -->\n{html}\n", example.name));
        }
        let component = own[0].component;
        let file = repo(&format!("tests/site/snapshots/components/{component}.html"));
        assert_data_eq!(sheet, Data::read_from(&file, None).raw());
        drawn.insert(format!("{component}.html"));
    }
    let kept = names("tests/site/snapshots/components", |path| {
        Some(path.to_owned())
    });
    assert_eq!(kept, drawn, "drawings of components that are gone");
}

#[test]
fn every_component_stands_every_edge_case() {
    let examples = examples();
    let mut components: BTreeSet<_> = examples.iter().map(|example| example.component).collect();
    components.retain(|component| !FIXED.contains(component));
    for component in components {
        for (edge, words) in EDGES {
            let found = examples.iter().any(|example| {
                let html = Html::parse_fragment(&render::example(example));
                example.component == component && example.hidden && {
                    let shown: String = html.root_element().text().collect();
                    shown.contains(words)
                }
            });
            assert!(found, "{component} has no hidden example with {edge}");
        }
    }
}

#[test]
fn markup_characters_are_only_ever_text() {
    let examples = examples();
    let hostile = |example: &&Example| format!("{:?}", example.drawing).contains("<script>");
    assert!(examples.iter().filter(hostile).count() > 12);
    for example in examples.iter().filter(hostile) {
        let html = render::example(example);
        let page = Html::parse_fragment(&html);
        assert!(
            select(&page, "script").is_empty(),
            "{}: {html}",
            named(example)
        );
        assert!(!html.contains("<!--"), "{}: {html}", named(example));
        // A quotation mark that was not escaped would end an attribute before its end.
        let whole = select(&page, "*").iter().all(|element| {
            let mut values = element.value().attrs().map(|(_, value)| value);
            values.all(|value| value.contains(MARKUP) || !value.contains("script"))
                && element
                    .value()
                    .attrs()
                    .all(|(name, _)| !name.contains(['<', '"', '\'']))
        });
        assert!(whole, "{}: {html}", named(example));
    }
}

#[test]
fn no_example_runs_styles_or_repeats_an_id() {
    let mut all = BTreeSet::new();
    for example in examples() {
        let html = render::example(&example);
        let page = Html::parse_fragment(&html);
        let mut own = BTreeSet::new();
        for element in select(&page, "*") {
            for (name, value) in element.value().attrs() {
                assert!(
                    !name.starts_with("on") && name != "style",
                    "{}: {name}",
                    named(&example)
                );
                if name == "id" {
                    assert!(
                        own.insert(value.to_owned()),
                        "{}: id {value} twice",
                        named(&example)
                    );
                }
            }
        }
        // The headings of these two are there once a page.
        own.retain(|id| id != "on-this-page" && id != "in-this-section");
        for id in own {
            assert!(
                all.insert(id.clone()),
                "{}: id {id} is another example's",
                named(&example)
            );
        }
    }
}

#[test]
fn every_link_of_an_example_has_words_and_an_address() {
    for example in examples() {
        let page = Html::parse_fragment(&render::example(&example));
        for link in select(&page, "a") {
            let words: String = link.text().collect();
            assert!(
                !words.trim().is_empty(),
                "{}: a link without words",
                named(&example)
            );
            let href = link.attr("href").unwrap_or_default();
            assert!(
                !href.is_empty(),
                "{}: “{words}” leads nowhere",
                named(&example)
            );
        }
    }
}

#[test]
fn the_page_of_all_components_is_beside_the_site_and_no_part_of_it() {
    let options = BuildOptions {
        components: true,
        ..BuildOptions::default()
    };
    let with = build_with(&repo("content"), options);
    let mut found = with.files();
    let page = found
        .remove("components/index.html")
        .expect("a page of all components");
    // Not in the release, the sitemap, the redirects or the text of any page either.
    assert_eq!(found, SEFTON.files(), "something else differs");

    let page = String::from_utf8(page).expect("UTF-8");
    let page = Html::parse_document(&page);
    for landmark in [
        "header",
        "main",
        "footer",
        "a.skip-link",
        "#status[role=status]",
    ] {
        assert_eq!(select(&page, landmark).len(), 1, "{landmark}");
    }
    let shown: String = page.root_element().text().collect();
    for example in examples() {
        assert!(
            shown.contains(&example.name),
            "{} is not shown",
            named(&example)
        );
    }
    assert_eq!(select(&page, ".example").len(), examples().len());
}
