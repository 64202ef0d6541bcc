//! Verification of a live host: every file of the release is requested in every encoding, and its
//! bytes, media type and headers are compared with the manifest and the policy.

mod body;
mod check;
mod differences;
mod host;
mod signature;

use std::cmp::Ordering;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use lscb_wire::{FileEntry, Manifest, Release};
use rayon::prelude::*;

use self::check::Check;
use self::differences::Differences;
use self::host::Host;
use crate::manifest::file_entry;
use crate::policy::{Policy, Profile};
use crate::published::{Published, refusal};
use crate::received::{self, Problems, number_of};

/// How many requests are in flight at a time, few enough not to slow the host for its readers.
const CONCURRENT_REQUESTS: usize = 8;

/// What a host is verified against.
#[derive(Clone, Debug, Default)]
pub struct Expected {
    /// The built site that the host should serve. Without it, the release that the host itself
    /// serves is the reference.
    pub dist: Option<PathBuf>,
    /// The public key for the signature, or the path of a file that contains it.
    pub key: Option<String>,
    /// Who may embed the site, if not those that the manifest names.
    pub profile: Option<Profile>,
}

/// Compares the site at `url` with `expected`, prints the differences, and returns whether there
/// were none.
///
/// # Errors
/// If the comparison cannot be made: there is no such folder or key, the host does not respond, or
/// its `release.json` or manifest is invalid.
pub fn verify(url: &str, expected: &Expected) -> Result<bool> {
    let host = Host::at(url)?;
    let key = expected.key.as_deref().map(signature::key).transpose()?;
    let differences = Differences::default();
    let reference = match &expected.dist {
        Some(dist) => Reference::from_folder(dist)?,
        None => Reference::from_host(&host)?,
    };
    let Reference { release, .. } = &reference;
    if expected.dist.is_some() {
        reference.compare_release(&host, &differences)?;
    }
    let policy = Policy::of(&reference.manifest, expected.profile.as_ref());
    let check = Check::new(&host, &policy, &reference, &differences);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(CONCURRENT_REQUESTS)
        .build()?;
    pool.install(|| {
        check.missing_addresses();
        let listed: Vec<&FileEntry> = reference.files().collect();
        listed.par_iter().for_each(|entry| check.file(entry));
    });
    let signed = key.and_then(|key| signature::check(&host, &key, &reference.json, &differences));

    if differences.is_empty() {
        println!(
            "{url} has release {}, number {}: {} files, byte for byte, sent as they should be.",
            release.release,
            release.number,
            reference.files().count()
        );
        if let Some(comment) = signed {
            println!("The signature fits the key ({comment}).");
        }
    } else {
        print!("{differences}");
        println!(
            "{} at {url}, held against release {}, number {}.",
            differences.count(),
            release.release,
            release.number
        );
    }
    Ok(differences.is_empty())
}

/// The release that a host is compared with.
struct Reference {
    /// `release.json`, byte for byte.
    json: Vec<u8>,
    release: Release,
    /// The entries of `release.json` and of the manifest, which the manifest does not list.
    own: [FileEntry; 2],
    manifest: Manifest,
}

impl Reference {
    fn from_folder(dist: &Path) -> Result<Self> {
        let refused = |problems: &Problems| {
            let then = "The host was not looked at. Build the site again: \
                        `cargo xtask build --release`.";
            refusal(dist, problems, then)
        };
        let published = Published::open(dist).map_err(|it| refused(&it))?;
        let problems = published.problems();
        if !problems.is_empty() {
            bail!(refused(&problems));
        }
        Ok(Self::of(
            published.json,
            published.release,
            published.manifest_entry,
            published.manifest,
        ))
    }

    fn from_host(host: &Host) -> Result<Self> {
        let unsound = |file: &str, problems: Problems| {
            let lines: Vec<String> = problems.iter().map(|it| format!("{file}: {it}")).collect();
            let then = "It cannot be told what the host should have; name the built site with \
                        --dist.";
            refusal(Path::new(host.url()), &lines, then)
        };
        let fetch = |file: &str, limit| {
            let problem = |it: String| unsound(file, vec![it]);
            host.fetch(file, limit).map_err(problem)
        };
        let name = "release.json";
        let json = fetch(name, received::MAX_RELEASE)?;
        let release = received::release(&json).map_err(|it| unsound(name, it))?;
        let Some(entry) = release.manifest.clone() else {
            bail!(unsound(name, vec!["It names no manifest.".into()]));
        };
        let bytes = fetch(&entry.file, received::MAX_MANIFEST)?;
        if file_entry(entry.file.clone(), &bytes) != entry {
            let problem = "It is not the one that release.json means: its bytes are others.";
            bail!(unsound(&entry.file, vec![problem.into()]));
        }
        let manifest = received::manifest(&bytes).map_err(|it| unsound(&entry.file, it))?;
        Ok(Self::of(json, release, entry, manifest))
    }

    /// Reports if the host has another release, which explains all other differences.
    fn compare_release(&self, host: &Host, differences: &Differences) -> Result<()> {
        let name = "release.json";
        let response = host.get(name, "identity", received::MAX_RELEASE);
        let response = response.map_err(|problem| anyhow!("{}{name}: {problem}", host.url()))?;
        let Ok(actual) = received::release(&response.body) else {
            // Its bytes are compared later, like those of every file.
            return Ok(());
        };
        if actual.release != self.release.release {
            let age = match number_of(&actual).cmp(&number_of(&self.release)) {
                Ordering::Less => "an older one",
                Ordering::Equal => "another one of the same number",
                Ordering::Greater => "a newer one",
            };
            let Release {
                release, number, ..
            } = actual;
            let sentence = format!("The host has release {release}, number {number}: {age}.");
            differences.add(name, sentence);
        }
        Ok(())
    }

    fn of(json: Vec<u8>, release: Release, entry: FileEntry, manifest: Manifest) -> Self {
        let own = [file_entry("release.json".into(), &json), entry];
        Self {
            json,
            release,
            own,
            manifest,
        }
    }

    fn files(&self) -> impl Iterator<Item = &FileEntry> {
        let kept = self.manifest.kept.iter().map(|kept| &kept.file);
        self.own.iter().chain(&self.manifest.files).chain(kept)
    }
}
