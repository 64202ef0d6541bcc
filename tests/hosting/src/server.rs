//! Real servers, each with the configuration that `lscb deploy` has written for it.

mod apache;
mod azure;
mod caddy;
mod cloudflare;
mod nginx;
mod preview;
mod tls;

pub use self::tls::Tls;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use lscb_publish::host::SITE_CONFIG_FILES;
use lscb_publish::policy::{Class, Profile};
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::probe::{
    CODINGS, CONFIGURATION, COPIES, HEAD, KEPT, KNOWN, MISSING, MOVED, ODD, PART, SLASH,
};
use crate::site::{Site, variable};

/// How long a server may take to answer: a limit, not a measurement.
const TIMEOUT: Duration = Duration::from_secs(90);

/// A kind of server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `lscb serve`.
    Preview,
    /// nginx with the brotli module, as Debian has it.
    Nginx,
    /// Caddy 2.
    Caddy,
    /// Apache httpd 2.4 with `.htaccess`.
    Apache,
    /// Cloudflare Pages, as its emulator has it.
    Cloudflare,
    /// Azure Static Web Apps, as its emulator has it.
    Azure,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Preview,
        Self::Nginx,
        Self::Caddy,
        Self::Apache,
        Self::Cloudflare,
        Self::Azure,
    ];

    /// Its name in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Preview => "lscb serve",
            Self::Nginx => "nginx",
            Self::Caddy => "Caddy",
            Self::Apache => "Apache",
            Self::Cloudflare => "Cloudflare Pages",
            Self::Azure => "Azure",
        }
    }
}

impl Kind {
    /// The paths at which the site is tried there. A folder's configuration is the whole
    /// host's where there is no server of one's own.
    pub fn bases(self) -> &'static [&'static str] {
        match self {
            Self::Cloudflare | Self::Azure => &["/"],
            _ => &["/", "/lscb/", "/a/b/c/"],
        }
    }

    /// What it says of files that are asked for each time.
    pub fn checked(self) -> &'static str {
        match self {
            // Its own, which two rules of `_headers` cannot replace; it asks each time too.
            Self::Cloudflare => "public, max-age=0, must-revalidate",
            _ => Class::Checked.cache_control(),
        }
    }
}

impl Kind {
    /// Why a probe says nothing here, if it does: an emulator is not the host.
    pub fn leaves_out(self, probe: &str) -> Option<&'static str> {
        let why = match (self, probe) {
            (Self::Cloudflare | Self::Azure, CODINGS | COPIES) => {
                "the host compresses by itself; its emulator does not do it as the host does"
            }
            (Self::Cloudflare, KNOWN) => "the emulator's 304 carries no headers",
            (Self::Cloudflare, PART) => "the emulator sends the whole file",
            (Self::Cloudflare, KEPT) => "the emulator leads from a folder without a page to `/`",
            (Self::Cloudflare, ODD) => "the emulator answers some of them with 502",
            (Self::Cloudflare | Self::Azure, CONFIGURATION) => "the host sends any file",
            (Self::Azure, HEAD | KEPT | SLASH | MOVED | MISSING) => {
                "the emulator's 301 and 404 carry other headers than the host's"
            }
            (Self::Azure, ODD) => "the emulator ends at some of them",
            _ => return None,
        };
        Some(why)
    }
}

/// A running server. It ends when it is dropped.
pub struct Server {
    /// What it is.
    pub kind: Kind,
    process: Child,
    port: u16,
    /// The path of the site, with a slash at both ends.
    pub base: String,
    // The configuration, the site and what the server writes go with it.
    folder: TempDir,
}

/// What a server is started with.
struct Setting<'a> {
    /// A folder for whatever the server writes.
    folder: &'a Path,
    /// The server's folder, in which the site lies at the base.
    root: &'a Path,
    /// The configuration that `lscb deploy` wrote.
    deploy: &'a Path,
    site: &'a Site,
    base: &'a str,
    port: u16,
}

impl Server {
    /// Starts a server of `kind` that has `site` at `base`.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start(kind: Kind, site: &Site, base: &str) -> Self {
        Self::start_with(kind, site, base, |_, _| {})
    }

    /// The same, with a change to what is in its folder once its port is known.
    fn start_with(kind: Kind, site: &Site, base: &str, change: impl FnOnce(&Path, u16)) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        // A server may run as somebody else.
        open_to_all(folder.path());
        let (root, deploy) = (folder.path().join("www"), folder.path().join("deploy"));
        copy(&site.dist, &root.join(base.trim_matches('/')));
        let port = free_port();
        let mut lscb = Command::new(variable("LSCB_BIN"));
        lscb.arg("deploy").arg("--dist").arg(&site.dist);
        lscb.arg("--out").arg(&deploy).arg("--root").arg(&root);
        lscb.args(["--base", base, "--listen", &format!("{}", port)]);
        lscb.args(embedders(&site.policy.profile));
        let written = lscb.output().expect("the publisher runs");
        assert!(
            written.status.success(),
            "{}",
            String::from_utf8_lossy(&written.stderr)
        );
        // A site brings these for the profile in its settings; this may be another.
        for file in SITE_CONFIG_FILES {
            let own = root.join(base.trim_matches('/')).join(file);
            fs::copy(deploy.join(file), own).expect("a copy");
        }
        let setting = Setting {
            folder: folder.path(),
            root: &root,
            deploy: &deploy,
            site,
            base,
            port,
        };
        let mut command = match kind {
            Kind::Preview => preview::command(&setting),
            Kind::Nginx => nginx::command(&setting),
            Kind::Caddy => caddy::command(&setting),
            Kind::Apache => apache::command(&setting),
            Kind::Cloudflare => cloudflare::command(&setting),
            Kind::Azure => azure::command(&setting),
        };
        change(folder.path(), port);
        let log = fs::File::create(folder.path().join("log")).expect("a log");
        command.stdout(log.try_clone().expect("a log")).stderr(log);
        // Some start others, which have to end with them.
        command.process_group(0);
        let process = command
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let mut server = Self {
            kind,
            process,
            port,
            base: base.into(),
            folder,
        };
        server.await_answer();
        server
    }

    fn await_answer(&mut self) {
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            let ended = self.process.try_wait().expect("a process");
            let late = started.elapsed() > TIMEOUT;
            if ended.is_some() || late {
                let log = fs::read_to_string(self.folder.path().join("log"));
                panic!("the server does not start: {}", log.unwrap_or_default());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The address of a path, counted from the base without a first slash.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{}{path}", self.port, self.base)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let group = format!("-{}", self.process.id());
        Command::new("kill")
            .args(["-KILL", "--", &group])
            .status()
            .ok();
        self.process.wait().ok();
    }
}

/// Where the libraries of a tool unpacked from Debian's packages lie: in a folder named after
/// the machine. The value of `LD_LIBRARY_PATH`.
///
/// # Panics
/// If it has none.
pub fn libraries(home: &Path) -> OsString {
    let folders = fs::read_dir(home.join("usr/lib")).expect("its libraries");
    let folders = folders.map(|entry| entry.expect("an entry").path());
    let found = folders.filter(|path| path.to_string_lossy().ends_with("-linux-gnu"));
    env::join_paths(found).expect("paths")
}

/// The options of `lscb` for a profile.
fn embedders(profile: &Profile) -> Vec<String> {
    match profile {
        Profile::Standalone => vec!["--standalone".into()],
        Profile::Embeddable(hosts) => hosts
            .iter()
            .flat_map(|host| ["--embedder".to_owned(), host.clone()])
            .collect(),
    }
}

/// A port at which nobody listens and that no other server of this process is given. It lies below
/// those that systems hand out by themselves (from 32,768 on Linux), so that no connection takes it
/// before its server has it.
fn free_port() -> u16 {
    const FIRST: u16 = 32_000;
    const COUNT: u16 = 768;
    static GIVEN: AtomicU16 = AtomicU16::new(0);
    // Two processes at once begin at different places.
    let start = u16::try_from(std::process::id() % u32::from(COUNT)).unwrap_or_default();
    loop {
        let given = GIVEN.fetch_add(1, Ordering::Relaxed);
        assert!(given < COUNT, "every port has been given");
        let port = FIRST + (start + given) % COUNT;
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            return port;
        }
    }
}

/// Copies a site with the times of its files. Apache calls the ETag of a file weak that is less than a
/// second old, so that two answers for one that has just been written may differ.
fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.expect("an entry");
        let target = to.join(entry.path().strip_prefix(from).expect("a path inside"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target).expect("a folder");
        } else {
            fs::copy(entry.path(), &target).expect("a copy");
            let written = fs::metadata(entry.path()).and_then(|it| it.modified());
            let copy = fs::File::options().append(true).open(&target);
            copy.and_then(|copy| copy.set_modified(written?))
                .expect("the time of a file");
        }
    }
}

fn open_to_all(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).expect("permissions");
}
