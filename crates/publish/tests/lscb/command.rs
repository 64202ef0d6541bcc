//! Running `lscb` as a person does, in a folder of the test's own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use tempfile::TempDir;

pub(crate) fn repo(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

/// A content folder without problems, to spoil.
pub(crate) fn minimal() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    copy(
        &repo("tests/fixtures/minimal"),
        &folder.path().join("content"),
    );
    folder
}

/// The same, built into `dist`.
pub(crate) fn built() -> TempDir {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    copy_of(&MADE, "minimal", |folder| {
        copy(&repo("tests/fixtures/minimal"), &folder.join("content"));
        build(folder);
    })
}

/// A copy of the folder `name`, which is made once for all tests.
pub(crate) fn copy_of(made: &OnceLock<PathBuf>, name: &str, make: impl FnOnce(&Path)) -> TempDir {
    let original = made.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        // One of an earlier run.
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(&folder).expect("a folder");
        make(&folder);
        folder
    });
    let folder = TempDir::new().expect("a temporary folder");
    copy(original, folder.path());
    folder
}

/// Builds the content in `folder` into `dist`.
pub(crate) fn build(folder: &Path) {
    let mut command = command(folder);
    command.args(["build", "--out", "dist", "--app"]);
    let output = command.arg(repo("tests/fixtures/app")).output();
    let (code, said) = said(output.expect("the command runs"));
    assert_eq!(code, 0, "{said}");
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &name);
        } else {
            fs::copy(&path, &name).expect("a copy");
        }
    }
}

/// `lscb` in `folder`, with nothing of the tester's own settings.
pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lscb"));
    command.current_dir(folder);
    for setting in [
        "RUST_BACKTRACE",
        "SOURCE_DATE_EPOCH",
        "LSCB_PREVIOUS",
        "LSCB_KEEP_DAYS",
        "LSCB_KEY_PASSWORD",
    ] {
        command.env_remove(setting);
    }
    command
}

/// Its exit code and everything that it said.
pub(crate) fn said(output: Output) -> (i32, String) {
    let said = [output.stdout, output.stderr].concat();
    (
        output.status.code().unwrap_or(-1),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

/// Runs `lscb` in `folder`; gives its exit code and everything that it said.
pub(crate) fn lscb(folder: &Path, arguments: &[&str]) -> (i32, String) {
    said(
        command(folder)
            .args(arguments)
            .output()
            .expect("the command runs"),
    )
}
