//! Releases that follow each other: what is kept of the earlier ones, for how long, and what
//! of it must go.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::command::{command, copy, minimal, repo, said};

/// The day that a build is told of: so many days after 1 January 2026.
fn epoch(day: u64) -> String {
    ((20_454 + day) * 86_400).to_string()
}

/// A content folder, and the releases built of it.
struct Board {
    folder: TempDir,
}

impl Board {
    fn new() -> Self {
        Self { folder: minimal() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Changes the words of the first page, so that its bundle has another name.
    fn says(&self, words: &str) {
        let page = self.path("content/index.md");
        let text = fs::read_to_string(&page).expect("the first page");
        let front = text.split("+++").nth(1).expect("front matter");
        fs::write(page, format!("+++{front}+++\n\n{words}\n")).expect("the first page");
    }

    fn build(&self, out: &str, options: &[&str], day: Option<u64>) -> (i32, String) {
        let mut command = command(self.folder.path());
        command.args(["build", "--no-compress", "--out", out, "--app"]);
        command.arg(repo("tests/fixtures/app")).args(options);
        if let Some(day) = day {
            command.env("SOURCE_DATE_EPOCH", epoch(day));
        }
        said(command.output().expect("the command runs"))
    }

    fn release(&self, out: &str, options: &[&str], day: Option<u64>) {
        let (code, said) = self.build(out, options, day);
        assert_eq!(code, 0, "{said}");
    }

    fn json(&self, file: &str) -> Value {
        let text = fs::read_to_string(self.path(file)).expect(file);
        serde_json::from_str(&text).expect("JSON")
    }

    fn manifest(&self, out: &str) -> (String, Value) {
        let release = self.json(&format!("{out}/release.json"));
        let file = format!("{out}/{}", text(&release["manifest"]["file"]));
        (file.clone(), self.json(&file))
    }

    /// What a release keeps: each path and the day.
    fn kept(&self, out: &str) -> Vec<(String, Option<String>)> {
        let (_, manifest) = self.manifest(out);
        let entry = |kept: &Value| {
            let since = kept["since"].as_str().map(str::to_owned);
            (text(&kept["file"]["file"]).to_owned(), since)
        };
        let kept = manifest["kept"].as_array();
        kept.into_iter().flatten().map(entry).collect()
    }
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn hashed(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for part in ["assets", "content", "search/index"] {
        for entry in fs::read_dir(folder.join(part)).expect("a folder") {
            let name = entry.expect("an entry").file_name();
            found.insert(format!("{part}/{}", name.to_string_lossy()));
        }
    }
    found
}

#[test]
fn documents_of_an_earlier_release_still_get_their_files() {
    let board = Board::new();
    board.release("one", &[], Some(1));
    board.says("Second.");
    board.release("two", &["--previous", "one"], Some(11));
    let (one, two) = (hashed(&board.path("one")), hashed(&board.path("two")));
    assert!(one.is_subset(&two), "{one:#?} {two:#?}");
    for path in &one {
        let read = |out: &str| fs::read(board.path(out).join(path)).expect("a file");
        assert_eq!(read("one"), read("two"), "{path}");
    }

    // The bundle, the index and the manifest are no longer asked for; the app still is.
    let kept = board.kept("two");
    assert_eq!(kept.len(), 3, "{kept:?}");
    assert!(
        kept.iter()
            .all(|(_, since)| since.as_deref() == Some("2026-01-12")),
        "{kept:?}"
    );
    assert!(kept.iter().all(|(path, _)| one.contains(path)), "{kept:?}");
    let release = board.json("two/release.json");
    assert_eq!(
        (text(&release["number"]), text(&release["published"])),
        ("2", "2026-01-12")
    );

    // A third release keeps those of the first for as long.
    board.says("Third.");
    board.release("three", &["--previous", "two"], Some(21));
    let three = board.kept("three");
    assert_eq!(three.len(), 6, "{three:?}");
    assert!(kept.iter().all(|entry| three.contains(entry)), "{three:?}");
    assert_eq!(text(&board.json("three/release.json")["number"]), "3");
}

#[test]
fn what_was_kept_long_enough_is_dropped() {
    let board = Board::new();
    board.release("one", &[], Some(1));
    board.says("Second.");
    board.release("two", &["--previous", "one"], Some(1));
    board.says("Third.");
    for (options, day, kept) in [
        (&["--previous", "two"][..], 91, 6),
        (&["--previous", "two"], 92, 3),
        (&["--previous", "two", "--keep-days", "91"], 92, 6),
        (&["--previous", "two", "--keep-days", "0"], 1, 6),
        (&["--previous", "two", "--keep-days", "0"], 2, 3),
    ] {
        board.release("three", options, Some(day));
        assert_eq!(board.kept("three").len(), kept, "{options:?} on day {day}");
    }
}

#[test]
fn without_a_day_nothing_is_dropped_and_the_next_build_that_knows_it_counts_from_there() {
    let board = Board::new();
    board.release("one", &[], None);
    assert!(board.json("one/release.json").get("published").is_none());
    board.says("Second.");
    board.release("two", &["--previous", "one"], None);
    assert!(board.kept("two").iter().all(|(_, since)| since.is_none()));
    board.says("Third.");
    board.release("three", &["--previous", "two", "--keep-days", "0"], Some(5));
    let three = board.kept("three");
    assert_eq!(three.len(), 6);
    assert!(
        three
            .iter()
            .all(|(_, since)| since.as_deref() == Some("2026-01-06")),
        "{three:?}"
    );
}

#[test]
fn a_file_that_is_asked_for_again_is_no_longer_only_kept() {
    let board = Board::new();
    board.says("First.");
    board.release("one", &[], Some(1));
    board.says("Second.");
    board.release("two", &["--previous", "one"], Some(2));
    board.says("First.");
    board.release("three", &["--previous", "two"], Some(3));
    let (one, three) = (
        board.json("one/release.json"),
        board.json("three/release.json"),
    );
    assert_eq!(
        one["release"], three["release"],
        "the same site has the same id"
    );
    assert_eq!(text(&three["number"]), "3", "and is newer all the same");
    let kept = board.kept("three");
    let bundle = text(&one["bundles"][0]["file"]);
    assert!(kept.iter().all(|(path, _)| path != bundle), "{kept:?}");
}

#[test]
fn the_same_content_and_the_same_earlier_release_give_the_same_bytes() {
    let board = Board::new();
    board.release("one", &[], Some(1));
    board.says("Second.");
    for out in ["two", "again"] {
        board.release(out, &["--previous", "one"], Some(9));
    }
    assert_eq!(board.manifest("two").1, board.manifest("again").1);
    let read = |out: &str| fs::read(board.path(out).join("release.json")).expect("a release");
    assert_eq!(read("two"), read("again"));
    // Over the earlier release itself, too.
    copy(&board.path("one"), &board.path("dist"));
    board.release("dist", &["--previous", "dist"], Some(9));
    assert_eq!(read("two"), read("dist"));
}

#[test]
fn the_folder_may_be_named_by_the_environment_as_trunks_hook_needs_it() {
    let board = Board::new();
    board.release("one", &[], Some(1));
    let mut command = command(board.folder.path());
    command.args(["build", "--no-compress", "--out", "two", "--app"]);
    command
        .arg(repo("tests/fixtures/app"))
        .env("LSCB_PREVIOUS", "one");
    assert!(command.status().expect("the command runs").success());
    assert_eq!(text(&board.json("two/release.json")["number"]), "2");
}

#[test]
fn a_change_of_any_published_file_is_another_release() {
    let board = Board::new();
    let app = board.path("shell");
    copy(&repo("tests/fixtures/app"), &app);
    let mut ids = BTreeSet::new();
    let mut build = |changed: &str| {
        let options = ["--app", "shell"];
        let mut command = command(board.folder.path());
        command
            .args(["build", "--no-compress", "--out", "site"])
            .args(options);
        assert!(command.status().expect("the command runs").success());
        let release = board.json("site/release.json");
        assert!(
            ids.insert(text(&release["release"]).to_owned()),
            "{changed}"
        );
    };
    build("nothing yet");
    fs::write(app.join("icon.svg"), "<svg/>").expect("a file");
    build("the icon");
    fs::write(app.join("robots.txt"), "User-agent: *").expect("a file");
    build("robots.txt");
    board.says("Other words.");
    build("a page");
}

/// A review with a report, of the whole site, so that there is a page which lists it.
fn board_with_a_review() -> Board {
    let folder = TempDir::new().expect("a temporary folder");
    copy(&repo("content"), &folder.path().join("content"));
    let board = Board { folder };
    fs::create_dir_all(board.path("content/documents")).expect("a folder");
    fs::copy(
        repo("tests/fixtures/two-pages.pdf"),
        board.path("content/documents/report-on-someone.pdf"),
    )
    .expect("a report");
    let documents = board.path("content/records/documents.toml");
    let mut text = fs::read_to_string(&documents).expect("documents");
    text.push_str(
        "\n[[document]]\nslug = \"report-on-someone\"\ntitle = \"The report\"\ntype = \"report\"\n\
         owner = \"sefton-lscb\"\nfile = \"report-on-someone.pdf\"\n",
    );
    fs::write(documents, text).expect("documents");
    board.review("live");
    board
}

impl Board {
    fn review(&self, status: &str) {
        fs::write(
            self.path("content/reviews/someone.md"),
            format!(
                "+++\ntitle = \"The case of Someone\"\nkind = \"serious-case-review\"\n\
                 date = \"2018-02\"\nstatus = \"{status}\"\n\
                 attachments = [{{ role = \"report\", document = \"report-on-someone\" }}]\n+++\n\n\
                 Read [the report](document:report-on-someone).\n"
            ),
        )
        .expect("a review");
    }
}

#[test]
fn nothing_that_may_hold_a_withdrawn_review_is_kept() {
    let board = board_with_a_review();
    board.release("one", &[], None);
    assert!(board.path("one/documents/report-on-someone.pdf").is_file());
    assert!(board.json("one/release.json").get("withdrawn").is_none());

    board.review("withdrawn");
    board.release("two", &["--previous", "one"], None);
    let release = board.json("two/release.json");
    let gone = "/learning-from-reviews/#withdrawn-2018-02";
    assert_eq!(release["withdrawn"], serde_json::json!([gone]));
    assert_eq!(board.kept("two"), []);
    for path in hashed(&board.path("two")) {
        let bytes = fs::read(board.path("two").join(&path)).expect("a file");
        assert!(
            !String::from_utf8_lossy(&bytes)
                .to_lowercase()
                .contains("someone"),
            "{path}"
        );
    }

    // From then on files are kept as ever.
    let home = board.path("content/index.md");
    let text = fs::read_to_string(&home)
        .expect("a page")
        .replace("Welcome.", "Hello.");
    fs::write(home, text).expect("a page");
    board.release("three", &["--previous", "two"], None);
    assert_eq!(board.kept("three").len(), 3);
    // But not if the release with the review is named once more.
    board.release("four", &["--previous", "one"], None);
    assert_eq!(board.kept("four"), []);
}

#[test]
fn what_is_not_the_earlier_release_as_it_was_built_is_refused() {
    let board = Board::new();
    board.release("one", &[], Some(1));
    let refused = |folder: &str, expected: &[&str]| {
        let (code, said) = board.build("two", &["--previous", folder], Some(2));
        assert_eq!(code, 1, "{said}");
        for words in expected {
            assert!(said.contains(words), "{words} is not in: {said}");
        }
        assert!(said.contains("Nothing was written."), "{said}");
        assert!(!board.path("two").exists() && !board.path(".two.new").exists());
    };
    refused("absent", &["There is no such folder."]);
    refused(
        "content",
        &[
            "It is not a built site: it has no release.json.",
            "1 problem in content",
        ],
    );

    let spoil = |name: &str, work: &dyn Fn(&Path)| {
        copy(&board.path("one"), &board.path(name));
        work(&board.path(name));
    };
    let manifest = board.manifest("one").0.replacen("one/", "", 1);
    spoil("edited", &|root| {
        fs::write(root.join("index.html"), "Edited.").expect("a file");
        fs::remove_file(root.join("404.html")).expect("a file");
    });
    refused(
        "edited",
        &[
            "index.html: It is not the file that was built: its bytes are others.",
            "404.html: It is missing.",
            "2 problems in edited",
        ],
    );
    spoil("damaged", &|root| {
        fs::write(root.join(&manifest), "{}").expect("a file");
    });
    refused("damaged", &[&manifest, "It is not the file that was built"]);
    spoil("foreign", &|root| {
        fs::write(root.join("release.json"), r#"{"format":"other"}"#).expect("a file");
    });
    refused("foreign", &["release.json: It is damaged, or no such file"]);
    spoil("hostile", &|root| {
        let path = root.join("release.json");
        let text = fs::read_to_string(&path).expect("a release");
        let text = text.replace(&manifest, "assets/../../secret");
        let text = text.replace(r#""number":"1""#, r#""number":"-1""#);
        fs::write(path, text).expect("a release");
    });
    refused(
        "hostile",
        &[
            "“assets/../../secret” is not the path of a file inside the site",
            "Its number, “-1”, is not a whole number from 1.",
        ],
    );
    #[cfg(unix)]
    {
        spoil("linked", &|root| {
            fs::remove_file(root.join("icon.svg")).expect("a file");
            let secret = board.path("content/site.toml");
            std::os::unix::fs::symlink(secret, root.join("icon.svg")).expect("a link");
        });
        refused(
            "linked",
            &["icon.svg: A symbolic link leads out of the folder."],
        );
    }
}

/// As a full disk does, the system refuses to write more: here after 16 kB in one file.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fills_loses_nothing() {
    let board = Board::new();
    board.release("site", &[], Some(1));
    let before = fs::read(board.path("site/release.json")).expect("a release");
    board.says(&"More words than there is room for. ".repeat(2_000));
    let app = repo("tests/fixtures/app");
    let line = format!(
        "trap '' XFSZ; ulimit -f 32; exec {} build --no-compress --out site --app {}",
        env!("CARGO_BIN_EXE_lscb"),
        app.display()
    );
    let output = std::process::Command::new("sh")
        .args(["-c", &line])
        .current_dir(board.folder.path())
        .output();
    let (code, said) = said(output.expect("a shell"));
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("cannot write") && said.contains("too large"),
        "{said}"
    );
    assert_eq!(
        fs::read(board.path("site/release.json")).expect("a release"),
        before
    );
    assert!(
        !board.path(".site.new").exists(),
        "something was left behind"
    );
}
