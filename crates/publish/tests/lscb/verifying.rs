//! `lscb verify` in front of hosts that are right, and of hosts that are wrong in every way
//! that it names.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;

use minisign::KeyPair;
use tempfile::TempDir;

use crate::command::{built, copy, copy_of, lscb, repo};
use crate::middlebox::{Answer, Middlebox, Preview};

fn verify(folder: &Path, url: &str, options: &[&str]) -> (i32, String) {
    lscb(folder, &[&["verify", url], options].concat())
}

/// Sefton's site, with old addresses and everything, after a release before it.
fn sefton() -> TempDir {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    copy_of(&MADE, "sefton", |folder| {
        copy(&repo("content"), &folder.join("content"));
        let app = repo("tests/fixtures/app");
        let app = app.to_str().expect("a path in UTF-8");
        let build = |options: &[&str]| {
            let (code, said) = lscb(folder, &[&["build", "--app", app], options].concat());
            assert_eq!(code, 0, "{said}");
        };
        // Nobody asks for this one.
        build(&["--out", "before", "--no-compress"]);
        let page = folder.join("content/index.md");
        let text = fs::read_to_string(&page).expect("a page");
        fs::write(page, text.replace("Welcome.", "Hello.")).expect("a page");
        build(&["--out", "dist", "--previous", "before"]);
    })
}

#[test]
fn a_host_that_is_right_in_everything_is_said_to_be_so_under_any_path() {
    let folder = sefton();
    for base in ["/", "/a/b/"] {
        let preview = Preview::of(folder.path(), base);
        // Without the slash at its end it is the same site.
        let url = preview.url.trim_end_matches('/');
        for (url, options) in [(preview.url.as_str(), &[][..]), (url, &["--dist", "dist"])] {
            let (code, said) = verify(folder.path(), url, options);
            assert_eq!(code, 0, "{said}");
            assert!(
                said.contains("byte for byte, sent as they should be."),
                "{said}"
            );
            assert!(said.contains("number 2:"), "{said}");
        }
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

fn is_wasm(answer: &Answer) -> bool {
    answer.path.ends_with(".wasm")
}

fn has(answer: &Answer, encoding: &str) -> bool {
    answer
        .headers
        .get("content-encoding")
        .is_some_and(|it| it == encoding)
}

type Spoil = fn(&mut Answer);

/// Every way to be wrong, and what is said of it.
const FAULTS: &[(&str, Spoil)] = &[
    ("embed.js: It is missing.", |answer| {
        if answer.path == "embed.js" {
            answer.status = 404;
        }
    }),
    ("embed.js: The host answers with status 500.", |answer| {
        if answer.path == "embed.js" {
            answer.status = 500;
        }
    }),
    ("icon.svg: Its bytes are others", |answer| {
        if answer.path == "icon.svg" {
            answer.body = vec![b'x'; 5_000];
            answer.headers.remove("content-encoding");
        }
    }),
    ("icon.svg: It is cut, or another file: 10 of ", |answer| {
        if answer.path == "icon.svg" && answer.accept_encoding == "identity" {
            answer.body.truncate(10);
        }
    }),
    (
        "about/index.html: It is another page, or one that was changed, of release ",
        |answer| {
            if answer.path == "about/" && answer.accept_encoding == "identity" {
                let text = String::from_utf8_lossy(&answer.body).replace("About", "Above");
                answer.body = text.into_bytes();
            }
        },
    ),
    (": A page comes in its place.", |answer| {
        if answer.path.starts_with("content/") {
            answer.body = b"<!DOCTYPE html><title>Sign in</title>".to_vec();
            answer.headers.remove("content-encoding");
        }
    }),
    (
        ": The host answers with status 302, to https://login.example/.",
        |answer| {
            if answer.path.starts_with("search/index/") {
                answer.status = 302;
                answer.say("location", "https://login.example/");
            }
        },
    ),
    (
        "about/index.html: The host answers with status 301, to /.",
        |answer| {
            if answer.path == "about/" {
                answer.status = 301;
                answer.say("location", "/");
            }
        },
    ),
    (
        ": It is compressed twice (Content-Encoding: gzip): gzip is inside.",
        |answer| {
            if is_wasm(answer) && has(answer, "gzip") {
                answer.body = gzip(&answer.body);
            }
        },
    ),
    (
        ": It is compressed twice (Content-Encoding: gzip): br is inside.",
        |answer| {
            if is_wasm(answer) && has(answer, "br") {
                answer.body = gzip(&answer.body);
                answer.say("content-encoding", "gzip");
            }
        },
    ),
    (": It is compressed (gzip) without saying so.", |answer| {
        if is_wasm(answer) && has(answer, "gzip") {
            answer.headers.remove("content-encoding");
        }
    }),
    (
        ": It is said to be compressed (Content-Encoding: gzip), and is not.",
        |answer| {
            if is_wasm(answer) && answer.accept_encoding == "identity" {
                answer.say("content-encoding", "gzip");
            }
        },
    ),
    (": It cannot be decoded (Content-Encoding: br).", |answer| {
        if is_wasm(answer) && has(answer, "br") {
            answer.body = b"nonsense".to_vec();
        }
    }),
    (
        ": It comes as gzip to browsers that did not ask for it (identity).",
        |answer| {
            if is_wasm(answer) && answer.accept_encoding == "identity" {
                answer.body = gzip(&answer.body);
                answer.say("content-encoding", "gzip");
            }
        },
    ),
    (
        ": It comes in several encodings without “Vary: Accept-Encoding”.",
        |answer| {
            answer.headers.remove("vary");
        },
    ),
    (
        ": Its type is text/plain and should be application/wasm.",
        |answer| {
            if is_wasm(answer) {
                answer.say("content-type", "text/plain");
            }
        },
    ),
    (
        ": It comes without a type; it should be application/wasm.",
        |answer| {
            if is_wasm(answer) {
                answer.headers.remove("content-type");
            }
        },
    ),
    (
        "text/html; charset=latin-1 and should be text/html; charset=utf-8.",
        |answer| {
            if answer.path == "about/" {
                answer.say("content-type", "text/html; charset=latin-1");
            }
        },
    ),
    (
        ": There is no Content-Security-Policy; it should be: default-src 'none'",
        |answer| {
            answer.headers.remove("content-security-policy");
        },
    ),
    (
        ": Referrer-Policy is “unsafe-url” and should be: same-origin",
        |answer| {
            answer.say("referrer-policy", "unsafe-url");
        },
    ),
    (
        ": Cache-Control is “max-age=60” and should be: public, max-age=31536000",
        |answer| {
            if answer.path.starts_with("assets/") {
                answer.say("cache-control", "max-age=60");
            }
        },
    ),
    (
        "an address without a page: Cache-Control is “public, max-age=31536000, immutable” and \
         should be: no-store",
        |answer| {
            if answer.status == 404 {
                answer.say("cache-control", "public, max-age=31536000, immutable");
            }
        },
    ),
    (
        "an address without a page: The host answers with status 200 and not 404.",
        |answer| {
            if answer.status == 404 {
                answer.status = 200;
            }
        },
    ),
    (
        "an address without a page: The site’s own page does not come (404.html).",
        |answer| {
            if answer.status == 404 {
                answer.body = b"Not Found".to_vec();
            }
        },
    ),
];

#[test]
fn every_fault_of_a_host_is_named() {
    let folder = built();
    let preview = Preview::of(folder.path(), "/");
    let unnamed_among = |faults: &[(&str, Spoil)]| {
        let mut unnamed = String::new();
        for (expected, spoil) in faults {
            let host = Middlebox::before(&preview.url, *spoil);
            let (code, said) = verify(folder.path(), &host.url, &["--dist", "dist"]);
            if code != 1 || !said.contains(expected) {
                unnamed.push_str(&format!("{expected}\nbut exit code {code}:\n{said}\n"));
            }
        }
        unnamed
    };
    // It is the longest test of its file by far.
    let (some, others) = FAULTS.split_at(FAULTS.len() / 2);
    let unnamed = thread::scope(|scope| {
        let others = scope.spawn(|| unnamed_among(others));
        unnamed_among(some) + &others.join().expect("an end")
    });
    assert_eq!(unnamed, "");
}

#[test]
fn what_a_host_may_do_otherwise_is_no_difference() {
    let folder = built();
    let preview = Preview::of(folder.path(), "/");
    let host = Middlebox::before(&preview.url, |answer| {
        // The same list in another order, the same type by an older name.
        if let Some(cache) = answer.headers.get("cache-control").cloned() {
            let cache = cache.to_str().expect("text").to_owned();
            let turned: Vec<&str> = cache
                .split(", ")
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect();
            answer.say("cache-control", &turned.join(","));
        }
        if answer.path.ends_with(".js") && answer.status == 200 {
            answer.say("content-type", "application/javascript");
        }
        answer.say("server", "another");
    });
    let (code, said) = verify(folder.path(), &host.url, &[]);
    assert_eq!(code, 0, "{said}");
}

#[test]
fn one_sentence_is_said_once_for_many_files() {
    let folder = built();
    let preview = Preview::of(folder.path(), "/");
    let host = Middlebox::before(&preview.url, |answer| {
        answer.headers.remove("x-content-type-options");
    });
    let (_, said) = verify(folder.path(), &host.url, &[]);
    assert_eq!(
        said.matches("There is no X-Content-Type-Options").count(),
        1,
        "{said}"
    );
    assert!(
        said.contains(" more: There is no X-Content-Type-Options"),
        "{said}"
    );
}

#[test]
fn a_host_with_another_release_than_the_folder_differs() {
    let folder = sefton();
    let root = folder.path();
    let preview = Preview::of(root, "/");
    let (code, said) = verify(root, &preview.url, &["--dist", "before"]);
    assert_eq!(code, 1, "{said}");
    for words in [
        ", number 2: a newer one.",
        " more: It is another page, or one that was changed",
        ", number 1.\n",
    ] {
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn a_signature_is_held_against_the_key() {
    let folder = built();
    let root = folder.path();
    let keys = KeyPair::generate_unencrypted_keypair().expect("keys");
    let secret = keys.sk.to_box(None).expect("a box").into_string();
    fs::write(root.join("board.key"), secret).expect("a file");
    fs::write(
        root.join("board.pub"),
        keys.pk.to_box().expect("a box").into_string(),
    )
    .expect("a file");
    let key = keys.pk.to_base64();
    let preview = Preview::of(root, "/");
    let (code, said) = verify(root, &preview.url, &["--key", &key]);
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("release.json.minisig: The release is not signed."),
        "{said}"
    );

    let (code, said) = lscb(root, &["sign", "--key", "board.key"]);
    assert_eq!(code, 0, "{said}");
    for key in [key.as_str(), "board.pub"] {
        let (code, said) = verify(root, &preview.url, &["--key", key]);
        assert_eq!(code, 0, "{said}");
        assert!(
            said.contains("The signature fits the key (timestamp:"),
            "{said}"
        );
    }
    let other = KeyPair::generate_unencrypted_keypair()
        .expect("keys")
        .pk
        .to_base64();
    let (code, said) = verify(root, &preview.url, &["--key", &other]);
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("release.json.minisig: It does not fit"),
        "{said}"
    );
}

#[test]
fn what_cannot_be_told_is_no_difference() {
    let folder = built();
    let root = folder.path();
    // Nobody listens there any more.
    let gone = Preview::of(root, "/").url.clone();
    let preview = Preview::of(root, "/");
    let empty = Middlebox::before(&preview.url, |answer| {
        if answer.path == "release.json" {
            answer.body = b"<!doctype html>".to_vec();
            answer.headers.remove("content-encoding");
        }
    });
    let hostile = Middlebox::before(&preview.url, |answer| {
        if answer.path == "release.json" {
            let text = String::from_utf8_lossy(&answer.body);
            answer.body = text
                .replace("assets/manifest", "../../manifest")
                .into_bytes();
        }
    });
    copy(&root.join("dist"), &root.join("edited"));
    fs::write(root.join("edited/404.html"), "Edited.").expect("a file");
    for (url, options, words) in [
        (gone.as_str(), &[][..], "did not come"),
        (&gone, &["--dist", "dist"], "did not come"),
        (
            &empty.url,
            &[],
            "release.json: It is damaged, or no such file",
        ),
        (
            &hostile.url,
            &[],
            "is not the path of a file inside the site",
        ),
        ("www.example.org", &[], "is not the address of a site"),
        ("file:///etc/", &[], "is not the address of a site"),
        ("http://127.0.0.1/?a=b", &[], "is not the address of a site"),
        (
            &preview.url,
            &["--dist", "absent"],
            "There is no such folder.",
        ),
        (
            &preview.url,
            &["--dist", "edited"],
            "404.html: It is not the file that was built",
        ),
        (
            &preview.url,
            &["--key", "RWQ"],
            "is not a public key of minisign",
        ),
    ] {
        let (code, said) = verify(root, url, options);
        assert_eq!(code, 2, "{url} {options:?}: {said}");
        assert!(said.contains(words), "{url} {options:?}: {said}");
    }
}
