//! Hosts that cannot be run here: what is written for them is read back, and says what the
//! policy says.

mod azure;
mod cloudflare;
mod cloudfront;
mod iis;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use lscb_publish::deploy;
use lscb_publish::host::Place;
use lscb_publish::policy::{Policy, Profile};
use tempfile::TempDir;

use crate::built::{Built, build, repo};

/// Paths of every class, and the status of their answers.
const PATHS: [(&str, u16); 8] = [
    ("", 200),
    ("contact/", 200),
    ("release.json", 200),
    ("search/", 200),
    ("assets/app.0.js", 200),
    ("content/home.0.json", 200),
    ("search/index/manifest-0.bin", 200),
    ("no/such/page", 404),
];

/// A site that two hosts may embed, and the configuration written for it.
struct Deployed {
    site: Built,
    policy: Policy,
    out: TempDir,
}

static DEPLOYED: LazyLock<Deployed> = LazyLock::new(|| {
    let site = build(&repo("content"));
    let profile = Profile::Embeddable(vec![
        "https://a.example".into(),
        "https://*.b.example".into(),
    ]);
    let policy = deploy::read(&site.root(), Some(&profile)).expect("a built site");
    let place = Place {
        base: "/lscb/".into(),
        root: "/srv/www".into(),
        listen: "80".into(),
        name: "_".into(),
    };
    let out = TempDir::new().expect("a temporary folder");
    deploy::write(
        &site.root(),
        Some(&profile),
        &place,
        &out.path().join("deploy"),
    )
    .expect("configuration");
    Deployed { site, policy, out }
});

impl Deployed {
    fn text(&self, file: &str) -> String {
        let file = self.out.path().join("deploy").join(file);
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }

    /// What every answer carries.
    fn headers(&self) -> Vec<(String, String)> {
        let headers = self.policy.headers().into_iter();
        let mut headers: Vec<_> = headers.map(|(name, value)| (name.into(), value)).collect();
        headers.sort();
        headers
    }
}

/// What lies in a site is what `lscb deploy` writes beside it, for those whom the site's own
/// settings let embed it.
#[test]
fn a_site_brings_the_configuration_that_its_settings_ask_for() {
    let site = &DEPLOYED.site;
    let own = deploy::read(&site.root(), None).expect("a built site");
    let (_, policy) = &own.headers()[0];
    assert!(site.text("_headers").contains(policy), "{policy}");
    assert!(policy.ends_with("frame-ancestors *"), "{policy}");
    let nobody = deploy::read(&site.root(), Some(&Profile::Standalone)).expect("a built site");
    let (_, policy) = &nobody.headers()[0];
    assert!(policy.ends_with("frame-ancestors 'none'"), "{policy}");
    let (_, policy) = &DEPLOYED.policy.headers()[0];
    assert!(
        policy.ends_with("frame-ancestors 'self' https://a.example https://*.b.example"),
        "{policy}"
    );
}

#[test]
fn a_folder_that_is_no_site_and_a_base_that_is_no_path_are_refused_and_nothing_is_written() {
    let folder = TempDir::new().expect("a temporary folder");
    let out = folder.path().join("deploy");
    let write = |dist: &Path, base: &str| {
        let place = Place {
            base: base.into(),
            root: String::new(),
            listen: String::new(),
            name: String::new(),
        };
        deploy::write(dist, None, &place, &out).expect_err("refused")
    };
    let error = write(folder.path(), "/");
    assert!(
        format!("{error:#}").contains("Build the site first"),
        "{error:#}"
    );
    let error = write(&DEPLOYED.site.root(), "lscb");
    assert!(
        format!("{error:#}").contains("for example /lscb/"),
        "{error:#}"
    );
    assert!(!out.exists());
}
