//! The built site: a folder that Trunk makes and its post_build hook fills.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::process;
use crate::repo::Repo;
use crate::tools::Tools;
use crate::tools::toolchain::BUILD_STD;

/// The options of a build.
#[derive(Debug, PartialEq)]
pub(crate) struct Build {
    pub(crate) release: bool,
    /// Where to; `dist/` when absent.
    pub(crate) out: Option<PathBuf>,
    /// Whether a release compiles the standard library anew, for size.
    pub(crate) build_std: bool,
    /// The release before it, of which files are kept.
    pub(crate) previous: Option<PathBuf>,
    /// For how many days; as the publisher has it when absent.
    pub(crate) keep_days: Option<u32>,
}

impl Default for Build {
    fn default() -> Self {
        Self {
            release: false,
            out: None,
            build_std: true,
            previous: None,
            keep_days: None,
        }
    }
}

impl Build {
    /// The build that is published.
    pub(crate) fn release() -> Self {
        Self {
            release: true,
            ..Self::default()
        }
    }
}

/// No unwinding and no panic messages, for size. What the app holds of the page stands in a list of
/// its loader, not in a table of WebAssembly's own: 0.9 kB less. Cargo puts the flags of
/// `.cargo/config.toml` before these.
const SMALL: (&str, &str) = (
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
     -Ctarget-feature=-reference-types",
);

/// Runs `trunk build`. A build that fails leaves the folder as it was.
pub(crate) fn build(repo: &Repo, tools: &Tools, build: &Build) -> Result<(), Failure> {
    let out = match &build.out {
        Some(out) => absolute(out)?,
        None => repo.dist(),
    };
    refuse_other_folders(&out)?;
    let build_std = build.release && build.build_std;
    if build_std && !tools.has_std_source {
        eprintln!("xtask: rust-src cannot be added, so the wasm gets the larger standard library");
    }
    let mut trunk = trunk(
        repo,
        tools,
        build.release,
        build_std && tools.has_std_source,
        &out,
    );
    // For the publisher, which Trunk starts with arguments of its own.
    if let Some(previous) = &build.previous {
        trunk.env("LSCB_PREVIOUS", absolute(previous)?);
    }
    if let Some(days) = build.keep_days {
        trunk.env("LSCB_KEEP_DAYS", days.to_string());
    }
    if build.release {
        // Trunk's own minifier does not understand what wasm-bindgen writes.
        trunk.envs(tools.minifier().map(|program| ("LSCB_MINIFIER", program)));
    }
    let outcome = process::run(&mut trunk);
    if outcome.is_err() {
        // Trunk leaves its half-made site there, and an empty folder if there was none.
        let _ = fs::remove_dir_all(out.join(STAGE));
        let _ = fs::remove_dir(&out);
    }
    outcome?;
    if build.release && out == repo.dist() {
        configure(repo)?;
    }
    Ok(())
}

/// Writes the configuration of self-hosted servers for the site, next to it.
fn configure(repo: &Repo) -> Result<(), Failure> {
    let mut deploy = Command::new(repo.publisher()?);
    deploy.current_dir(repo.root()).arg("deploy");
    process::run(&mut deploy)
}

/// A folder that was named from where the command was given.
fn absolute(folder: &Path) -> Result<PathBuf, Failure> {
    std::path::absolute(folder)
        .map_err(|error| Failure::new(format!("{}: {error}", folder.display())))
}

/// Trunk's own folder inside the folder that it builds into.
const STAGE: &str = ".stage";

fn trunk(repo: &Repo, tools: &Tools, release: bool, build_std: bool, out: &Path) -> Command {
    let mut trunk = Command::new("trunk");
    trunk
        .current_dir(repo.root())
        // Our trunk is found by this too: a program is looked for on the PATH given to it.
        .env("PATH", tools.path())
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // What is compiled goes where this checkout has it, whoever started us.
        .env("CARGO_TARGET_DIR", repo.target())
        .envs(repo.build_variable())
        // These would replace the flags of .cargo/config.toml, not add to them.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .arg("build")
        .arg("--dist")
        .arg(out);
    if let Some(value) = std::env::var_os("NO_COLOR") {
        // Trunk 0.21 takes nothing but these two words here.
        trunk.env("NO_COLOR", if value.is_empty() { "false" } else { "true" });
    }
    if release {
        trunk.arg("--release");
    }
    if build_std {
        // For Trunk alone: natively a panic must say where it was.
        trunk.envs(BUILD_STD).envs([SMALL]);
    }
    trunk
}

/// Trunk empties the folder that it builds into: only a site, or nothing, may be there.
fn refuse_other_folders(out: &Path) -> Result<(), Failure> {
    let Ok(mut entries) = fs::read_dir(out) else {
        return Ok(());
    };
    let is_site = out.join("release.json").is_file();
    if is_site || entries.all(|entry| entry.is_ok_and(|entry| entry.file_name() == STAGE)) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{} holds something that is not a built site (it has no release.json), and a build \
         empties its folder first. Choose another folder, or empty it yourself.",
        out.display()
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_something_else_is_never_built_into() {
        let folder = std::env::temp_dir().join(format!("xtask-dist-{}", std::process::id()));
        let refused = |folder: &Path| refuse_other_folders(folder).is_err();
        assert!(!refused(&folder), "an absent folder");
        fs::create_dir_all(folder.join(STAGE)).unwrap();
        assert!(!refused(&folder), "what an interrupted build left");
        fs::write(folder.join("thesis.odt"), "").unwrap();
        assert!(refused(&folder), "somebody's files");
        fs::write(folder.join("release.json"), "").unwrap();
        assert!(!refused(&folder), "a built site");
        fs::remove_dir_all(&folder).unwrap();
    }
}
