//! The dependency graph of a crate's modules, checked to be acyclic: modules that depend on each other
//! in a circle cannot be read or tested one at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::repo::Repo;

/// The source folders of the crates whose modules are checked.
const CRATES: [&str; 2] = ["src", "crates/search/src"];

/// Modules of the app that are recursive by nature: blocks contain lists and reviews, which contain
/// blocks. They are one node of the graph, so that they may depend on each other, but not by way of
/// another module.
const RECURSIVE: [&str; 3] = ["component::block", "component::list", "component::review"];

/// The name of that node.
const RECURSIVE_NODE: &str = "component::{block, list, review}";

/// Fails if modules of a crate depend on each other in a circle, and names one circle for each crate.
pub(crate) fn check(repo: &Repo) -> Result<(), Failure> {
    let mut circles = Vec::new();
    for root in CRATES {
        let graph = Graph::read(&repo.root().join(root))?;
        let found = graph.circle().into_iter();
        circles.extend(found.map(|circle| format!("{root}: {}", circle.join(" → "))));
    }
    if circles.is_empty() {
        return Ok(());
    }
    let message =
        "modules depend on each other in a circle; pass one of them what it needs instead:";
    Err(Failure::new(format!("{message}\n{}", circles.join("\n"))))
}

/// The modules of a crate, each with those that it refers to.
#[derive(Default)]
struct Graph(BTreeMap<String, BTreeSet<String>>);

impl Graph {
    fn read(root: &Path) -> Result<Self, Failure> {
        let mut sources = BTreeMap::new();
        collect(root, root, &mut sources)?;
        Ok(Self::of(&sources))
    }

    /// `sources`: the text of each module by its path in the crate: `browser::dom`; empty for the
    /// root.
    fn of(sources: &BTreeMap<String, String>) -> Self {
        let mut graph = Self::default();
        for (module, text) in sources {
            if module.is_empty() {
                continue;
            }
            let module_node = node(module);
            let targets = paths(&without_tests(text)).into_iter().filter_map(|path| {
                let target = resolve(module, &path, sources)?;
                let target = (!target.is_empty()).then(|| node(&target))?;
                (target != module_node).then(|| target.to_owned())
            });
            let known = graph.0.entry(module_node.to_owned()).or_default();
            known.extend(targets);
        }
        graph
    }

    /// A circle, if there is one.
    fn circle(&self) -> Option<Vec<String>> {
        let (mut path, mut visited) = (Vec::new(), BTreeSet::new());
        let mut modules = self.0.keys();
        modules.find_map(|module| self.visit(module, &mut path, &mut visited))
    }

    /// Depth-first search from `module`. `path` leads to it; `visited` has no circle.
    fn visit<'a>(
        &'a self,
        module: &'a str,
        path: &mut Vec<&'a str>,
        visited: &mut BTreeSet<&'a str>,
    ) -> Option<Vec<String>> {
        if let Some(at) = path.iter().position(|before| *before == module) {
            let circle = path[at..].iter().chain([&module]);
            return Some(circle.map(ToString::to_string).collect());
        }
        if !visited.insert(module) {
            return None;
        }
        path.push(module);
        let mut targets = self.0.get(module).into_iter().flatten();
        let circle = targets.find_map(|next| self.visit(next, path, visited));
        path.pop();
        circle
    }
}

/// The node of a module.
fn node(module: &str) -> &str {
    if RECURSIVE.contains(&module) {
        RECURSIVE_NODE
    } else {
        module
    }
}

/// Reads the modules below a folder, except those of tests, which may refer to any module.
fn collect(
    root: &Path,
    folder: &Path,
    sources: &mut BTreeMap<String, String>,
) -> Result<(), Failure> {
    let failed = |path: &Path, error| Failure::new(format!("{}: {error}", path.display()));
    for entry in fs::read_dir(folder).map_err(|error| failed(folder, error))? {
        let path: PathBuf = entry.map_err(|error| failed(folder, error))?.path();
        if path.file_stem().is_some_and(|name| name == "tests") {
            continue;
        }
        if path.is_dir() {
            collect(root, &path, sources)?;
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).map_err(|error| failed(&path, error))?;
            let inside = path.strip_prefix(root).unwrap_or(&path).with_extension("");
            let module = inside.to_string_lossy().replace('/', "::");
            let is_root = module == "lib" || module == "main";
            sources.insert(if is_root { String::new() } else { module }, text);
        }
    }
    Ok(())
}

/// The code of a file up to its tests, without comments.
fn without_tests(text: &str) -> String {
    let tests = ["#[cfg(test)]", "mod tests {"];
    let end = tests.iter().filter_map(|mark| text.find(mark)).min();
    let code = &text[..end.unwrap_or(text.len())];
    let lines = code
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join(" ")
}

/// Every path into the crate, with groups expanded: `use super::{a, b::c};` has two.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    // A path that begins with a name leads to a child module or to another crate.
    for (at, _) in code.match_indices("use ") {
        expand(&code[at + 4..], &mut vec!["self".into()], &mut found);
    }
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(start) {
            if code[..at].ends_with(|c| is_name(c) || c == ':') {
                continue;
            }
            expand(&code[at..], &mut Vec::new(), &mut found);
        }
    }
    found
}

/// Parses the path, or group of paths, at the start of `code`, and returns the rest.
fn expand<'a>(
    mut code: &'a str,
    before: &mut Vec<String>,
    found: &mut Vec<Vec<String>>,
) -> &'a str {
    let length = before.len();
    loop {
        code = code.trim_start();
        if let Some(group) = code.strip_prefix('{') {
            code = group;
            loop {
                code = expand(code, before, found).trim_start();
                match code.strip_prefix(',') {
                    Some(rest) if !rest.trim_start().starts_with('}') => code = rest,
                    Some(rest) => {
                        code = rest.trim_start().strip_prefix('}').unwrap_or_default();
                        break;
                    }
                    None => {
                        code = code.find('}').map_or("", |end| &code[end + 1..]);
                        break;
                    }
                }
            }
            break;
        }
        let end = code.find(|c: char| !c.is_alphanumeric() && c != '_');
        let (name, rest) = code.split_at(end.unwrap_or(code.len()));
        before.push(name.to_owned());
        match rest.trim_start().strip_prefix("::") {
            Some(more) if !name.is_empty() => code = more,
            _ => {
                found.push(before.clone());
                code = rest
                    .split([',', '}', ';'])
                    .next()
                    .map_or(rest, |skipped| &rest[skipped.len()..]);
                break;
            }
        }
    }
    before.truncate(length);
    code
}

/// The module with the item that a path in `module` refers to: the longest prefix that has a file.
fn resolve(module: &str, path: &[String], sources: &BTreeMap<String, String>) -> Option<String> {
    let mut place: Vec<&str> = module.split("::").collect();
    let mut names = path.iter().map(String::as_str).peekable();
    match names.next()? {
        "crate" => place.clear(),
        "self" => {}
        _ => {
            place.pop()?;
            while names.next_if_eq(&"super").is_some() {
                place.pop()?;
            }
        }
    }
    place.extend(names);
    while !sources.contains_key(&place.join("::")) {
        place.pop()?;
    }
    Some(place.join("::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(sources: &[(&str, &str)]) -> Graph {
        let sources = sources
            .iter()
            .map(|(module, text)| (module.to_string(), text.to_string()));
        Graph::of(&sources.collect())
    }

    #[test]
    fn modules_in_layers_have_no_circle() {
        let graph = graph(&[
            ("", "mod app;"),
            ("app", "mod a; mod b; use self::{a::A, b::{B, C}};"),
            ("app::a", "use super::b::{self, B}; use crate::other::X;"),
            ("app::b", "// super::a is not named\nuse std::fmt;"),
            ("other", "use std::fmt;"),
        ]);
        assert_eq!(graph.circle(), None);
        assert_eq!(graph.0["app"].len(), 2);
        assert_eq!(
            graph.0["app::a"].iter().collect::<Vec<_>>(),
            ["app::b", "other"]
        );
    }

    #[test]
    fn a_circle_is_reported_with_its_path() {
        let graph = graph(&[
            ("app", "use self::a::A;"),
            ("app::a", "use super::b::B;"),
            ("app::b", "fn f() { crate::app::a::g() }"),
        ]);
        let circle = graph.circle().expect("a circle");
        assert_eq!(circle, ["app::a", "app::b", "app::a"]);
    }

    #[test]
    fn a_circle_anywhere_in_the_app_is_found() {
        let graph = graph(&[
            ("browser", "use crate::render::body;"),
            ("layout", "mod footer; pub use footer::footer;"),
            ("layout::footer", "use crate::render::html;"),
            ("render", "use crate::layout;"),
            ("render::html", "use crate::layout::footer;"),
        ]);
        let circle = graph.circle().expect("a circle");
        assert_eq!(circle, ["layout::footer", "render::html", "layout::footer"]);
    }

    #[test]
    fn blocks_and_what_contains_blocks_may_be_recursive() {
        let block = ("component::block", "use super::{list, review::review};");
        let list = ("component::list", "use super::block::blocks;");
        let review = ("component::review", "use super::block::blocks;");
        assert_eq!(graph(&[block, list, review]).circle(), None);
        // Not by way of a fourth module.
        let review = ("component::review", "use super::note::note;");
        let note = ("component::note", "use super::block::blocks;");
        let circle = graph(&[block, list, review, note]).circle();
        assert_eq!(circle.expect("a circle").len(), 3);
    }

    #[test]
    fn a_child_that_names_its_parent_is_a_circle_if_that_names_it() {
        let graph = graph(&[
            ("app", "use self::a::A; pub fn helper() {}"),
            ("app::a", "use super::helper;"),
        ]);
        assert_eq!(graph.circle().expect("a circle").len(), 3);
    }

    #[test]
    fn a_child_can_be_named_without_more() {
        let graph = graph(&[
            ("app", "mod a; use a::A; use std::fmt;"),
            ("app::a", "use super::helper;"),
        ]);
        assert_eq!(graph.circle().expect("a circle").len(), 3);
    }

    #[test]
    fn tests_may_refer_to_any_module() {
        let graph = graph(&[
            ("app", "use self::{a::A, b::B};"),
            (
                "app::a",
                "fn f() {} #[cfg(test)] mod tests { use super::super::*; }",
            ),
            (
                "app::b",
                "#[cfg(all(test, unix))] mod tests { use super::super::*; }",
            ),
        ]);
        assert_eq!(graph.circle(), None);
    }
}
