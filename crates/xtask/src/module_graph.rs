//! Which module knows which, in the parts of the sources where that goes one way: a circle between
//! files cannot be read from either end.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::repo::Repo;

/// The sources, and the modules below which no circle may be. (`component` has one on purpose: blocks
/// hold lists, which hold blocks.)
const ROOTS: [(&str, &str); 2] = [("src", "browser"), ("crates/search/src", "")];

/// Lists the circles.
pub(crate) fn check(repo: &Repo) -> Result<(), Failure> {
    let mut circles = Vec::new();
    for (root, below) in ROOTS {
        let graph = Graph::read(&repo.root().join(root), below)?;
        let found = graph.circle().into_iter();
        circles.extend(found.map(|circle| format!("{root}: {}", circle.join(" → "))));
    }
    if circles.is_empty() {
        return Ok(());
    }
    let message = "modules know each other in a circle; let one of them be given what it needs:";
    Err(Failure::new(format!("{message}\n{}", circles.join("\n"))))
}

/// The modules of a crate, each with those that it names.
#[derive(Default)]
struct Graph(BTreeMap<String, BTreeSet<String>>);

impl Graph {
    fn read(root: &Path, below: &str) -> Result<Self, Failure> {
        let mut sources = BTreeMap::new();
        collect(root, root, &mut sources)?;
        Ok(Self::of(&sources, below))
    }

    /// `sources`: the text of each module by its path in the crate: `browser::dom`; empty for the
    /// root.
    fn of(sources: &BTreeMap<String, String>, below: &str) -> Self {
        let is_below = |module: &str| below.is_empty() || module.split("::").next() == Some(below);
        let mut graph = Self::default();
        for (module, text) in sources {
            if module.is_empty() || !is_below(module) {
                continue;
            }
            let named = paths(&without_tests(text)).into_iter().filter_map(|path| {
                let known = resolve(module, &path, sources)?;
                (known != *module && !known.is_empty() && is_below(&known)).then_some(known)
            });
            graph.0.insert(module.clone(), named.collect());
        }
        graph
    }

    /// A circle, if there is one.
    fn circle(&self) -> Option<Vec<String>> {
        let mut done = BTreeSet::new();
        let mut trail = Vec::new();
        self.0
            .keys()
            .find_map(|module| self.walk(module, &mut trail, &mut done))
    }

    fn walk<'a>(
        &'a self,
        module: &'a str,
        trail: &mut Vec<&'a str>,
        done: &mut BTreeSet<&'a str>,
    ) -> Option<Vec<String>> {
        if let Some(at) = trail.iter().position(|before| *before == module) {
            let circle = trail[at..].iter().chain([&module]);
            return Some(circle.map(ToString::to_string).collect());
        }
        if !done.insert(module) {
            return None;
        }
        trail.push(module);
        let known = self.0.get(module).into_iter().flatten();
        let circle = known
            .into_iter()
            .find_map(|next| self.walk(next, trail, done));
        trail.pop();
        circle
    }
}

/// Reads the modules below a folder. Those of tests may know everything.
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

/// Every path that begins in the crate, groups taken apart: `use super::{a, b::c};` names two.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    // What begins with another name is a child's or another crate's.
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

/// Takes a path apart; gives what follows it.
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

/// The module that a path in `module` names something of: the deepest that has a file.
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
        Graph::of(&sources.collect(), "app")
    }

    #[test]
    fn what_goes_one_way_has_no_circle() {
        let graph = graph(&[
            ("", "mod app;"),
            ("app", "mod a; mod b; use self::{a::A, b::{B, C}};"),
            ("app::a", "use super::b::{self, B}; use crate::other::X;"),
            ("app::b", "// super::a is not named\nuse std::fmt;"),
            ("other", "use crate::app::a;"),
        ]);
        assert_eq!(graph.circle(), None);
        assert_eq!(graph.0["app"].len(), 2);
        assert_eq!(graph.0["app::a"].iter().collect::<Vec<_>>(), ["app::b"]);
    }

    #[test]
    fn a_circle_is_told_with_its_way() {
        let graph = graph(&[
            ("app", "use self::a::A;"),
            ("app::a", "use super::b::B;"),
            ("app::b", "fn f() { crate::app::a::g() }"),
        ]);
        let circle = graph.circle().expect("a circle");
        assert_eq!(circle, ["app::a", "app::b", "app::a"]);
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
    fn tests_may_know_everything() {
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
