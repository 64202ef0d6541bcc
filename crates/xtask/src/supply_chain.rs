//! Where the site comes from: which crates may be in it, and that anybody who builds the same
//! checkout gets the same site.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build_cache;
use crate::dist::{self, Build};
use crate::failure::Failure;
use crate::process::{read, run};
use crate::repo::Repo;
use crate::tools::Tools;

/// Terms, sources and second versions of crates, held against `deny.toml`. Not their known
/// faults: that list comes from where this machine may not reach.
pub(crate) fn deny(repo: &Repo, tools: &Tools) -> Result<(), Failure> {
    let mut deny = Command::new("cargo-deny");
    let what = ["bans", "licenses", "sources"];
    run(deny
        .current_dir(repo.root())
        .env("PATH", tools.path())
        .args(["--offline", "--workspace", "check"])
        .args(what))
}

/// Builds the site once more, from a copy of the checkout at another path and with nothing of
/// its own that was compiled before, and compares it with `dist/` byte for byte.
pub(crate) fn reproduce(repo: &Repo, tools: &Tools) -> Result<(), Failure> {
    let name = format!("lscb-elsewhere-{}", std::process::id());
    let elsewhere = std::env::temp_dir().join(name);
    let outcome = build_copy(repo, tools, &elsewhere.join("a/copy"));
    // Gigabytes of what was compiled.
    fs::remove_dir_all(&elsewhere).ok();
    outcome
}

fn build_copy(repo: &Repo, tools: &Tools, folder: &Path) -> Result<(), Failure> {
    let files = [
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ];
    let mut git = Command::new("git");
    let files = read(git.current_dir(repo.root()).args(files))?;
    for file in files.split_terminator('\0') {
        copy(&repo.root().join(file), &folder.join(file))?;
    }
    let copy = Repo::at(folder);
    build_cache::reuse_from(repo, &copy)?;
    dist::build(&copy, tools, &Build::release())?;
    let differing = differing(&repo.dist(), &copy.dist())?;
    if differing.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "a second build, from a copy of this checkout at another path, differs in\n  {}",
        differing.join("\n  ")
    )))
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    // What was deleted and is not committed yet.
    if !from.exists() {
        return Ok(());
    }
    let parent = to.parent().unwrap_or(to);
    fs::create_dir_all(parent)
        .and_then(|()| fs::copy(from, to))
        .map(drop)
        .map_err(|error| Failure::new(format!("{}: {error}", from.display())))
}

/// The files that are not the same in two folders.
fn differing(one: &Path, other: &Path) -> Result<Vec<String>, Failure> {
    let (one, other) = (files(one)?, files(other)?);
    let mut names: Vec<&PathBuf> = one.keys().chain(other.keys()).collect();
    names.sort();
    names.dedup();
    let differs = |name: &&PathBuf| one.get(*name) != other.get(*name);
    let names = names.into_iter().filter(differs);
    Ok(names.map(|name| name.display().to_string()).collect())
}

fn files(root: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>, Failure> {
    let failed =
        |path: &Path, error: std::io::Error| Failure::new(format!("{}: {error}", path.display()));
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| failed(&folder, error))?;
        for entry in entries {
            let path = entry.map_err(|error| failed(&folder, error))?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).map_err(|error| failed(&path, error))?;
                let name = path.strip_prefix(root).unwrap_or(&path).to_owned();
                found.insert(name, bytes);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_differ_or_are_in_one_folder_alone_are_named() {
        let root = std::env::temp_dir().join(format!("xtask-differing-{}", std::process::id()));
        for (name, text) in [
            ("one/a/same", "x"),
            ("two/a/same", "x"),
            ("one/changed", "x"),
            ("two/changed", "y"),
            ("one/left", ""),
            ("two/right", ""),
        ] {
            let file = root.join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        let named = differing(&root.join("one"), &root.join("two"));
        assert_eq!(named.ok().unwrap(), ["changed", "left", "right"]);
        fs::remove_dir_all(&root).unwrap();
    }
}
