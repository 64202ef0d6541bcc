//! Running other programs, their output going where ours goes.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::failure::Failure;

/// Runs a program to its end; any exit status but 0 is a failure.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command
        .status()
        .map_err(|error| not_started(command, &error))?;
    ended_with(command, status)
}

/// What a program's end means.
pub(crate) fn ended_with(command: &Command, status: ExitStatus) -> Result<(), Failure> {
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("`{}`: {status}", line(command))))
    }
}

/// Runs a program to its end and returns what it wrote to standard output.
pub(crate) fn read(command: &mut Command) -> Result<String, Failure> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| not_started(command, &error))?;
    if !output.status.success() {
        let status = output.status;
        return Err(Failure::new(format!("`{}`: {status}", line(command))));
    }
    String::from_utf8(output.stdout)
        .map_err(|_| Failure::new(format!("`{}` did not write UTF-8", line(command))))
}

/// Why a program did not start.
pub(crate) fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    Failure::new(match error.kind() {
        ErrorKind::NotFound => format!("the program `{program}` was not found"),
        _ => format!("the program `{program}` did not start: {error}"),
    })
}

/// Whether a program of that name is on `PATH`.
pub(crate) fn on_path(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| find(program, &path).is_some())
}

fn find(program: &str, path: &OsStr) -> Option<PathBuf> {
    std::env::split_paths(path)
        .map(|folder| folder.join(program))
        .find(|file| is_program(file))
}

/// Whether the file is there, with or without the extension of programs.
pub(crate) fn is_program(file: &Path) -> bool {
    file.is_file()
        || file
            .with_extension(std::env::consts::EXE_EXTENSION)
            .is_file()
}

fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_on_the_path_only() {
        let here = std::env::current_exe().unwrap();
        let name = here.file_name().unwrap().to_str().unwrap();
        let folder = here.parent().unwrap();
        assert_eq!(find(name, folder.as_os_str()), Some(here.clone()));
        assert_eq!(find(name, OsStr::new("")), None);
        assert_eq!(find("no-such-program", folder.as_os_str()), None);
    }

    #[test]
    fn a_failure_shows_the_command_line() {
        let failure = run(Command::new("no-such-program").arg("--now")).unwrap_err();
        assert_eq!(
            failure.message,
            "the program `no-such-program` was not found"
        );
        let mut cargo = Command::new(env!("CARGO"));
        let failure = run(cargo
            .args(["no-such-command", "--now"])
            .stderr(Stdio::null()))
        .unwrap_err();
        assert!(
            failure
                .message
                .contains("no-such-command --now`: exit status: 101")
        );
    }
}
