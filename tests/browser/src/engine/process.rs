//! A process that cannot outlive the test.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// Kills a process group, the browser included, which killing the driver alone would leave
/// behind, and removes its scratch folder. It reads a pipe held by the test process: however
/// that process ends, the pipe closes, and then it is time.
const GUARD: &str = r#"
cat
kill -s KILL -- "-$1"
# What is dying may write a last time.
until rm -rf "$2"; do sleep 0.1; done
"#;

/// A running program and all that it has started.
pub(crate) struct Process {
    leader: Child,
    guard: Child,
    /// Where it prints to, if that is kept.
    output: Option<PathBuf>,
}

impl Process {
    /// What it has printed so far, if that is kept.
    pub(crate) fn output(&self) -> String {
        let printed = self.output.as_ref().and_then(|file| fs::read(file).ok());
        String::from_utf8_lossy(&printed.unwrap_or_default()).into_owned()
    }
}

/// A program to be started.
pub(crate) struct Program {
    command: Command,
    scratch: PathBuf,
    output: Option<PathBuf>,
}

impl Program {
    /// `program`, with a scratch folder of its own for temporary files.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let scratch =
            std::env::temp_dir().join(format!("lscb-browser-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&scratch).expect("a scratch folder");
        let mut command = Command::new(&program);
        command.env("TMPDIR", &scratch).process_group(0);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        Self {
            command,
            scratch,
            output: None,
        }
    }

    /// Keeps what it prints.
    pub(crate) fn keep_output(mut self) -> Self {
        let path = self.scratch.join("output.txt");
        let file = File::create(&path).expect("a file of the scratch folder");
        let other = file.try_clone().expect("the same file");
        self.command.stdout(file).stderr(other);
        self.output = Some(path);
        self
    }

    /// Adds arguments.
    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.command.args(args);
        self
    }

    /// Sets a variable of its environment.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Sets variables of its environment.
    pub(crate) fn envs(self, variables: &[(&'static str, OsString)]) -> Self {
        let variables = variables.iter();
        variables.fold(self, |program, (name, value)| program.env(name, value))
    }

    /// Its scratch folder.
    pub(crate) fn scratch(&self) -> &Path {
        &self.scratch
    }

    /// Starts it.
    ///
    /// # Panics
    /// If it does not start.
    pub(crate) fn start(mut self) -> Process {
        let started = self.command.spawn();
        let leader =
            started.unwrap_or_else(|error| panic!("{:?}: {error}", self.command.get_program()));
        let mut guard = Command::new("sh");
        guard
            .args(["-c", GUARD, "guard"])
            .arg(leader.id().to_string())
            .arg(&self.scratch);
        // A group of its own, so that Ctrl-C at a terminal does not end it too early.
        guard
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null());
        Process {
            leader,
            guard: guard.spawn().expect("a shell"),
            output: self.output,
        }
    }

    /// Starts it and hands back what it prints.
    ///
    /// # Panics
    /// If it does not start.
    pub(crate) fn start_and_listen(mut self) -> (Process, ChildStdout) {
        self.command.stdout(Stdio::piped());
        let mut process = self.start();
        let output = process.leader.stdout.take().expect("its output is piped");
        (process, output)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _killed = self.leader.wait();
        let _ended = self.guard.wait();
    }
}

/// The first of `names` that is a program on this machine.
///
/// # Panics
/// If there is none, with what to install.
pub(crate) fn installed(names: &[&str], install_help: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    let mut places = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    let found = places.find(|place| place.is_file());
    found.unwrap_or_else(|| panic!("{} is not installed: {install_help}", names[0]))
}
