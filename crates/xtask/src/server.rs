use std::process::Command;

use crate::dist::{self, Build};
use crate::failure::Failure;
use crate::process;
use crate::repo::Repo;
use crate::step::step;
use crate::tools::{ToolSet, Tools};

/// Builds the site and becomes the publisher's preview server, which listens on
/// 127.0.0.1 only. Returns only when the server did not start.
pub(crate) fn serve(repo: &Repo, port: u16) -> Result<(), Failure> {
    let tools = step("tools", || Tools::install(repo, ToolSet::Building))?;
    step("release build", || {
        dist::build(repo, &tools, &Build::release())
    })?;
    let publisher = step("publisher", || repo.publisher())?;
    let mut server = Command::new(publisher);
    server
        .current_dir(repo.root())
        .arg("serve")
        .arg("--dist")
        .arg(repo.dist())
        .args(["--port", &port.to_string()]);
    become_program(&mut server)
}

/// Takes this process over, so that Ctrl-C, `kill` and the exit code are the
/// server's own and no server is left behind.
#[cfg(unix)]
fn become_program(server: &mut Command) -> Result<(), Failure> {
    use std::os::unix::process::CommandExt;
    let error = server.exec();
    Err(process::not_started(server, &error))
}

#[cfg(not(unix))]
fn become_program(server: &mut Command) -> Result<(), Failure> {
    let status = server
        .status()
        .map_err(|error| process::not_started(server, &error))?;
    std::process::exit(status.code().unwrap_or(1))
}
