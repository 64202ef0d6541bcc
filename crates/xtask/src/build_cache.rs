//! Dependencies that another clone on this machine has compiled, reused by hard links.
//!
//! Cargo has a build folder for each workspace of each clone here (`.cargo/config.toml`). What it
//! holds of crates from a registry is reused; what it holds of the workspace's own crates is named
//! alike in all clones and is left where it is.
//!
//! All is taken from one folder, and only into one that has compiled no dependency yet. Two folders
//! may hold different builds of a crate under one name (a build script's output is compiled in with
//! the path of its folder), and what another crate was compiled against fits one of them alone:
//! rustc then finds "possibly newer version of crate" (E0460). Within one folder Cargo tells by the
//! times of files.

use std::collections::BTreeSet;
use std::fs::{self, File, FileTimes};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::process;
use crate::repo::Repo;

/// The file that says of which workspace a build folder is: its manifest's path in the clone.
const MARK: &str = ".workspace";

/// Links what another clone has compiled, once for each of this clone's build folders. What
/// cannot be linked is compiled.
pub(crate) fn reuse(repo: &Repo) -> Result<(), Failure> {
    for manifest in [manifest(repo), repo.browser_manifest()] {
        let own = build_folder(repo, &manifest)?;
        if own.join(MARK).exists() {
            continue;
        }
        let workspace = manifest.strip_prefix(repo.root()).unwrap_or(&manifest);
        let workspace = workspace.to_string_lossy();
        let members = members(&manifest)?;
        if dependencies(&own, &members) == 0
            && let Some(other) = fullest_other(&own, &workspace, &members)
        {
            link_dependencies(&other, &own, &members);
        }
        fs::create_dir_all(&own)
            .and_then(|()| fs::write(own.join(MARK), &*workspace))
            .map_err(|error| Failure::new(format!("{}: {error}", own.display())))?;
    }
    Ok(())
}

/// Links what one other clone has compiled of the site's workspace.
pub(crate) fn reuse_from(other: &Repo, repo: &Repo) -> Result<(), Failure> {
    let other = build_folder(other, &manifest(other))?;
    let manifest = manifest(repo);
    let own = build_folder(repo, &manifest)?;
    link_dependencies(&other, &own, &members(&manifest)?);
    Ok(())
}

fn manifest(repo: &Repo) -> PathBuf {
    repo.root().join("Cargo.toml")
}

/// The packages of a workspace's lock file that come from no registry: its own.
fn members(manifest: &Path) -> Result<BTreeSet<String>, Failure> {
    let lock = manifest.with_file_name("Cargo.lock");
    let text = fs::read_to_string(&lock)
        .map_err(|error| Failure::new(format!("{}: {error}", lock.display())))?;
    Ok(names_without_source(&text))
}

fn link_dependencies(from: &Path, to: &Path, members: &BTreeSet<String>) {
    for profile in profiles(from) {
        // Half of it is as good as none: Cargo compiles what is missing.
        link_profile(&from.join(&profile), &to.join(&profile), members).ok();
    }
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

fn names_without_source(lock: &str) -> BTreeSet<String> {
    let packages = lock.split("[[package]]").skip(1);
    let own = packages.filter(|package| !package.contains("\nsource = "));
    own.filter_map(|package| {
        let (_, rest) = package.split_once("name = \"")?;
        Some(rest.split_once('"')?.0.to_owned())
    })
    .collect()
}

/// The build folder of another clone of the same workspace that holds most dependencies.
fn fullest_other(own: &Path, workspace: &str, members: &BTreeSet<String>) -> Option<PathBuf> {
    // Two levels down, as Cargo lays them out. Beside folders of others it would be anybody's.
    let root = own.ancestors().nth(2)?;
    if root.file_name()? != ROOT {
        return None;
    }
    let all = folders(root).into_iter().flat_map(|group| folders(&group));
    let of_workspace = all.filter(|folder| {
        folder != own && fs::read_to_string(folder.join(MARK)).is_ok_and(|text| text == workspace)
    });
    of_workspace.max_by_key(|folder| dependencies(folder, members))
}

/// How many compiled dependencies a build folder holds, counted in all its profiles.
fn dependencies(build: &Path, members: &BTreeSet<String>) -> usize {
    let profiles = profiles(build).into_iter();
    let notes = profiles.flat_map(|profile| notes(&build.join(profile), members));
    notes.count()
}

/// Cargo's notes on the dependencies that are compiled in a profile: `NAME-HASH` each.
fn notes(profile: &Path, members: &BTreeSet<String>) -> Vec<String> {
    let notes = folders(&profile.join(FINGERPRINTS));
    let names = notes.iter().filter_map(|note| note.file_name()?.to_str());
    let of_dependencies = names.filter(|name| {
        name.rsplit_once('-')
            .is_some_and(|(package, _)| !members.contains(package))
    });
    of_dependencies.map(str::to_owned).collect()
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

/// The folder of all build folders.
const ROOT: &str = "lscb-target";

/// Cargo's notes on what it has compiled, a folder `NAME-HASH` for each.
const FINGERPRINTS: &str = ".fingerprint";

fn folders(parent: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths.filter(|path| path.is_dir()).collect()
}

fn link_profile(from: &Path, to: &Path, members: &BTreeSet<String>) -> io::Result<()> {
    // While Cargo compiles there, crates change one after the other. It holds this lock.
    let lock = File::open(from.join(".cargo-lock"));
    if let Ok(lock) = &lock {
        lock.lock_shared()?;
    }
    // The notes first: what they name is complete.
    let mut hashes = BTreeSet::new();
    for note in notes(from, members) {
        for kind in [FINGERPRINTS, "build"] {
            link(&from.join(kind).join(&note), &to.join(kind).join(&note))?;
        }
        hashes.extend(note.rsplit_once('-').map(|(_, hash)| hash.to_owned()));
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

/// Links a compiled file and copies any other, or does so with all files of a folder. What is not
/// there to be linked is passed over, and what the folder has already is left as it is.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_dir() {
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            link(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    if to.exists() {
        return Ok(());
    }
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    let done = if is_compiled(from) {
        fs::hard_link(from, to)
    } else {
        copy(from, to)
    };
    match done {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Whether rustc made the file: it replaces such a file by a new one, where Cargo writes its notes
/// over the old ones, in all clones that have them linked.
fn is_compiled(file: &Path) -> bool {
    let extension = file.extension().and_then(|it| it.to_str());
    let name = file.file_name().and_then(|it| it.to_str());
    match extension {
        Some("rlib" | "rmeta" | "so" | "dylib" | "dll") => true,
        Some("exe") | None => name.is_some_and(|name| {
            name.starts_with("build-script-") || name.starts_with("build_script_")
        }),
        Some(_) => false,
    }
}

/// Copies a file with its time, by which Cargo tells what is older than what it was made of.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let modified = fs::metadata(from)?.modified()?;
    fs::copy(from, to)?;
    let copy = File::options().write(true).open(to)?;
    copy.set_times(FileTimes::new().set_modified(modified))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERDE: [&str; 4] = [
        "debug/.fingerprint/serde-0000000000000001/lib-serde",
        "debug/build/serde-0000000000000001/output",
        "debug/deps/libserde-0000000000000001.rlib",
        "debug/deps/libserde-0000000000000001.d",
    ];

    /// A folder of build folders, removed at the end of a test.
    struct Folders(PathBuf);

    impl Folders {
        fn new(test: &str) -> Self {
            let folder = format!("xtask-cache-{test}-{}", std::process::id());
            Self(std::env::temp_dir().join(folder).join(ROOT))
        }

        /// A build folder of a workspace with files in it, each with its own path as its text.
        fn fill(&self, folder: &str, workspace: &str, files: &[&str]) -> PathBuf {
            let folder = self.0.join(folder);
            for file in files {
                let file = folder.join(file);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(&file, file.to_string_lossy().as_bytes()).unwrap();
            }
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(MARK), workspace).unwrap();
            folder
        }
    }

    impl Drop for Folders {
        fn drop(&mut self) {
            fs::remove_dir_all(self.0.parent().unwrap()).ok();
        }
    }

    fn members() -> BTreeSet<String> {
        BTreeSet::from(["lscb".to_owned()])
    }

    #[test]
    fn the_workspaces_own_crates_are_those_without_a_source() {
        let lock = "version = 4\n\n[[package]]\nname = \"serde\"\nversion = \"1.0.0\"\n\
                    source = \"registry+https://example.org\"\n\n\
                    [[package]]\nname = \"lscb\"\nversion = \"0.1.0\"\n";
        assert_eq!(names_without_source(lock), members());
    }

    #[test]
    fn dependencies_are_linked_and_own_crates_are_not() {
        let folders = Folders::new("link");
        let files = [
            "debug/.fingerprint/lscb-0000000000000002/lib-lscb",
            "debug/deps/liblscb-0000000000000002.rlib",
            "debug/deps/half-0000000000000003.d",
            "wasm32-unknown-unknown/web/.fingerprint/core-0000000000000004/lib-core",
        ];
        let other = folders.fill("aa/1", "Cargo.toml", &[&SERDE[..], &files].concat());
        let own = folders.0.join("bb/2");
        assert_eq!(dependencies(&other, &members()), 2);
        link_dependencies(&other, &own, &members());
        for file in SERDE {
            assert!(own.join(file).is_file(), "{file}");
        }
        assert!(own.join(files[3]).is_file());
        assert!(!own.join(files[0]).exists());
        assert!(!own.join(files[1]).exists());
        assert!(!own.join(files[2]).exists(), "nobody vouches for it");
    }

    #[test]
    fn what_cargo_writes_over_is_copied_with_its_time() {
        let folders = Folders::new("copy");
        let other = folders.fill("aa/1", "Cargo.toml", &SERDE);
        let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1 << 30);
        let note = File::options().write(true).open(other.join(SERDE[0]));
        note.unwrap().set_modified(long_ago).unwrap();
        let own = folders.0.join("bb/2");
        link_dependencies(&other, &own, &members());
        let metadata = fs::metadata(own.join(SERDE[0])).unwrap();
        assert_eq!(metadata.modified().unwrap(), long_ago);
        for file in SERDE {
            fs::write(own.join(file), "new").unwrap();
            let shared = fs::read(other.join(file)).unwrap() == b"new";
            assert_eq!(shared, file.ends_with(".rlib"), "{file}");
        }
    }

    #[test]
    fn what_a_folder_has_is_left_as_it_is() {
        let folders = Folders::new("kept");
        let other = folders.fill("aa/1", "Cargo.toml", &SERDE);
        let own = folders.fill("bb/2", "Cargo.toml", &SERDE);
        link_dependencies(&other, &own, &members());
        for file in SERDE {
            let text = fs::read_to_string(own.join(file)).unwrap();
            assert_eq!(Path::new(&text), own.join(file));
        }
    }

    #[test]
    fn all_is_taken_from_the_fullest_folder_of_the_same_workspace() {
        let folders = Folders::new("choice");
        let own = folders.fill("aa/1", "Cargo.toml", &[]);
        let note = |name: &str| format!("debug/.fingerprint/{name}/lib");
        let (a, b, c) = (note("a-1"), note("b-1"), note("c-1"));
        folders.fill("bb/2", "Cargo.toml", &[&a]);
        folders.fill("cc/3", "tests/browser/Cargo.toml", &[&a, &b, &c]);
        let fullest = folders.fill("dd/4", "Cargo.toml", &[&a, &b]);
        let chosen = fullest_other(&own, "Cargo.toml", &members());
        assert_eq!(chosen, Some(fullest));
    }

    #[test]
    fn nothing_is_taken_from_folders_of_others() {
        let elsewhere = Path::new("/nowhere/target/debug");
        assert_eq!(fullest_other(elsewhere, "Cargo.toml", &members()), None);
    }

    #[test]
    fn a_folder_is_read_from_what_cargo_says() {
        let json = r#"{"target_directory":"/a/target","build_directory":"/b/build"}"#;
        assert_eq!(text_of(json, "build_directory"), Some("/b/build"));
        assert_eq!(text_of(json, "absent"), None);
    }
}
