//! Which crate of the workspace may depend on which (ARCHITECTURE.md, layers).

use std::collections::BTreeSet;

use crate::failure::Failure;
use crate::process;
use crate::repo::Repo;

/// Each member and the members that it may name in its manifest.
const ALLOWED: [(&str, &[&str]); 8] = [
    ("lscb-wire", &[]),
    ("lscb-search", &[]),
    ("lscb-content", &["lscb-wire"]),
    ("lscb", &["lscb-search", "lscb-wire"]),
    (
        "lscb-publish",
        &["lscb", "lscb-content", "lscb-search", "lscb-wire"],
    ),
    (
        "lscb-tests",
        &[
            "lscb",
            "lscb-content",
            "lscb-publish",
            "lscb-search",
            "lscb-wire",
        ],
    ),
    ("lscb-hosting", &["lscb-publish", "lscb-wire"]),
    ("xtask", &[]),
];

/// The members that may draw pages natively.
const SSR: [&str; 3] = ["lscb-publish", "lscb-tests", "lscb-hosting"];

/// Reads every member's tree from Cargo and lists all broken rules at once.
pub(crate) fn check(repo: &Repo) -> Result<(), Failure> {
    let members = tree(repo, &["--workspace", "--depth", "0"])?;
    let mut broken = BTreeSet::new();
    for member in &members {
        let name = member.name.as_str();
        let package = ["-p", name];
        let all = ["--all-features", "--target", "all"];
        let every_edge = ["--edges", "normal,build,dev"];

        let direct = tree(
            repo,
            &[&package[..], &all, &every_edge, &["--depth", "1"]].concat(),
        )?;
        broken.extend(forbidden_edges(name, &direct, &members));
        let resolved = tree(repo, &[&package[..], &every_edge].concat())?;
        broken.extend(forbidden_features(name, &resolved));
        if name == "lscb-content" {
            let shipped = ["--edges", "normal,build"];
            let shipped = tree(repo, &[&package[..], &all, &shipped].concat())?;
            broken.extend(drawing_crates(&shipped));
        }
    }
    if broken.is_empty() {
        Ok(())
    } else {
        let broken: Vec<String> = broken.into_iter().collect();
        Err(Failure::new(broken.join("\n")))
    }
}

/// A line of `cargo tree`.
struct Node {
    depth: usize,
    name: String,
    features: Vec<String>,
}

fn tree(repo: &Repo, args: &[&str]) -> Result<Vec<Node>, Failure> {
    let mut cargo = repo.cargo();
    cargo.args(["tree", "--prefix", "depth", "--format", "|{p}|{f}"]);
    let text = process::read(cargo.args(args))?;
    Ok(text.lines().filter_map(node).collect())
}

/// Reads `1|lscb v0.1.0 (/path)|ssr,web (*)`; the empty lines between trees are none.
fn node(line: &str) -> Option<Node> {
    let mut parts = line.split('|');
    let depth = parts.next()?.parse().ok()?;
    let name = parts.next()?.split(' ').next()?.to_owned();
    let features = parts.next()?.trim_end_matches("(*)").trim().split(',');
    Some(Node {
        depth,
        name,
        features: features.map(str::to_owned).collect(),
    })
}

fn forbidden_edges(member: &str, direct: &[Node], members: &[Node]) -> Vec<String> {
    let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == member) else {
        return vec![format!(
            "{member} is not in the table of crates/xtask/src/dependency.rs: \
             say there what it may depend on."
        )];
    };
    let mut broken = Vec::new();
    for node in direct.iter().filter(|node| node.depth == 1) {
        let is_member = members.iter().any(|member| member.name == node.name);
        if is_member && !allowed.contains(&node.name.as_str()) {
            broken.push(format!("{member} must not depend on {}.", node.name));
        } else if member == "xtask" {
            broken.push(format!("xtask must use std alone, not {}.", node.name));
        }
    }
    broken
}

/// With both features in one invocation tachys drops its event handlers; Trunk alone
/// asks for `web`.
fn forbidden_features(member: &str, resolved: &[Node]) -> Vec<String> {
    let mut broken = Vec::new();
    for app in resolved.iter().filter(|node| node.name == "lscb") {
        for feature in &app.features {
            if feature == "web" || feature == "ssr" && !SSR.contains(&member) {
                broken.push(format!("{member} must not enable lscb/{feature}."));
            }
        }
    }
    broken
}

/// The content model is read by programs that draw nothing.
fn drawing_crates(shipped: &[Node]) -> Vec<String> {
    let draws = |name: &str| name.starts_with("leptos") || name == "web-sys";
    shipped
        .iter()
        .filter(|node| draws(&node.name))
        .map(|node| format!("lscb-content must not bring in {}.", node.name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nodes(text: &str) -> Vec<Node> {
        text.lines().filter_map(node).collect()
    }

    fn members() -> Vec<Node> {
        ALLOWED
            .iter()
            .filter_map(|(name, _)| node(&format!("0|{name} v0.1.0 (/w)|")))
            .collect()
    }

    #[test]
    fn edges_run_one_way() {
        let edges = |member: &str, text: &str| forbidden_edges(member, &nodes(text), &members());
        let fine = "0|lscb v0.1.0 (/w)|\n1|lscb-wire v0.1.0 (/w)|\n1|leptos v0.8.23|csr";
        assert_eq!(edges("lscb", fine), [""; 0]);
        let back = "0|lscb-content v0.1.0 (/w)|\n1|lscb-publish v0.1.0 (/w)| (*)";
        assert_eq!(
            edges("lscb-content", back),
            ["lscb-content must not depend on lscb-publish."]
        );
        assert_eq!(
            edges("xtask", "0|xtask v0.1.0 (/w)|\n1|serde v1.0.0|std"),
            ["xtask must use std alone, not serde."]
        );
        assert!(edges("lscb-new", "0|lscb-new v0.1.0 (/w)|")[0].contains("not in the table"));
    }

    #[test]
    fn only_the_publisher_and_the_tests_draw_natively() {
        let tree = nodes("1|lscb v0.1.0 (/w)|ssr (*)");
        assert_eq!(forbidden_features("lscb-publish", &tree), [""; 0]);
        assert_eq!(
            forbidden_features("lscb", &tree),
            ["lscb must not enable lscb/ssr."]
        );
        let both = nodes("1|lscb v0.1.0 (/w)|ssr,web");
        assert_eq!(
            forbidden_features("lscb-tests", &both),
            ["lscb-tests must not enable lscb/web."]
        );
    }

    #[test]
    fn the_content_model_draws_nothing() {
        let tree =
            nodes("1|serde v1.0.0|\n1|toml v1.0.0|\n2|leptos_dom v0.8.0|\n2|web-sys v0.3.0|");
        assert_eq!(
            drawing_crates(&tree),
            [
                "lscb-content must not bring in leptos_dom.",
                "lscb-content must not bring in web-sys."
            ]
        );
    }
}
