//! Signatures: who can make one, and that minisign itself agrees.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use minisign::{KeyPair, PublicKey, SignatureBox};
use tempfile::TempDir;

use crate::command::{build, command, lscb, minimal, said};

/// A site with the key that `names` it, if any.
fn site(names: Option<&str>) -> TempDir {
    let folder = minimal();
    if let Some(key) = names {
        let settings = folder.path().join("content/site.toml");
        let text = fs::read_to_string(&settings).expect("settings");
        fs::write(settings, format!("signing_key = \"{key}\"\n{text}")).expect("settings");
    }
    build(folder.path());
    folder
}

/// A key without a password in a file, and its public half.
fn plain_key(folder: &Path) -> String {
    let keys = KeyPair::generate_unencrypted_keypair().expect("keys");
    let secret = keys.sk.to_box(None).expect("a box").into_string();
    fs::write(folder.join("board.key"), secret).expect("a file");
    keys.pk.to_base64()
}

fn signature(folder: &Path) -> PathBuf {
    folder.join("dist/release.json.minisig")
}

fn sign(folder: &Path, key: &str) -> (i32, String) {
    lscb(folder, &["sign", "--key", key])
}

fn verify(folder: &Path, key: &str) -> Result<(), String> {
    let key = PublicKey::from_base64(key).expect("a key");
    let signature = SignatureBox::from_file(signature(folder)).expect("a signature");
    assert!(!signature.is_prehashed(), "browsers have no BLAKE2b");
    let json = fs::read(folder.join("dist/release.json")).expect("a release");
    minisign::verify(&key, &signature, Cursor::new(json), true, false, true)
        .map_err(|error| error.to_string())
}

#[test]
fn a_signature_fits_its_key_and_its_release_and_no_other() {
    let folder = site(None);
    let key = plain_key(folder.path());
    let (code, said) = sign(folder.path(), "board.key");
    assert_eq!(code, 0, "{said}");
    assert!(said.contains(&format!("signing_key = \"{key}\"")), "{said}");
    verify(folder.path(), &key).expect("it fits");
    let other = KeyPair::generate_unencrypted_keypair().expect("keys");
    verify(folder.path(), &other.pk.to_base64()).expect_err("another key");

    let json = folder.path().join("dist/release.json");
    let text = fs::read_to_string(&json).expect("a release");
    fs::write(json, text.replace(r#""number":"1""#, r#""number":"2""#)).expect("a release");
    verify(folder.path(), &key).expect_err("another release");
}

/// The program that the instructions on the page name. `cargo xtask test` installs it.
#[test]
fn minisign_itself_agrees() {
    let Ok(version) = Command::new("minisign").arg("-v").output() else {
        eprintln!("minisign is not installed: not tried");
        return;
    };
    assert!(version.status.success());
    let folder = site(None);
    let minisign = |arguments: &[&str]| {
        let mut command = Command::new("minisign");
        command.args(arguments).current_dir(folder.path());
        let output = command.stdin(Stdio::null()).output();
        said(output.expect("minisign runs"))
    };
    let (code, said) = minisign(&["-G", "-W", "-p", "board.pub", "-s", "board.key"]);
    assert_eq!(code, 0, "{said}");
    let (code, said) = sign(folder.path(), "board.key");
    assert_eq!(code, 0, "{said}");
    let check = ["-V", "-p", "board.pub", "-m", "dist/release.json"];
    let (code, said) = minisign(&check);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("file:release.json"), "{said}");
    fs::write(folder.path().join("dist/release.json"), "{}").expect("a file");
    assert_eq!(minisign(&check).0, 1);
}

#[test]
fn the_same_key_on_the_same_day_makes_the_same_signature() {
    let folder = site(None);
    plain_key(folder.path());
    let mut made = Vec::new();
    for _ in 0..2 {
        let mut command = command(folder.path());
        command
            .args(["sign", "--key", "board.key"])
            .env("SOURCE_DATE_EPOCH", "1795598254");
        assert!(command.output().expect("the command runs").status.success());
        made.push(fs::read_to_string(signature(folder.path())).expect("a signature"));
    }
    assert_eq!(made[0], made[1]);
    assert!(made[0].contains("trusted comment: timestamp:1795598254\tfile:release.json"));
}

#[test]
fn a_password_is_taken_from_the_environment_and_a_wrong_one_is_named() {
    let folder = site(None);
    let keys = KeyPair::generate_encrypted_keypair(Some("swordfish".into())).expect("keys");
    let secret = keys.sk.to_box(None).expect("a box").into_string();
    fs::write(folder.path().join("board.key"), secret).expect("a file");
    let with = |password: Option<&str>| {
        let mut command = command(folder.path());
        command
            .args(["sign", "--key", "board.key"])
            .stdin(Stdio::null());
        if let Some(password) = password {
            command.env("LSCB_KEY_PASSWORD", password);
        }
        said(command.output().expect("the command runs"))
    };
    for (password, words) in [
        (
            Some("herring"),
            "The password is not that of board.key. Nothing was signed.",
        ),
        (None, "LSCB_KEY_PASSWORD"),
    ] {
        let (code, said) = with(password);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains(words), "{said}");
        assert!(!signature(folder.path()).exists());
    }
    let (code, said) = with(Some("swordfish"));
    assert_eq!(code, 0, "{said}");
    verify(folder.path(), &keys.pk.to_base64()).expect("it fits");
}

#[test]
fn what_cannot_be_signed_is_said_in_words() {
    let folder = site(None);
    plain_key(folder.path());
    let root = folder.path();
    fs::write(root.join("notes.txt"), "untrusted comment: x\nRWQ=\n").expect("a file");
    fs::write(root.join("one-line.txt"), "Hello.").expect("a file");
    for (key, words) in [
        (
            "absent.key",
            "The key absent.key cannot be read. `minisign -G",
        ),
        ("notes.txt", "notes.txt is not a secret key of minisign"),
        (
            "one-line.txt",
            "one-line.txt is not a secret key of minisign",
        ),
    ] {
        let (code, said) = sign(root, key);
        assert_eq!(code, 1, "{said}");
        assert!(
            said.contains(words) && said.contains("Nothing was signed"),
            "{said}"
        );
    }
    let (code, said) = lscb(root, &["sign", "--key", "board.key", "--dist", "content"]);
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("It is not a built site: it has no release.json."),
        "{said}"
    );
    assert!(!signature(root).exists());
}

#[test]
fn a_site_that_was_edited_by_hand_is_not_signed() {
    let folder = site(None);
    plain_key(folder.path());
    let edited = folder.path().join("dist/about/index.html");
    let text = fs::read_to_string(&edited).expect("a page");
    fs::write(edited, text.replace("About", "Above")).expect("a page");
    fs::remove_file(folder.path().join("dist/404.html")).expect("a file");
    let (code, said) = sign(folder.path(), "board.key");
    assert_eq!(code, 1, "{said}");
    for words in [
        "about/index.html: It is not the file that was built",
        "404.html: It is missing.",
        "2 problems in dist. Nothing was signed.",
    ] {
        assert!(said.contains(words), "{said}");
    }
    assert!(!signature(folder.path()).exists());
}

#[test]
fn a_site_is_signed_with_the_key_that_it_names_and_with_no_other() {
    let keys = TempDir::new().expect("a temporary folder");
    let key = plain_key(keys.path());
    let folder = site(Some(&key));
    let own = keys.path().join("board.key");
    let (code, said) = sign(folder.path(), own.to_str().expect("a path in UTF-8"));
    assert_eq!(code, 0, "{said}");
    assert!(!said.contains("signing_key"), "{said}");

    plain_key(folder.path());
    fs::remove_file(signature(folder.path())).expect("a signature");
    let (code, said) = sign(folder.path(), "board.key");
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("board.key is not the key of this site"),
        "{said}"
    );
    assert!(!signature(folder.path()).exists());
}
