use lscb_publish::policy::{Class, media_of};
use roxmltree::{Document, Node};

use super::DEPLOYED;

fn all<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.descendants().filter(move |it| it.has_tag_name(name))
}

fn one<'a>(node: Node<'a, 'a>, name: &'static str) -> Node<'a, 'a> {
    all(node, name)
        .next()
        .unwrap_or_else(|| panic!("no <{name}>"))
}

fn location<'a>(xml: &'a Document<'a>, path: &str) -> Node<'a, 'a> {
    all(xml.root(), "location")
        .find(|it| it.attribute("path") == Some(path))
        .unwrap_or_else(|| panic!("no location {path}"))
}

#[test]
fn headers_are_those_of_the_policy() {
    for file in ["web.config", "web.rewrite.config"] {
        let text = DEPLOYED.text(file);
        let xml = Document::parse(&text).expect("XML");
        let headers = one(xml.root(), "customHeaders");
        let mut found: Vec<_> = all(headers, "add")
            .map(|it| {
                let attribute = |name| it.attribute(name).expect(name).to_owned();
                (attribute("name"), attribute("value"))
            })
            .collect();
        found.sort();
        assert_eq!(found, DEPLOYED.headers(), "{file}");
    }
}

#[test]
fn hashed_folders_are_kept_for_ever_and_the_rest_is_asked_for() {
    let text = DEPLOYED.text("web.config");
    let xml = Document::parse(&text).expect("XML");
    let cache = one(location(&xml, "."), "clientCache");
    let checked = Class::Checked.cache_control();
    assert_eq!(cache.attribute("cacheControlCustom"), Some(checked));
    for folder in lscb_publish::policy::HASHED {
        let cache = one(location(&xml, folder), "clientCache");
        // 365 days and what else is said, which IIS joins.
        assert_eq!(cache.attribute("cacheControlMaxAge"), Some("365.00:00:00"));
        let said = cache.attribute("cacheControlCustom").expect("more");
        assert_eq!(said, "public, immutable, no-transform");
    }
}

/// A type that is there twice makes every page a 500, and so does a section that the server
/// does not know.
#[test]
fn nothing_in_it_breaks_a_server_as_it_is_installed() {
    let text = DEPLOYED.text("web.config");
    let xml = Document::parse(&text).expect("XML");
    assert_eq!(all(xml.root(), "rewrite").count(), 0);
    let types = one(location(&xml, "."), "staticContent");
    let mut removed = Vec::new();
    let mut added = Vec::new();
    for entry in types.children().filter(Node::is_element) {
        match (entry.tag_name().name(), entry.attribute("fileExtension")) {
            ("remove", Some(extension)) => removed.push(extension),
            ("mimeMap", Some(extension)) => {
                assert!(
                    removed.contains(&extension),
                    "{extension} may be there already"
                );
                let media = media_of(&format!("x{extension}"));
                assert_eq!(entry.attribute("mimeType"), Some(media));
                added.push(extension);
            }
            ("clientCache", None) => {}
            other => panic!("{other:?}"),
        }
    }
    assert!(
        added.contains(&".wasm") && added.contains(&".bin"),
        "{added:?}"
    );
    let error = one(one(xml.root(), "httpErrors"), "error");
    // A path from the server's root would be a 500.
    assert_eq!(error.attribute("path"), Some("404.html"));
    assert_eq!(error.attribute("responseMode"), Some("File"));
}

#[test]
fn the_one_with_rewriting_has_the_old_addresses() {
    let text = DEPLOYED.text("web.rewrite.config");
    let xml = Document::parse(&text).expect("XML");
    assert_eq!(all(xml.root(), "rule").count(), DEPLOYED.policy.moved.len());
}
