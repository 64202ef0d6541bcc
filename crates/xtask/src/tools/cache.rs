use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::tool::Tool;
use crate::failure::Failure;

/// The user's folder of tools: `$XDG_CACHE_HOME/lscb/tools` or `~/.cache/lscb/tools`.
pub(crate) fn folder() -> Result<PathBuf, Failure> {
    let variable = |name| std::env::var_os(name);
    choose(variable("XDG_CACHE_HOME"), variable("HOME")).ok_or_else(|| {
        Failure::new("set HOME or XDG_CACHE_HOME to an absolute path: the tools go below it")
    })
}

/// The XDG base directory specification has a relative path ignored.
fn choose(cache: Option<OsString>, home: Option<OsString>) -> Option<PathBuf> {
    let absolute = |path: OsString| Some(PathBuf::from(path)).filter(|path| path.is_absolute());
    let cache = cache
        .and_then(absolute)
        .or_else(|| Some(home.and_then(absolute)?.join(".cache")))?;
    Some(cache.join("lscb").join("tools"))
}

/// Installs every tool that is not there yet. Two clones at once do not clash: the
/// second waits for the first and finds its work done.
pub(crate) fn fill(folder: &Path, tools: &[Tool]) -> Result<(), Failure> {
    let is_missing = |tool: &&Tool| !tool.is_in(folder);
    if !tools.iter().any(|tool| is_missing(&tool)) {
        return Ok(());
    }
    let io = |error| Failure::new(format!("{}: {error}", folder.display()));
    fs::create_dir_all(folder).map_err(io)?;
    // Held until the end of this function. The system lets go of it if we die.
    let _lock = lock(&folder.join(".lock")).map_err(io)?;
    let partial = folder.join(".partial");
    // Left by an install that was interrupted: under the lock it is nobody's work.
    remove(&partial).map_err(io)?;
    let missing = tools.iter().filter(is_missing);
    let (compiled, downloaded): (Vec<_>, Vec<_>) = missing.partition(|tool| tool.is_compiled());
    let install = |tools: &[&Tool]| tools.iter().try_for_each(|tool| place(tool, folder));
    // The processor compiles while the network brings the rest.
    let (compiling, downloading) = std::thread::scope(|scope| {
        let downloading = scope.spawn(|| install(&downloaded));
        (install(&compiled), downloading.join())
    });
    remove(&partial).map_err(io)?;
    compiling?;
    downloading.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Installs a tool beside the others and moves it to its place when it is whole.
fn place(tool: &Tool, folder: &Path) -> Result<(), Failure> {
    let io = |error| Failure::new(format!("{}: {error}", folder.display()));
    let partial = folder.join(".partial");
    let root = partial.join(tool.to_string());
    fs::create_dir_all(&root).map_err(io)?;
    eprintln!("xtask: installing {tool} into {}", folder.display());
    // One target folder: the compiled tools have crates in common.
    tool.install(&root, &partial.join("target"))?;
    let home = folder.join(tool.to_string());
    remove(&home).map_err(io)?;
    fs::rename(&root, &home).map_err(io)?;
    if tool.is_in(folder) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{tool} was installed but there is no {}",
        tool.part(folder).display()
    )))
}

fn lock(path: &Path) -> io::Result<File> {
    let file = File::create(path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            eprintln!("xtask: waiting for another clone to finish installing");
            file.lock()?;
        }
        Err(TryLockError::Error(error)) => return Err(error),
    }
    Ok(file)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tools_live_in_the_users_cache() {
        let chosen = |cache: Option<&str>, home: Option<&str>| {
            choose(cache.map(OsString::from), home.map(OsString::from))
        };
        let path = |text: &str| Some(PathBuf::from(text));
        assert_eq!(chosen(Some("/c"), Some("/h")), path("/c/lscb/tools"));
        assert_eq!(chosen(None, Some("/h")), path("/h/.cache/lscb/tools"));
        assert_eq!(chosen(Some(""), Some("/h")), path("/h/.cache/lscb/tools"));
        assert_eq!(
            chosen(Some("here"), Some("/h")),
            path("/h/.cache/lscb/tools")
        );
        assert_eq!(chosen(None, None), None);
    }
}
