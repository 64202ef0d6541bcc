//! Dependencies that another clone on this machine has compiled, reused by hard links.
//!
//! Cargo has a build folder for each clone here (`.cargo/config.toml`). What it holds of crates
//! from a registry, or of the standard library, depends on nothing of the clone: Cargo names it by
//! version, features and flags, and never changes it. What it holds of the workspace's own crates
//! is named alike in all clones and is left where it is.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::process;
use crate::repo::Repo;

/// The file that says that a build folder has been filled.
const MARK: &str = ".taken-over";

/// Links what other clones have compiled, once for each of this clone's build folders. What
/// cannot be linked is compiled.
pub(crate) fn reuse(repo: &Repo) -> Result<(), Failure> {
    for manifest in [manifest(repo), repo.browser_manifest()] {
        let own = build_folder(repo, &manifest)?;
        if own.join(MARK).exists() {
            continue;
        }
        let others = others(&own);
        link_dependencies(&others, &own, &manifest)?;
        fs::create_dir_all(&own)
            .and_then(|()| fs::write(own.join(MARK), ""))
            .map_err(|error| Failure::new(format!("{}: {error}", own.display())))?;
    }
    Ok(())
}

/// Links what one other clone has compiled of the site's workspace.
pub(crate) fn reuse_from(other: &Repo, repo: &Repo) -> Result<(), Failure> {
    let other = build_folder(other, &manifest(other))?;
    let manifest = manifest(repo);
    link_dependencies(&[other], &build_folder(repo, &manifest)?, &manifest)
}

fn manifest(repo: &Repo) -> PathBuf {
    repo.root().join("Cargo.toml")
}

fn link_dependencies(others: &[PathBuf], own: &Path, manifest: &Path) -> Result<(), Failure> {
    let lock = manifest.with_file_name("Cargo.lock");
    let lock = fs::read_to_string(&lock)
        .map_err(|error| Failure::new(format!("{}: {error}", lock.display())))?;
    let members = members(&lock);
    for other in others {
        for profile in profiles(other) {
            // Half of it is as good as none: Cargo compiles what is missing.
            link_profile(&other.join(&profile), &own.join(&profile), &members).ok();
        }
    }
    Ok(())
}

/// Where Cargo compiles the workspace of a manifest.
fn build_folder(repo: &Repo, manifest: &Path) -> Result<PathBuf, Failure> {
    let mut cargo = repo.cargo();
    let args = ["metadata", "--no-deps", "--format-version", "1"];
    let cargo: &mut Command = cargo.args(args).arg("--manifest-path").arg(manifest);
    let metadata = process::read(cargo)?;
    // Before Cargo 1.91 it has one folder for what it compiles and what it makes.
    let folder = ["build_directory", "target_directory"]
        .into_iter()
        .find_map(|key| text_of(&metadata, key));
    folder
        .map(PathBuf::from)
        .ok_or_else(|| Failure::new("`cargo metadata` names no folder to build in"))
}

/// The text of a member of a JSON object, if there is nothing in it to unescape.
fn text_of<'a>(json: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = json.split_once(&format!("\"{key}\":\""))?;
    let (text, _) = rest.split_once('"')?;
    (!text.contains('\\')).then_some(text)
}

/// The packages of a lock file that come from no registry: the workspace's own.
fn members(lock: &str) -> BTreeSet<&str> {
    let packages = lock.split("[[package]]").skip(1);
    let own = packages.filter(|package| !package.contains("\nsource = "));
    own.filter_map(|package| {
        let (_, rest) = package.split_once("name = \"")?;
        Some(rest.split_once('"')?.0)
    })
    .collect()
}

/// The build folders of other clones: two levels down, as Cargo lays them out.
fn others(own: &Path) -> Vec<PathBuf> {
    let Some(root) = own.ancestors().nth(2) else {
        return Vec::new();
    };
    // Beside folders of others it would be anybody's.
    if root.file_name().is_none_or(|name| name != "lscb-build") {
        return Vec::new();
    }
    let inner = folders(root).into_iter().flat_map(|group| folders(&group));
    inner.filter(|folder| folder != own).collect()
}

/// The folders of profiles in a build folder: `debug`, `wasm32-unknown-unknown/web`.
fn profiles(build: &Path) -> Vec<PathBuf> {
    let upper = folders(build);
    let lower = upper.iter().flat_map(|folder| folders(folder));
    let all: Vec<PathBuf> = upper.iter().cloned().chain(lower).collect();
    let profiles = all.iter().filter(|it| it.join(FINGERPRINTS).is_dir());
    profiles
        .filter_map(|it| Some(it.strip_prefix(build).ok()?.to_owned()))
        .collect()
}

/// Cargo's notes on what it has compiled, a folder `NAME-HASH` for each.
const FINGERPRINTS: &str = ".fingerprint";

fn folders(parent: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths.filter(|path| path.is_dir()).collect()
}

fn link_profile(from: &Path, to: &Path, members: &BTreeSet<&str>) -> io::Result<()> {
    // The notes first: what they name is complete.
    let mut hashes = BTreeSet::new();
    for note in folders(&from.join(FINGERPRINTS)) {
        let name = note.file_name().unwrap_or_default().to_string_lossy();
        let Some((package, hash)) = name.rsplit_once('-') else {
            continue;
        };
        if !members.contains(package) {
            hashes.insert(hash.to_owned());
            link(&note, &to.join(FINGERPRINTS).join(&*name))?;
            link(
                &from.join("build").join(&*name),
                &to.join("build").join(&*name),
            )?;
        }
    }
    for entry in fs::read_dir(from.join("deps"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // `libserde-0123456789abcdef.rmeta`
        let stem = name.split('.').next().unwrap_or_default();
        if stem
            .rsplit_once('-')
            .is_some_and(|(_, hash)| hashes.contains(hash))
        {
            link(&path, &to.join("deps").join(&*name))?;
        }
    }
    Ok(())
}

/// Links a file, or all files of a folder. What is there already stays, what is not there to be
/// linked is passed over.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_dir() {
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            link(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    match fs::hard_link(from, to) {
        Err(error) if !matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotFound) => {
            Err(error)
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workspaces_own_crates_are_those_without_a_source() {
        let lock = "version = 4\n\n[[package]]\nname = \"serde\"\nversion = \"1.0.0\"\n\
                    source = \"registry+https://example.org\"\n\n\
                    [[package]]\nname = \"lscb\"\nversion = \"0.1.0\"\n";
        assert_eq!(members(lock), BTreeSet::from(["lscb"]));
    }

    #[test]
    fn dependencies_are_linked_and_own_crates_are_not() {
        let root = std::env::temp_dir().join(format!("xtask-cache-{}", std::process::id()));
        let root = root.join("lscb-build");
        let (other, own) = (root.join("aa/1"), root.join("bb/2"));
        for file in [
            "debug/.fingerprint/serde-0000000000000001/lib-serde",
            "debug/.fingerprint/lscb-0000000000000002/lib-lscb",
            "debug/build/serde-0000000000000001/output",
            "debug/deps/libserde-0000000000000001.rlib",
            "debug/deps/liblscb-0000000000000002.rlib",
            "debug/deps/half-0000000000000003.d",
            "wasm32-unknown-unknown/web/.fingerprint/core-0000000000000004/lib-core",
        ] {
            let file = other.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "").unwrap();
        }
        fs::create_dir_all(own.join("debug")).unwrap();
        assert_eq!(others(&own), std::slice::from_ref(&other));
        let mut profiles = profiles(&other);
        profiles.sort();
        assert_eq!(
            profiles,
            [
                PathBuf::from("debug"),
                PathBuf::from("wasm32-unknown-unknown/web")
            ]
        );
        let members = BTreeSet::from(["lscb"]);
        link_profile(&other.join("debug"), &own.join("debug"), &members).unwrap();
        let has = |file: &str| own.join("debug").join(file).is_file();
        assert!(has(".fingerprint/serde-0000000000000001/lib-serde"));
        assert!(has("build/serde-0000000000000001/output"));
        assert!(has("deps/libserde-0000000000000001.rlib"));
        assert!(!has(".fingerprint/lscb-0000000000000002/lib-lscb"));
        assert!(!has("deps/liblscb-0000000000000002.rlib"));
        assert!(
            !has("deps/half-0000000000000003.d"),
            "nobody vouches for it"
        );
        fs::remove_dir_all(root.parent().unwrap()).unwrap();
    }

    #[test]
    fn nothing_is_taken_from_folders_of_others() {
        assert_eq!(
            others(Path::new("/nowhere/target/debug")),
            [""; 0].map(PathBuf::from)
        );
    }

    #[test]
    fn a_folder_is_read_from_what_cargo_says() {
        let json = r#"{"target_directory":"/a/target","build_directory":"/b/build"}"#;
        assert_eq!(text_of(json, "build_directory"), Some("/b/build"));
        assert_eq!(text_of(json, "absent"), None);
    }
}
