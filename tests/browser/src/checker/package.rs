//! The folder of tools, and files of the npm packages in it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::{env, fs};

use thirtyfour::error::WebDriverResult;

use crate::browser::Browser;

/// What stands at `path` in the folder of tools.
///
/// # Panics
/// If it is not installed.
pub(crate) fn tool(path: &str) -> PathBuf {
    let tools = env::var_os("LSCB_TOOLS").expect("LSCB_TOOLS names the folder of tools");
    let tool = PathBuf::from(tools).join(path);
    assert!(
        tool.exists(),
        "{} is missing: cargo xtask tools",
        tool.display()
    );
    tool
}

/// The file `path` of `package` (`name-version`).
///
/// # Panics
/// If it is not installed.
pub(super) fn file(package: &str, path: &str) -> PathBuf {
    tool(&format!("{package}/node_modules/{path}"))
}

/// Runs a script of a package in the page, where it becomes the global `name`.
///
/// # Errors
/// The driver's: the page may go away meanwhile.
pub(super) async fn inject(
    browser: &Browser,
    package: &str,
    path: &str,
    name: &str,
) -> WebDriverResult<()> {
    static READ: Mutex<BTreeMap<PathBuf, String>> = Mutex::new(BTreeMap::new());
    let file = file(package, path);
    let source = {
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        let source = read
            .entry(file)
            .or_insert_with_key(|file| fs::read_to_string(file).expect("a script"));
        source.clone()
    };
    // What it declares is local to the driver's function; the page's policy forbids `eval`.
    let global = format!("{source}\nwindow.{name} ??= {name};");
    browser.execute(global, vec![]).await.map(|_| ())
}
