//! Browsers, their drivers, a screen reader and what the checkers run on, from the
//! system's packages.

use std::process::Command;

use crate::failure::Failure;
use crate::process;

/// Programs that the browser suite starts, and the Debian package of each.
const PROGRAMS: [(&str, &str); 18] = [
    ("chromium", "chromium"),
    ("chromium-headless-shell", "chromium-headless-shell"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
    ("xauth", "xauth"),
    ("dbus-launch", "dbus-x11"),
    ("orca", "orca"),
    ("openbox", "openbox"),
    ("xdotool", "xdotool"),
    ("java", "default-jre-headless"),
    ("pdftotext", "poppler-utils"),
    ("minisign", "minisign"),
    ("openssl", "openssl"),
    ("zimwriterfs", "zim-tools"),
    ("w3m", "w3m"),
    ("lynx", "lynx"),
];

/// Without them a browser measures and draws the pages in whatever it finds.
const FONTS: [&str; 2] = ["fonts-liberation", "fonts-dejavu-core"];

/// What the screen reader needs and does not itself depend on: the bus on which browsers
/// describe their pages, and the setting that makes them do so.
const BUS: [&str; 4] = [
    "at-spi2-core",
    "python3-pyatspi",
    "gsettings-desktop-schemas",
    "dconf-gsettings-backend",
];

/// Installs the packages when a program is missing and this is root on Debian;
/// otherwise says what to run.
pub(crate) fn install() -> Result<(), Failure> {
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    let has_apt = process::on_path("apt-get");
    if !(has_apt && is_root()) {
        return Err(Failure::new(advice(&missing, has_apt)));
    }
    eprintln!(
        "xtask: installing browsers and the screen reader, since there is no {}",
        missing.join(", ")
    );
    process::run(apt_get().arg("update"))?;
    process::run(
        apt_get()
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages()),
    )?;
    match self::missing() {
        still if still.is_empty() => Ok(()),
        still => Err(Failure::new(format!(
            "the packages are installed, but there is still no {} on PATH",
            still.join(", ")
        ))),
    }
}

fn missing() -> Vec<&'static str> {
    let programs = PROGRAMS.iter().map(|(program, _)| *program);
    programs
        .filter(|program| !process::on_path(program))
        .collect()
}

fn packages() -> impl Iterator<Item = &'static str> {
    let packages = PROGRAMS.iter().map(|(_, package)| *package);
    packages.chain(FONTS).chain(BUS)
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command
        .env("DEBIAN_FRONTEND", "noninteractive")
        // Seconds to wait for another apt-get to finish.
        .args(["-o", "DPkg::Lock::Timeout=300"]);
    command
}

fn is_root() -> bool {
    process::read(Command::new("id").arg("-u")).is_ok_and(|user| user.trim() == "0")
}

fn advice(missing: &[&str], has_apt: bool) -> String {
    let packages = packages().collect::<Vec<_>>().join(" ");
    let what = if has_apt {
        format!(
            "Run\n  sudo apt-get update && sudo apt-get install -y \
             --no-install-recommends {packages}"
        )
    } else {
        format!("Install what Debian has in these packages:\n  {packages}")
    };
    format!(
        "the browser suite needs {}. {what}\nor leave the browsers out: \
         cargo xtask test --no-browser",
        missing.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_root_the_exact_command_is_printed() {
        let text = advice(&["Xvfb", "xauth"], true);
        assert!(text.starts_with("the browser suite needs Xvfb, xauth. Run\n"));
        assert!(text.contains(
            "  sudo apt-get update && sudo apt-get install -y --no-install-recommends \
             chromium chromium-headless-shell chromium-driver firefox-esr webkit2gtk-driver \
             xvfb xauth dbus-x11 orca openbox xdotool default-jre-headless poppler-utils minisign openssl zim-tools \
             w3m lynx \
             fonts-liberation fonts-dejavu-core \
             at-spi2-core python3-pyatspi gsettings-desktop-schemas dconf-gsettings-backend\n"
        ));
        assert!(!advice(&["Xvfb"], false).contains("sudo"));
    }
}
