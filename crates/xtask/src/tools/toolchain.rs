//! Parts of the Rust toolchain, added by rustup when its folder has none.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::process;
use crate::repo::Repo;

/// The target of the app.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the compiled standard library for the browser.
pub(crate) fn add_wasm(repo: &Repo) -> Result<(), Failure> {
    if sysroot(repo)?
        .join("lib/rustlib")
        .join(WASM)
        .join("lib")
        .is_dir()
    {
        return Ok(());
    }
    rustup(repo, &["target", "add", WASM])
}

/// Adds the standard library's source and says whether it is there now: the site can
/// be built without.
pub(crate) fn add_std_source(repo: &Repo) -> Result<bool, Failure> {
    let source = sysroot(repo)?.join("lib/rustlib/src/rust/library/Cargo.lock");
    Ok(source.is_file() || rustup(repo, &["component", "add", "rust-src"]).is_ok())
}

/// Variables that have Cargo compile the standard library anew, for size.
pub(crate) const BUILD_STD: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// Downloads the crates that the lock file names, and those of the standard library:
/// Trunk runs Cargo offline.
pub(crate) fn fetch_crates(repo: &Repo, has_std_source: bool) -> Result<(), Failure> {
    process::run(repo.cargo().args(["fetch", "--locked"]))?;
    if has_std_source {
        // Without the target Cargo leaves out what std needs in the browser alone.
        let args = ["fetch", "--locked", "--target", WASM];
        process::run(repo.cargo().envs(BUILD_STD).args(args))?;
    }
    Ok(())
}

/// Adds rustfmt and Clippy, which rustup's minimal profile leaves out.
pub(crate) fn add_linters(repo: &Repo) -> Result<(), Failure> {
    let programs = sysroot(repo)?.join("bin");
    let has = |name| process::is_program(&programs.join(name)) || process::on_path(name);
    if has("cargo-fmt") && has("cargo-clippy") {
        return Ok(());
    }
    rustup(repo, &["component", "add", "rustfmt", "clippy"])
}

/// The folder of the toolchain in use.
fn sysroot(repo: &Repo) -> Result<PathBuf, Failure> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut rustc = Command::new(rustc);
    rustc.current_dir(repo.root()).args(["--print", "sysroot"]);
    Ok(PathBuf::from(process::read(&mut rustc)?.trim_end()))
}

fn rustup(repo: &Repo, args: &[&str]) -> Result<(), Failure> {
    let mut rustup = Command::new("rustup");
    rustup.current_dir(repo.root()).args(args);
    if process::on_path("rustup") {
        process::run(&mut rustup)
    } else {
        Err(Failure::new(format!(
            "this Rust has no {}, and rustup is not on PATH to add it. Install rustup \
             (https://rustup.rs), or that part from where this Rust came from.",
            args[2..].join(" or ")
        )))
    }
}
