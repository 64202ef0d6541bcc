//! Debian packages that are unpacked into a folder without being installed.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::process;

/// Fetches `packages` and unpacks them into `root`. What they depend on is not fetched.
pub(super) fn unpack(packages: &[&str], root: &Path) -> Result<(), Failure> {
    if !(process::on_path("apt-get") && process::on_path("dpkg-deb")) {
        let names = packages.join(", ");
        return Err(Failure::new(format!(
            "the servers that the site is tried on are unpacked from Debian's packages ({names}), \
             and there is no apt-get and dpkg-deb here. Leave them and the browsers out: \
             cargo xtask test --no-browser"
        )));
    }
    let download = || {
        let mut apt = Command::new("apt-get");
        apt.current_dir(root).arg("download").args(packages);
        process::run(&mut apt)
    };
    // The lists of packages may be missing, or name versions that are no longer there.
    download().or_else(|_| {
        process::run(Command::new("apt-get").arg("update"))?;
        download()
    })?;
    let io = |error| Failure::new(format!("{}: {error}", root.display()));
    for entry in fs::read_dir(root).map_err(io)? {
        let file = entry.map_err(io)?.path();
        if file.extension().is_some_and(|it| it == "deb") {
            process::run(Command::new("dpkg-deb").arg("-x").arg(&file).arg(root))?;
            fs::remove_file(&file).map_err(io)?;
        }
    }
    Ok(())
}
