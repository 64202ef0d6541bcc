use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::process;

/// The clone that the command was given in.
pub(crate) struct Repo {
    root: PathBuf,
    target: PathBuf,
    /// Where Cargo compiles, if not where `.cargo/config.toml` says.
    build: Option<PathBuf>,
}

impl Repo {
    pub(crate) fn find() -> Result<Self, Failure> {
        // The running cargo's word goes first: a target folder that several clones
        // share may hold an xtask that was compiled in another one.
        let here = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here.ancestors().nth(2).map(Path::to_owned);
        // This program stands in `TARGET/debug/`: no need to know who chose TARGET.
        let program = std::env::current_exe().ok();
        let target = program.and_then(|program| Some(program.ancestors().nth(2)?.to_owned()));
        match (root, target) {
            (Some(root), Some(target)) => Ok(Self {
                root,
                target,
                build: None,
            }),
            _ => Err(Failure::new("run this as `cargo xtask` inside the clone")),
        }
    }

    /// Another checkout, with all that is compiled inside of it.
    pub(crate) fn at(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            target: root.join("target"),
            build: Some(root.join("target/build")),
        }
    }

    /// The environment variable with Cargo's build folder, if it is not the configured one.
    pub(crate) fn build_variable(&self) -> Option<(&'static str, &Path)> {
        let folder = self.build.as_deref()?;
        Some(("CARGO_BUILD_BUILD_DIR", folder))
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where Cargo puts what it compiles.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The default folder of the release build.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where measurements are kept, one JSON file a topic.
    pub(crate) fn figures(&self) -> PathBuf {
        self.target.join("bench")
    }

    /// Where the browser suite says more of what failed.
    pub(crate) fn test_report(&self) -> PathBuf {
        self.target.join("test-report")
    }

    /// The manifest of the browser suite, a workspace of its own.
    pub(crate) fn browser_manifest(&self) -> PathBuf {
        self.root.join("tests/browser/Cargo.toml")
    }

    /// Cargo in this workspace: the very one that runs us.
    pub(crate) fn cargo(&self) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.current_dir(&self.root).envs(self.build_variable());
        command
    }

    /// Compiles the publisher, as tests have it, and returns the path of its program, `lscb`.
    pub(crate) fn publisher(&self) -> Result<PathBuf, Failure> {
        self.compiled_publisher(&[], "debug")
    }

    /// Compiles the publisher for speed and returns the path of its program.
    pub(crate) fn fast_publisher(&self) -> Result<PathBuf, Failure> {
        self.compiled_publisher(&["--release"], "release")
    }

    fn compiled_publisher(&self, options: &[&str], folder: &str) -> Result<PathBuf, Failure> {
        let mut cargo = self.cargo();
        process::run(cargo.args(["build", "-p", "lscb-publish"]).args(options))?;
        let name = format!("lscb{}", std::env::consts::EXE_SUFFIX);
        Ok(self.target.join(folder).join(name))
    }

    /// The text of the workspace's manifest.
    pub(crate) fn manifest(&self) -> Result<String, Failure> {
        let path = self.root.join("Cargo.toml");
        std::fs::read_to_string(&path)
            .map_err(|error| Failure::new(format!("{}: {error}", path.display())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_the_folder_of_the_workspace() {
        let repo = Repo::find().unwrap();
        assert!(repo.manifest().unwrap().contains("[workspace]"));
        assert!(repo.root().join(".cargo/config.toml").is_file());
    }
}
