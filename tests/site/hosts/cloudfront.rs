use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use lscb_publish::policy::{Class, media_of};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::DEPLOYED;

#[test]
fn headers_are_those_of_the_policy() {
    let config: Value =
        serde_json::from_str(&DEPLOYED.text("cloudfront/headers.json")).expect("JSON");
    let items = config["CustomHeadersConfig"]["Items"]
        .as_array()
        .expect("headers");
    assert_eq!(config["CustomHeadersConfig"]["Quantity"], items.len());
    let mut found: Vec<(String, String)> = items
        .iter()
        .map(|it| {
            let text = |name: &str| it[name].as_str().expect(name).to_owned();
            (text("Header"), text("Value"))
        })
        .collect();
    found.sort();
    assert_eq!(found, DEPLOYED.headers());
}

/// What the function makes of a request for `uri`: the address it asks the bucket for, or
/// where it leads.
fn handled(uris: &[&str]) -> Vec<String> {
    let function = DEPLOYED.text("cloudfront/function.js");
    assert!(function.len() <= 10 * 1024, "the host takes 10 KB");
    let script = format!(
        "{function}\nconst all = {}.map((uri) => handler({{ request: {{ uri }} }}));\n\
         console.log(JSON.stringify(all.map((it) => it.uri ?? \
         `${{it.statusCode}} ${{it.headers.location.value}}`)));",
        json!(uris)
    );
    let run = Command::new("node")
        .args(["-e", &script])
        .output()
        .expect("node");
    let said = String::from_utf8_lossy(&run.stdout);
    serde_json::from_str(&said)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&run.stderr)))
}

#[test]
fn the_function_finds_pages_and_old_addresses() {
    assert_eq!(
        handled(&[
            "/lscb/",
            "/lscb/contact/",
            "/lscb/contact",
            "/lscb/assets/app.0.js",
            "/lscb/.well-known/security.txt",
        ]),
        [
            "/lscb/index.html",
            "/lscb/contact/index.html",
            "301 /lscb/contact/",
            "/lscb/assets/app.0.js",
            "/lscb/.well-known/security.txt",
        ]
    );
    let moved = &DEPLOYED.policy.moved;
    let asked = moved
        .iter()
        .flat_map(|(from, _)| [format!("/lscb/{from}"), format!("/lscb/{from}/")]);
    let asked: Vec<String> = asked.collect();
    let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
    let expected = moved
        .iter()
        .flat_map(|(_, to)| vec![format!("301 /lscb{to}"); 2]);
    assert_eq!(handled(&asked), expected.collect::<Vec<_>>());
}

/// The calls of `aws`, each with its arguments, when the script uploads the site.
fn uploads() -> Vec<Vec<String>> {
    let folder = TempDir::new().expect("a temporary folder");
    let aws = folder.path().join("aws");
    fs::write(&aws, "#!/bin/sh\nprintf '%s\\037' \"$@\"\necho\n").expect("a program");
    fs::set_permissions(&aws, fs::Permissions::from_mode(0o755)).expect("a program");
    let script = folder.path().join("upload.sh");
    fs::write(&script, DEPLOYED.text("cloudfront/upload.sh")).expect("the script");
    let path = format!("{}:/usr/bin:/bin", folder.path().display());
    let run = Command::new("sh")
        .arg(&script)
        .args(["/dist", "bucket"])
        .env("PATH", path)
        .output()
        .expect("a shell");
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let said = String::from_utf8(run.stdout).expect("text");
    let words = |line: &str| line.split('\u{1f}').map(str::to_owned).collect();
    said.lines().map(words).collect()
}

/// Whether a call takes a file, counted from the site's folder: the last filter that fits
/// counts (docs.aws.amazon.com/cli/latest/reference/s3, "Use of exclude and include filters").
fn takes(call: &[String], file: &str) -> bool {
    let from = call[2].strip_prefix("/dist/").expect("the site's folder");
    let Some(rest) = file.strip_prefix(from) else {
        return false;
    };
    if !call.iter().any(|word| word == "--recursive") {
        return rest.is_empty();
    }
    let fits = |pattern: &str| match pattern.split_once('*') {
        None => pattern == rest,
        Some((start, end)) => rest.starts_with(start) && rest.ends_with(end),
    };
    let filters = call.windows(2).rev();
    let mut filters = filters.filter(|pair| pair[0].ends_with("clude") && fits(&pair[1]));
    filters.next().is_none_or(|pair| pair[0] == "--include")
}

#[test]
fn every_file_is_uploaded_once_with_its_type_and_its_time_to_live() {
    let calls = uploads();
    let value = |call: &[String], name: &str| {
        let at = call.iter().position(|word| word == name).expect(name);
        call[at + 1].clone()
    };
    for file in DEPLOYED.site.files().keys() {
        let taken: Vec<_> = calls.iter().filter(|call| takes(call, file)).collect();
        if lscb_publish::host::SITE_CONFIG_FILES.contains(&file.as_str()) {
            assert!(taken.is_empty(), "{file} is for other hosts");
            continue;
        }
        let [call] = taken[..] else {
            panic!("{file} is taken by {} calls", taken.len());
        };
        assert_eq!(value(call, "--content-type"), media_of(file), "{file}");
        let cache = Class::of(file, 200).cache_control();
        assert_eq!(value(call, "--cache-control"), cache, "{file}");
    }
    let last = calls.last().expect("a call");
    assert_eq!(last[2], "/dist/release.json", "it is the last");
    assert_eq!(last[3], "s3://bucket/lscb/release.json");
}
