//! Installation of external programs at pinned versions, in the user's cache, which all clones
//! share. Only browsers are installed in the system.

mod browsers;
mod cache;
mod debian;
mod tool;
pub(crate) mod toolchain;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::process;
use crate::repo::Repo;
use tool::Tool;

/// A set of tools.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum ToolSet {
    /// To build the site.
    Building,
    /// To build it, and to test it in three browsers and on real servers.
    Browsers,
}

/// The installed tools.
pub(crate) struct Tools {
    folder: PathBuf,
    list: Vec<Tool>,
    /// Whether the standard library's source is there to be compiled.
    pub(crate) has_std_source: bool,
}

impl Tools {
    /// Installs what is missing, what fails soonest first.
    pub(crate) fn install(repo: &Repo, set: ToolSet) -> Result<Self, Failure> {
        if !(process::on_path("node") && process::on_path("npm")) {
            return Err(Failure::new(
                "node and npm are needed on PATH. Install Node.js, for example with\n  \
                 sudo apt-get update && sudo apt-get install -y nodejs npm",
            ));
        }
        toolchain::add_wasm(repo)?;
        let has_std_source = toolchain::add_std_source(repo)?;
        if set == ToolSet::Browsers {
            browsers::install()?;
        }
        toolchain::fetch_crates(repo, has_std_source)?;
        let list = tool::list(&repo.manifest()?, set)?;
        let folder = cache::folder()?;
        cache::fill(&folder, &list)?;
        Ok(Self {
            folder,
            list,
            has_std_source,
        })
    }

    /// The folder that has one folder for each tool, `NAME-VERSION`.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The program that makes scripts smaller.
    pub(crate) fn minifier(&self) -> Option<PathBuf> {
        let tool = self.list.iter().find(|tool| tool.has(tool::MINIFIER))?;
        Some(tool.part(&self.folder))
    }

    /// The value of `PATH` for programs that look for our tools there.
    pub(crate) fn path(&self) -> OsString {
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let all = self.programs().chain(std::env::split_paths(&inherited));
        // Neither part can hold a separator: the cache is a folder of the user's,
        // and the rest was a PATH already.
        std::env::join_paths(all).unwrap_or(inherited)
    }

    /// The line for a shell in which the tools are called by hand.
    pub(crate) fn path_line(&self) -> String {
        let folders: Vec<_> = self
            .programs()
            .map(|path| path.display().to_string())
            .collect();
        format!("export PATH=\"{}:$PATH\"", folders.join(":"))
    }

    fn programs(&self) -> impl Iterator<Item = PathBuf> {
        self.list
            .iter()
            .filter_map(|tool| tool.programs(&self.folder))
    }
}
