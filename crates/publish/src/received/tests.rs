use super::*;

const SHA: &str = "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=";

/// A sound release with one text replaced.
fn release_with(from: &str, to: &str) -> Result<Release, Problems> {
    let sound = format!(
        r#"{{"format":"lscb-release/1","release":"0123456789abcdef","number":"7","title":"A site",
        "bundles":[{{"from":"/","file":"content/home.0123.json","integrity":"{SHA}","size":"10"}}],
        "search":{{"file":"search/index/manifest-0123.bin","integrity":"{SHA}","size":"10"}},
        "published":"2026-11-25",
        "manifest":{{"file":"assets/manifest.0123.json","integrity":"{SHA}","size":"10"}}}}"#
    );
    assert!(sound.contains(from), "{from}");
    release(sound.replacen(from, to, 1).as_bytes())
}

fn manifest_with(from: &str, to: &str) -> Result<Manifest, Problems> {
    let sound = format!(
        r#"{{"format":"lscb-manifest/1",
        "files":[{{"file":"index.html","integrity":"{SHA}","size":"10"}}],
        "kept":[{{"file":{{"file":"assets/old.0123.js","integrity":"{SHA}","size":"10"}},
        "since":"2026-11-25"}}],"inline":{{"scripts":["{SHA}"],"styles":[]}},
        "inline_before":{{"scripts":[],"styles":["{SHA}"]}},
        "moved":[{{"from":"old/page","to":"/page/"}},{{"from":"lscb","to":"/"}}]}}"#
    );
    assert!(sound.contains(from), "{from}");
    manifest(sound.replacen(from, to, 1).as_bytes())
}

fn only<T: std::fmt::Debug>(read: Result<T, Problems>) -> String {
    let mut problems = read.expect_err("it is not sound");
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.remove(0)
}

#[test]
fn what_is_sound_is_read() {
    assert_eq!(
        release_with("A site", "A site").expect("a release").number,
        "7"
    );
    assert_eq!(manifest_with("", "").expect("a manifest").kept.len(), 1);
    // What a later version adds is passed over.
    assert!(release_with(r#""title""#, r#""colour":{"a":[1,null,2.5,true]},"title""#).is_ok());
}

#[test]
fn a_member_that_is_there_twice_is_refused_wherever_it_is() {
    for (from, to) in [
        (r#""number":"7""#, r#""number":"7","number":"8""#),
        (
            r#""number":"7""#,
            r#""number":"7","colour":{"a":1,"b":2,"a":3}"#,
        ),
        // The same name, written otherwise.
        (r#""number":"7""#, r#""number":"7","n\u0075mber":"8""#),
    ] {
        let problem = only(release_with(from, to));
        assert!(problem.contains("is there twice"), "{problem}");
    }
}

#[test]
fn what_is_long_or_deep_is_refused_before_it_costs_anything() {
    let deep = format!(
        r#""number":"7","deep":{}{}"#,
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let problem = only(release_with(r#""number":"7""#, &deep));
    assert!(problem.contains("too deep in each other"), "{problem}");

    let problem = only(release(&vec![b' '; MAX_RELEASE as usize + 1]));
    assert!(problem.contains("too large"), "{problem}");
}

#[test]
fn what_is_no_json_is_refused() {
    for text in [
        "",
        "{",
        "[]",
        "null",
        "<!doctype html>",
        "{}{}",
        "\u{feff}{}",
    ] {
        let problem = only(release(text.as_bytes()));
        assert!(
            problem.starts_with("It is damaged, or no such file"),
            "{text}: {problem}"
        );
    }
    assert!(release(b"\xff\xfe{}").is_err());
}

#[test]
fn paths_that_lead_out_of_the_site_are_refused() {
    for path in [
        "",
        "/",
        "/etc/passwd",
        "../secret",
        "a/../../b",
        "a/./b",
        "a//b",
        "a/",
        "a\\\\b",
        "..",
        "C:/x",
        "javascript:x",
        "a\\u0000b",
        "a\\nb",
        "//host/x",
    ] {
        let problem = only(manifest_with("index.html", path));
        assert!(
            problem.contains("is not the path of a file inside the site"),
            "{path}: {problem}"
        );
    }
    for path in [
        "a b.pdf",
        ".well-known/security.txt",
        "documents/Überblick (1).pdf",
        "a..b",
    ] {
        assert!(manifest_with("index.html", path).is_ok(), "{path}");
    }
    let long = "a/".repeat(2_000) + "a";
    assert!(manifest_with("index.html", &long).is_err());
}

#[test]
fn only_files_with_their_hash_in_their_name_can_be_kept() {
    for path in [
        "index.html",
        "search/index.html",
        "content/a/b.json",
        "documents/a.pdf",
    ] {
        let read = manifest_with("assets/old.0123.js", path);
        assert!(
            read.expect_err(path)
                .iter()
                .any(|it| it.contains("cannot be kept")),
            "{path}"
        );
    }
}

#[test]
fn a_file_that_is_listed_twice_is_refused() {
    let problem = only(manifest_with("index.html", "assets/old.0123.js"));
    assert_eq!(problem, "assets/old.0123.js: It is listed twice.");
}

#[test]
fn numbers_sizes_days_hashes_and_formats_are_checked() {
    for (from, to, part) in [
        (r#""7""#, r#""0""#, "whole number from 1"),
        (r#""7""#, r#""07""#, "whole number from 1"),
        (r#""7""#, r#""+7""#, "whole number from 1"),
        (r#""7""#, r#""-1""#, "whole number from 1"),
        (r#""7""#, r#""99999999999999999999""#, "whole number from 1"),
        (r#""7""#, r#""9007199254740993""#, "whole number from 1"),
        (r#""10""#, r#""1e3""#, "is not a number up to"),
        (r#""10""#, r#""99999999999""#, "is not a number up to"),
        ("2026-11-25", "2026-02-30", "is not a day"),
        ("2026-11-25", "2026-11", "is not a day"),
        ("sha256-q", "sha256-", "is not a SHA-256"),
        ("sha256-q", "md5-q", "is not a SHA-256"),
        (
            "0123456789abcdef",
            "0123456789ABCDEF",
            "16 hexadecimal digits",
        ),
        ("lscb-release/1", "lscb-release/2", "of another version"),
        (
            "content/home.0123.json",
            "assets/home.0123.json",
            "not where this program puts",
        ),
        (
            "search/index/manifest-0123.bin",
            "search/index.html",
            "not where this program puts",
        ),
    ] {
        let problem = only(release_with(from, to));
        assert!(problem.contains(part), "{to}: {problem}");
    }
}

#[test]
fn what_would_reach_a_hosts_headers_is_a_hash() {
    let problem = only(manifest_with(
        &format!(r#"["{SHA}"]"#),
        r#"["x'; script-src *"]"#,
    ));
    assert!(problem.contains("is not a SHA-256"), "{problem}");
}

#[test]
fn all_problems_are_told_at_once() {
    let problems = release_with(r#""7","title":"A site""#, r#""x","title":"A site""#);
    assert_eq!(problems.expect_err("a number").len(), 1);
    let both = release(br#"{"format":"x","release":"y","number":"z","title":"","bundles":[]}"#);
    assert_eq!(both.expect_err("all is wrong").len(), 4);
}

#[test]
fn a_terminal_is_shown_no_control_characters() {
    let problem = only(manifest_with("index.html", "\\u001b[2J/../x"));
    assert!(!problem.contains('\u{1b}'), "{problem}");
}

/// They stand in the configuration of hosts, where a semicolon or a quote would end a rule.
#[test]
fn old_addresses_that_could_mean_something_to_a_host_are_refused() {
    for (from, to) in [
        ("old/page", "old/page; return 200"),
        ("old/page", "old\\\"page"),
        ("old/page", "/old/page"),
        ("old/page", "old/../page"),
        ("old/page", "old page"),
        ("/page/", "//example.org/"),
        ("/page/", "https://example.org/"),
        ("/page/", "/page"),
        ("/page/", "/../page/"),
        ("/page/", "/page/\\n301"),
    ] {
        let quoted = |text: &str| format!("\"{text}\"");
        let problem = only(manifest_with(&quoted(from), &quoted(to)));
        assert!(
            problem.ends_with("are not an old address and a page."),
            "{problem}"
        );
    }
}
