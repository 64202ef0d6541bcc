//! The software bill of materials (CycloneDX 1.6, ECMA-424): every crate compiled into the app and
//! the publisher, with its version, hash, licence and repository.
//!
//! The crates are read from `cargo tree`, which resolves features and targets. There is no time and no
//! serial number in it, so that the same crates give the same bytes.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::output_dir::OutputDir;

/// The file in the output folder.
const FILE: &str = "sbom.cdx.json";

/// The packages, with the options of `cargo tree`. The publisher is always listed for 64-bit Linux, so
/// that the bill does not depend on the machine.
const PROGRAMS: [(&str, &[&str]); 2] = [
    (
        "lscb",
        &[
            "--no-default-features",
            "--features",
            "web",
            "--target",
            "wasm32-unknown-unknown",
        ],
    ),
    ("lscb-publish", &["--target", "x86_64-unknown-linux-gnu"]),
];

/// Writes the bill of the workspace in which Trunk builds the app.
pub(crate) fn write(output_dir: &OutputDir) -> Result<()> {
    let Some(root) = env::var_os("TRUNK_SOURCE_DIR").map(PathBuf::from) else {
        return Ok(());
    };
    let mut crates = Crates::default();
    for (package, how) in PROGRAMS {
        crates.add(&tree(&root, package, how)?);
    }
    let lock = root.join("Cargo.lock");
    let lock =
        fs::read_to_string(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let bill = crates.bill(&checksums(&lock));
    output_dir.write(FILE, format!("{bill:#}\n").as_bytes())
}

/// The output of `cargo tree` for a package.
fn tree(root: &Path, package: &str, how: &[&str]) -> Result<String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(root)
        .args(["tree", "--locked", "--offline", "--package", package])
        // A macro runs while the app is compiled and is no part of it.
        .args(["--edges", "normal,no-proc-macro"])
        .args(["--prefix", "depth", "--format", "|{p}|{l}|{r}"])
        .args(how)
        .output()
        .context("cargo, which knows what the app is made of, does not start")?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    ensure!(
        output.status.success(),
        "cargo cannot tell what {package} is made of: {stderr}"
    );
    Ok(String::from_utf8(output.stdout)?)
}

/// The SHA-256 of every crate that the lock file names, by its name and version.
fn checksums(lock: &str) -> HashMap<String, String> {
    let packages = lock.split("[[package]]").skip(1);
    let checksum = |package: &str| {
        let value = |key: &str| {
            let line = package.lines().find(|line| line.starts_with(key))?;
            Some(line.split('"').nth(1)?.to_owned())
        };
        let id = format!("{}@{}", value("name = ")?, value("version = ")?);
        Some((id, value("checksum = ")?))
    };
    packages.filter_map(checksum).collect()
}

/// The crates of some programs. The name of each is that of a package URL
/// (ECMA-427, type `cargo`) without its type.
#[derive(Default)]
struct Crates {
    programs: Vec<String>,
    /// Licence and repository of each.
    known: BTreeMap<String, [String; 2]>,
    /// The dependencies of each.
    dependencies: BTreeMap<String, BTreeSet<String>>,
    /// Those of the first program, the app, which is sent to readers.
    shipped: BTreeSet<String>,
}

impl Crates {
    /// Adds a program by its tree, of which each line has the depth, the name, the terms and
    /// the repository: `1|gloo-net v0.6.0|MIT OR Apache-2.0|https://…`.
    fn add(&mut self, tree: &str) {
        let mut above: Vec<String> = Vec::new();
        for line in tree.lines() {
            // `(*)`: its dependencies have been listed before.
            let mut parts = line.trim_end_matches(" (*)").split('|');
            let mut part = || parts.next().unwrap_or_default().to_owned();
            let (Ok(depth), name) = (part().parse::<usize>(), part()) else {
                continue;
            };
            let mut words = name.split(' ');
            let (Some(name), Some(version)) = (words.next(), words.next()) else {
                continue;
            };
            let id = format!("{name}@{}", version.trim_start_matches('v'));
            above.truncate(depth);
            match above.last() {
                Some(parent) => {
                    self.dependencies
                        .entry(parent.clone())
                        .or_default()
                        .insert(id.clone());
                }
                None => self.programs.push(id.clone()),
            }
            if self.programs.len() == 1 {
                self.shipped.insert(id.clone());
            }
            // Older crates write a slash for “or”.
            let terms = part().replace('/', " OR ");
            self.known.insert(id.clone(), [terms, part()]);
            above.push(id);
        }
    }

    fn bill(&self, checksums: &HashMap<String, String>) -> Value {
        let components: Vec<Value> = self
            .known
            .iter()
            .map(|(id, [terms, repository])| {
                let (name, version) = id.split_once('@').unwrap_or((id, ""));
                let is_program = self.programs.contains(id);
                let mut component = json!({
                    "type": if is_program { "application" } else { "library" },
                    "bom-ref": id,
                    "name": name,
                    "version": version,
                    // “Excluded” is what makes the site and does not reach its readers.
                    "scope": if self.shipped.contains(id) { "required" } else { "excluded" },
                    "purl": format!("pkg:cargo/{id}"),
                });
                if !terms.is_empty() {
                    component["licenses"] = json!([{ "expression": terms }]);
                }
                if let Some(checksum) = checksums.get(id) {
                    component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
                }
                if !repository.is_empty() {
                    component["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
                }
                component
            })
            .collect();
        let needs = self.known.keys().map(|id| match self.dependencies.get(id) {
            Some(needs) => json!({ "ref": id, "dependsOn": needs }),
            None => json!({ "ref": id }),
        });
        json!({
            "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "version": 1,
            "components": components,
            "dependencies": needs.collect::<Vec<_>>(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const APP: &str = "\
0|lscb v0.1.0 (/work/lscb)|MIT|
1|gloo-net v0.6.0|MIT OR Apache-2.0|https://example.org/gloo
2|old v1.0.0|MIT/Apache-2.0|
1|old v1.0.0|MIT/Apache-2.0| (*)
";
    const PUBLISHER: &str = "\
0|lscb-publish v0.1.0 (/work/lscb/crates/publish)|MIT|
1|old v1.0.0|MIT/Apache-2.0|
1|walkdir v2.5.0|MIT|
";

    fn bill() -> Value {
        let mut crates = Crates::default();
        crates.add(APP);
        crates.add(PUBLISHER);
        let lock = "[[package]]\nname = \"old\"\nversion = \"1.0.0\"\nchecksum = \"ab\"\n";
        crates.bill(&checksums(lock))
    }

    fn component(name: &str) -> Value {
        let bill = bill();
        let mut all = bill["components"].as_array().expect("a list").iter();
        all.find(|it| it["name"] == name)
            .expect("a component")
            .clone()
    }

    #[test]
    fn each_crate_is_there_once_with_what_is_known_of_it() {
        assert_eq!(bill()["components"].as_array().map(Vec::len), Some(5));
        let old = component("old");
        assert_eq!(old["purl"], "pkg:cargo/old@1.0.0");
        assert_eq!(old["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(old["hashes"][0]["content"], "ab");
        let gloo = component("gloo-net");
        assert_eq!(
            gloo["externalReferences"][0]["url"],
            "https://example.org/gloo"
        );
        assert!(gloo.get("hashes").is_none());
    }

    #[test]
    fn what_readers_get_is_told_from_what_makes_the_site() {
        for (name, scope) in [
            ("lscb", "required"),
            ("old", "required"),
            ("walkdir", "excluded"),
        ] {
            assert_eq!(component(name)["scope"], scope, "{name}");
        }
    }

    #[test]
    fn who_needs_whom_is_kept() {
        let bill = bill();
        let needs = bill["dependencies"].as_array().expect("a list");
        let of = |id: &str| {
            needs
                .iter()
                .find(|it| it["ref"] == id)
                .map(|it| it["dependsOn"].clone())
        };
        assert_eq!(
            of("lscb@0.1.0"),
            Some(json!(["gloo-net@0.6.0", "old@1.0.0"]))
        );
        assert_eq!(
            of("lscb-publish@0.1.0"),
            Some(json!(["old@1.0.0", "walkdir@2.5.0"]))
        );
        assert_eq!(of("old@1.0.0"), Some(Value::Null));
    }

    #[test]
    fn no_path_of_the_builders_machine_is_in_it() {
        assert!(!bill().to_string().contains("/work/"));
    }
}
