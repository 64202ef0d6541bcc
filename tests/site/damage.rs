//! Files that were damaged on the way or on the disk, ten thousand times at random: none has the
//! hash that it is asked for by, and what has no hash is read as something or refused.

use lscb_wire::{Bundle, Manifest, Read, Release};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};
use sha2::{Digest, Sha256};

use crate::built::SEFTON;
use crate::wire::Parsed;

/// What happens to a file.
#[derive(Clone, Debug)]
enum Damage {
    Bit(Index, u8),
    CutOff(Index),
    Lost(Index, usize),
    Twice(Index, usize),
    Stray(Index, Vec<u8>),
    /// What is quoted here stands in another place too: JSON still, and another text.
    Moved(Index, Index),
}

fn damages() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    prop_oneof![
        (at(), 0..8u8).prop_map(|(at, bit)| Damage::Bit(at, bit)),
        at().prop_map(Damage::CutOff),
        (at(), 1..500usize).prop_map(|(at, long)| Damage::Lost(at, long)),
        (at(), 1..500usize).prop_map(|(at, long)| Damage::Twice(at, long)),
        (at(), prop::collection::vec(any::<u8>(), 1..20))
            .prop_map(|(at, it)| Damage::Stray(at, it)),
        (at(), at()).prop_map(|(one, other)| Damage::Moved(one, other)),
    ]
}

impl Damage {
    fn done_to(&self, file: &[u8]) -> Vec<u8> {
        let mut out = file.to_vec();
        let range = |at: &Index, long: usize| {
            let start = at.index(file.len());
            start..(start + long).min(file.len())
        };
        match self {
            Self::Bit(at, bit) => out[at.index(file.len())] ^= 1 << bit,
            Self::CutOff(at) => out.truncate(at.index(file.len())),
            Self::Lost(at, long) => drop(out.drain(range(at, *long))),
            Self::Twice(at, long) => out.extend_from_within(range(at, *long)),
            Self::Stray(at, bytes) => drop(out.splice(range(at, 0), bytes.iter().copied())),
            Self::Moved(one, other) => {
                let text = String::from_utf8_lossy(file);
                let quoted: Vec<_> = text.split('"').collect();
                let mut moved = quoted.clone();
                moved.swap(one.index(quoted.len()), other.index(quoted.len()));
                out = moved.join("\"").into_bytes();
            }
        }
        out
    }
}

#[test]
fn ten_thousand_damages_are_refused() {
    let release = SEFTON.text("release.json");
    let known: Release = serde_json::from_str(&release).expect("the release");
    let manifest = known.manifest.as_ref().expect("a manifest").file.clone();
    let files = [
        release,
        SEFTON.text(&known.bundles[0].file),
        SEFTON.text(&manifest),
    ];
    let config = Config {
        cases: 10_000,
        failure_persistence: None,
        ..Config::default()
    };
    let damaged = (0..files.len(), damages());
    TestRunner::new(config)
        .run(&damaged, |(number, damage)| {
            let file = files[number].as_bytes();
            let bytes = damage.done_to(file);
            if bytes == file {
                return Ok(());
            }
            prop_assert_ne!(Sha256::digest(&bytes), Sha256::digest(file));
            // The browser parses it, and what it has parsed is read: as something or not at all.
            let Ok(value) = serde_json::from_slice::<serde_json::Value>(&bytes) else {
                return Ok(());
            };
            if let Some(release) = Release::from_value(Parsed(&value)) {
                for path in ["", "/", "/about-us/", "/\u{10ffff}"] {
                    release.bundle_of(path);
                }
            }
            if let Some(bundle) = Bundle::from_value(Parsed(&value)) {
                bundle.page("/about-us/");
            }
            serde_json::from_value::<Manifest>(value).ok();
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}
