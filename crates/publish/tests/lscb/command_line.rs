//! Building, checking and serving.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::command::{build, built, copy, lscb, minimal, repo};
use crate::middlebox::Preview;

/// Builds what cannot be built: the exact words, exit code 1, and no file written.
fn check_refused(folder: &Path, expected: &str) {
    let app = repo("tests/fixtures/app");
    let app = app.to_str().expect("a path in UTF-8");
    let before = fs::read_dir(folder).expect("a folder").count();
    for arguments in [&["check"][..], &["build", "--app", app, "--no-compress"]] {
        let (code, said) = lscb(folder, arguments);
        assert_eq!(said.trim_end(), expected, "{arguments:?}");
        assert_eq!(code, 1, "{arguments:?}");
        assert_eq!(
            fs::read_dir(folder).expect("a folder").count(),
            before,
            "{arguments:?} wrote"
        );
    }
}

#[test]
fn good_content_is_counted_and_built() {
    let folder = minimal();
    let (code, said) = lscb(folder.path(), &["check"]);
    assert_eq!((code, said.as_str()), (0, "2 pages, no problems.\n"));
    let app = repo("tests/fixtures/app");
    let arguments = [
        "build",
        "--out",
        "site",
        "--app",
        app.to_str().expect("a path in UTF-8"),
    ];
    let (code, said) = lscb(folder.path(), &arguments);
    assert_eq!(code, 0, "{said}");
    for name in [
        "index.html",
        "index.html.br",
        "index.html.gz",
        "index.html.zst",
        "release.json.br",
    ] {
        assert!(
            folder.path().join("site").join(name).is_file(),
            "{name} is missing"
        );
    }
}

#[test]
fn a_pdf_without_text_is_told_of_and_is_no_problem() {
    let folder = minimal();
    let content = folder.path().join("content");
    let record = "[[document]]\nslug = \"plan\"\ntitle = \"Plan\"\ntype = \"plan\"\n\
                  owner = \"OWNER\"\nfile = \"plan.pdf\"\n";
    let bodies = fs::read_to_string(content.join("records/bodies.toml")).expect("bodies");
    let owner = bodies.split('"').nth(1).expect("a slug");
    let record = record.replace("OWNER", owner);
    fs::write(content.join("records/documents.toml"), record).expect("a record");
    fs::create_dir(content.join("documents")).expect("a folder");
    fs::write(content.join("documents/plan.pdf"), "%PDF-1.4").expect("a file");
    let about = fs::read_to_string(content.join("about.md")).expect("a page");
    let about = about + "\n[The plan](document:plan)\n";
    fs::write(content.join("about.md"), about).expect("a page");
    let (code, said) = lscb(folder.path(), &["check"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(
        said,
        "2 pages, no problems.\n\
         content/documents/plan.pdf: Search finds it by its title alone, because no text can be \
         read in it. If it is scanned or locked, publish a version with text.\n"
    );
}

#[test]
fn a_file_that_no_record_names_is_told_of_and_is_no_problem() {
    let folder = minimal();
    let documents = folder.path().join("content/documents");
    fs::create_dir(&documents).expect("a folder");
    fs::write(documents.join("plan.pdf"), "%PDF-1.4").expect("a file");
    let (code, said) = lscb(folder.path(), &["check"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(
        said,
        "2 pages, no problems.\n\
         content/documents/plan.pdf: It is not published, because no record names it. Add it to \
         content/records/documents.toml, or take it out.\n"
    );
}

#[test]
fn a_record_that_stands_on_no_page_is_told_of_and_is_no_problem() {
    let folder = minimal();
    let records = folder.path().join("content/records");
    fs::write(
        records.join("people.toml"),
        "[[person]]\nslug = \"alex\"\nname = \"Alex Example\"\n",
    )
    .expect("a file");
    let (code, said) = lscb(folder.path(), &["check"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(
        said,
        "2 pages, no problems.\n\
         content/records/people.toml: The person `alex` stands on no page. Place it on one, or take \
         it out.\n"
    );
}

#[test]
fn files_that_are_not_what_their_names_say_are_all_named() {
    let folder = minimal();
    let documents = folder.path().join("content/documents");
    fs::create_dir(&documents).expect("a folder");
    fs::write(
        documents.join("plan.pdf"),
        "<!DOCTYPE html><title>Sign in</title>",
    )
    .expect("a file");
    fs::write(documents.join("report.pdf"), "").expect("a file");
    let (code, said) = lscb(folder.path(), &["check"]);
    assert_eq!(code, 1, "{said}");
    assert_eq!(
        said,
        "content/documents/plan.pdf: By its name it is a PDF, but it is a web page, perhaps of a \
         sign-in. Save it as a PDF again, or take it out.\n\
         content/documents/report.pdf: It is empty. Save it again, or take it out.\n\
         2 problems in content. Nothing was written.\n"
    );
}

#[test]
fn no_content_folder() {
    let folder = TempDir::new().expect("a temporary folder");
    check_refused(
        folder.path(),
        "There is no folder content. Name the content folder with --content.",
    );
}

#[test]
fn an_empty_folder() {
    let folder = TempDir::new().expect("a temporary folder");
    fs::create_dir(folder.path().join("content")).expect("a folder");
    let (code, said) = lscb(folder.path(), &["check"]);
    assert_eq!(code, 1);
    assert!(said.contains("content/site.toml: "), "{said}");
    assert!(said.contains("content/index.md: "), "{said}");
    assert!(
        said.ends_with("2 problems in content. Nothing was written.\n"),
        "{said}"
    );
}

#[test]
fn a_file_of_50_megabytes() {
    let folder = minimal();
    let file = fs::File::create(folder.path().join("content/large.md")).expect("a file");
    file.set_len(50 * 1024 * 1024).expect("room");
    check_refused(
        folder.path(),
        "content/large.md: It is 50 MB; a page or record file may have at most 4 MB. \
         Split it, or make it smaller.\n\
         1 problem in content. Nothing was written.",
    );
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_tree() {
    let folder = minimal();
    std::os::unix::fs::symlink("/etc/passwd", folder.path().join("content/secret.md"))
        .expect("a link");
    check_refused(
        folder.path(),
        "content/secret.md: It is a symbolic link, which could publish any file of this machine. \
         Put the file itself here.\n\
         1 problem in content. Nothing was written.",
    );
}

#[test]
fn every_problem_is_told_at_once() {
    let folder = minimal();
    copy(
        &repo("tests/fixtures/invalid/many-at-once"),
        &folder.path().join("content"),
    );
    let (code, said) = lscb(folder.path(), &["check"]);
    assert_eq!(code, 1);
    assert!(said.lines().count() > 8, "{said}");
    for line in said.lines().filter(|line| line.starts_with("content/")) {
        assert!(line.ends_with(['.', '?']), "not a sentence: {line}");
    }
}

#[test]
fn messages_name_the_content_folder_as_it_was_given() {
    let folder = minimal();
    let board = folder.path().join("board");
    fs::rename(folder.path().join("content"), &board).expect("another name");
    let page = "+++\ntitle = \"Contact\"\nsummary = \"Whom to ask.\"\n+++\n\n\
                ![](office.png)\n\n[Plan](document:no-such-plan-anywhere)\n";
    fs::write(board.join("contact.md"), page).expect("a page");
    fs::create_dir(board.join("documents")).expect("a folder");
    fs::write(board.join("documents/index.md"), page).expect("a page");
    for name in ["board", "board/"] {
        let (code, said) = lscb(folder.path(), &["check", "--content", name]);
        assert_eq!(code, 1, "{said}");
        for expected in [
            "board/contact.md:6: There is a picture in the text, which needs a record. Add it to \
             board/records/images.toml and write",
            "board/contact.md:8: This link leads to document:no-such-plan-anywhere, but there is \
             no such document. Add it to board/records/documents.toml, or take this out.",
            "board/documents/index.md: A page cannot be in board/documents/: the name is taken \
             by files that are published as they are. Move it to board/documents.md.",
        ] {
            assert!(said.contains(expected), "{expected}\nis not in:\n{said}");
        }
        assert!(!said.contains("content/"), "{said}");
    }
}

#[test]
fn two_builds_into_one_folder_do_not_mix() {
    let folder = minimal();
    fs::create_dir(folder.path().join(".site.new")).expect("a folder");
    let app = repo("tests/fixtures/app");
    let arguments = ["build", "--app", app.to_str().expect("a path in UTF-8")];
    let (code, said) = lscb(folder.path(), &arguments);
    assert_eq!(code, 1);
    assert!(said.contains("another build may be writing it"), "{said}");
    assert!(!folder.path().join("site").exists());
}

#[test]
fn a_port_in_use_is_said_in_words() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let folder = built();
    let (code, said) = lscb(folder.path(), &["serve", "--port", &port]);
    assert_eq!(code, 1);
    assert!(
        said.contains("if the port is in use, choose another with --port"),
        "{said}"
    );
}

#[test]
fn serving_what_is_not_a_site_is_refused() {
    let folder = TempDir::new().expect("a temporary folder");
    let (code, said) = lscb(folder.path(), &["serve"]);
    assert_eq!(code, 1);
    assert!(
        said.contains("problem in dist. Build the site first"),
        "{said}"
    );
}

/// Whoever writes content looks at it, and builds it again.
#[test]
fn what_is_built_again_is_served_by_its_own_rules() {
    let folder = built();
    let preview = Preview::of(folder.path(), "/");
    let page = folder.path().join("content/about.md");
    let text = fs::read_to_string(&page).expect("a page");
    let moved = text.replacen("+++\n", "+++\naliases = [\"old/name\"]\n", 1);
    fs::write(&page, moved).expect("a page");
    build(folder.path());
    let agent = ureq::Agent::config_builder().max_redirects(0).build();
    let agent: ureq::Agent = agent.into();
    let answer = agent.get(format!("{}old/name", preview.url)).call();
    let answer = answer.expect("an answer");
    let to = answer.headers().get("location").expect("another address");
    assert_eq!(
        (answer.status().as_u16(), to.to_str().ok()),
        (301, Some("/about/"))
    );
}

#[test]
fn only_a_development_build_has_the_page_of_all_components() {
    for (profile, expected) in [("debug", true), ("release", false)] {
        let folder = minimal();
        let staging = folder.path().join("staging");
        copy(&repo("tests/fixtures/app"), &staging);
        let output = Command::new(env!("CARGO_BIN_EXE_lscb"))
            .args(["build", "--trunk"])
            .current_dir(folder.path())
            .env("TRUNK_STAGING_DIR", &staging)
            .env("TRUNK_PROFILE", profile)
            .output()
            .expect("the command runs");
        assert!(output.status.success(), "{output:?}");
        assert!(staging.join("about/index.html").is_file(), "{profile}");
        let page = staging.join("components/index.html");
        assert_eq!(page.is_file(), expected, "{profile}");
    }
}

#[test]
fn a_page_of_the_sites_own_comes_before_the_page_of_all_components() {
    let folder = minimal();
    let page = "+++\ntitle = \"Parts\"\nsummary = \"What we are made of.\"\n+++\n";
    fs::write(folder.path().join("content/components.md"), page).expect("a page");
    let app = repo("tests/fixtures/app");
    let app = app.to_str().expect("a path in UTF-8");
    let (code, said) = lscb(folder.path(), &["build", "--components", "--app", app]);
    assert_eq!(code, 0, "{said}");
    let built = fs::read_to_string(folder.path().join("site/components/index.html"));
    assert!(built.expect("a page").contains(">Parts</h1>"));
}

#[test]
fn the_former_name_of_the_option_for_the_app_still_works() {
    let folder = minimal();
    let app = repo("tests/fixtures/app");
    let app = app.to_str().expect("a path in UTF-8");
    let (code, said) = lscb(folder.path(), &["build", "--no-compress", "--shell", app]);
    assert_eq!(code, 0, "{said}");
    assert!(folder.path().join("site/index.html").is_file());
}

#[test]
fn a_page_among_documents_is_a_problem_and_not_passed_over() {
    let folder = minimal();
    let documents = folder.path().join("content/documents");
    fs::create_dir(&documents).expect("a folder");
    let page = fs::read(folder.path().join("content/about.md")).expect("a page");
    fs::write(documents.join("index.md"), page).expect("a file");
    check_refused(
        folder.path(),
        "content/documents/index.md: A page cannot be in content/documents/: the name is \
         taken by files that are published as they are. Move it to content/documents.md.\n\
         1 problem in content. Nothing was written.",
    );
}
