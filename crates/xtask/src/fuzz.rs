//! Coverage-guided fuzzing of the search crate.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::process::{read, run};
use crate::repo::Repo;
use crate::step::step;

/// The compiler flags for coverage instrumentation, as cargo-fuzz sets them. There is no address
/// sanitizer, which needs a nightly compiler: the crate has no unsafe code.
const COVERAGE: [&str; 8] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "--cfg",
    "fuzzing",
];

/// The programs of `crates/search/fuzz`.
const TARGETS: [&str; 4] = ["manifest", "file", "query", "document"];

/// Runs each target for so many minutes. What it has learnt stays in `target/fuzz/corpus` for
/// the next time; an input that fails is in `target/fuzz/findings`.
pub(crate) fn fuzz(repo: &Repo, minutes: u32) -> Result<(), Failure> {
    let programs = step("compiling for the fuzzer", || compile(repo))?;
    let findings = repo.target().join("fuzz/findings");
    for target in TARGETS {
        let corpus = repo.target().join("fuzz/corpus").join(target);
        for folder in [&corpus, &findings] {
            fs::create_dir_all(folder)
                .map_err(|error| Failure::new(format!("{}: {error}", folder.display())))?;
        }
        step(&format!("fuzz {target}"), || {
            let mut program = Command::new(programs.join(target));
            program
                .arg(format!("-max_total_time={}", minutes * 60))
                // Seconds for one input, megabytes, bytes of an input.
                .args(["-timeout=10", "-rss_limit_mb=2048", "-max_len=16384"])
                .args(["-print_final_stats=1", "-verbosity=0"])
                .arg(format!("-artifact_prefix={}/{target}-", findings.display()))
                .arg(&corpus);
            run(&mut program)
        })?;
    }
    Ok(())
}

/// The folder of the programs.
fn compile(repo: &Repo) -> Result<PathBuf, Failure> {
    let version = read(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.ok_or_else(|| Failure::new("`rustc -vV` names no host"))?;
    let target = repo.target().join("fuzz/build");
    run(repo
        .cargo()
        .args(["build", "--release", "--manifest-path"])
        .arg(manifest(repo))
        .arg("--target-dir")
        .arg(&target)
        // Named, so that build scripts are compiled without the flags.
        .args(["--target", host])
        .env("RUSTFLAGS", COVERAGE.join(" ")))?;
    Ok(target.join(host).join("release"))
}

/// Has Cargo check the targets without compiling the fuzzer itself: nothing is linked.
pub(crate) fn without_fuzzer<'a>(repo: &Repo, cargo: &'a mut Command) -> &'a mut Command {
    cargo
        .arg("--target-dir")
        .arg(repo.target().join("fuzz/check"))
        .env("CUSTOM_LIBFUZZER_PATH", repo.target().join("libfuzzer.a"))
}

/// The manifest of the fuzz targets, a workspace of its own.
pub(crate) fn manifest(repo: &Repo) -> PathBuf {
    repo.root().join("crates/search/fuzz/Cargo.toml")
}
