//! Verifying the signature of a release in the browser. Keys and signatures are made by minisign
//! itself and by the publisher.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, LazyLock};
use std::{env, fs};

use lscb_browser::bench::app_folder;
use lscb_browser::browser::Browser;
use lscb_browser::dist::Dist;
use lscb_browser::fault::Fault;
use lscb_browser::runner::in_every_engine;
use lscb_browser::scratch::Scratch;
use lscb_browser::site::Site;

const PAGE: &str = "/about-this-site/";
const SIGNATURE: &str = "release.json.minisig";
const VERIFIED: &str =
    "This copy is verified: signed by the board on 25 November 2026. It is release 1.";

/// The site with a key, signed, and signatures that it should not have.
struct Signed {
    site: Arc<Dist>,
    /// By another key.
    foreign: Vec<u8>,
    /// By the right key in the form that browsers cannot check.
    hashed: Vec<u8>,
}

static SIGNED: LazyLock<Signed> = LazyLock::new(|| {
    let scratch = Scratch::new("signed");
    let root = scratch.path();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let settings = scratch.copy(&source, "content").join("site.toml");
    app_folder::write(&root.join("app"));
    for name in ["board", "other"] {
        let (public, secret) = (format!("{name}.pub"), format!("{name}.key"));
        run(
            root,
            "minisign",
            &["-G", "-W", "-p", &public, "-s", &secret],
        );
    }
    let key = fs::read_to_string(root.join("board.pub")).expect("a key");
    let key = key.lines().nth(1).expect("a key");
    let text = fs::read_to_string(&settings).expect("settings");
    fs::write(settings, format!("signing_key = \"{key}\"\n{text}")).expect("settings");

    let publisher = env::var("LSCB_BIN").expect("LSCB_BIN names the publisher");
    let build = ["build", "--no-compress", "--app", "app", "--out", "site"];
    run(root, &publisher, &build);
    let sign = ["sign", "--key", "board.key", "--dist", "site"];
    run(root, &publisher, &sign);
    let by_minisign = |key: &str| {
        let sign = ["-S", "-s", key, "-x", "made", "-m", "site/release.json"];
        let older: &[&str] = if key == "other.key" { &["-l"] } else { &[] };
        run(root, "minisign", &[&sign, older].concat());
        fs::read(root.join("made")).expect("a signature")
    };
    Signed {
        foreign: by_minisign("other.key"),
        hashed: by_minisign("board.key"),
        site: Arc::new(Dist::read(&root.join("site"))),
    }
});

fn run(folder: &Path, program: &str, arguments: &[&str]) {
    let mut command = Command::new(program);
    command.current_dir(folder).args(arguments);
    command
        .stdin(Stdio::null())
        .env("SOURCE_DATE_EPOCH", "1795598254");
    let done = command
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(
        done.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
}

/// Opens the question, and gives the answer.
async fn asked(browser: &Browser) -> String {
    browser
        .click("document.querySelector('.release summary')")
        .await;
    told(browser).await
}

/// What the reader is told in the end.
async fn told(browser: &Browser) -> String {
    let line = "document.querySelector('.release [role=status]').textContent";
    browser
        .until(&format!("{line} && {line} !== 'Looking…'"))
        .await;
    browser.value(line).await
}

async fn answer(browser: &Browser, dist: &Arc<Dist>) -> String {
    let site = Site::plain(dist, "/lscb/").await;
    browser.open(&site, PAGE).await;
    asked(browser).await
}

#[test]
fn a_signed_copy_is_verified_once_the_reader_asks() {
    in_every_engine(async |browser| {
        let site = Site::plain(&SIGNED.site, "/lscb/").await;
        browser.open(&site, PAGE).await;
        browser.until_app_runs().await;
        assert_eq!(site.count(SIGNATURE), 0, "it looked by itself");
        assert_eq!(asked(browser).await, VERIFIED);
        assert_eq!(site.count(SIGNATURE), 1);
    });
}

#[test]
fn so_it_is_on_a_page_that_the_app_has_drawn() {
    in_every_engine(async |browser| {
        let site = Site::plain(&SIGNED.site, "/").await;
        browser.open_app(&site, "/").await;
        browser.mark().await;
        browser.click(&Browser::link(&site, "footer", PAGE)).await;
        browser.until("document.querySelector('.release')").await;
        assert!(browser.is_same_document().await, "the page was loaded");
        assert_eq!(asked(browser).await, VERIFIED);
    });
}

#[test]
fn who_asks_before_the_script_is_there_gets_an_answer() {
    in_every_engine(async |browser| {
        let site = Site::plain(&SIGNED.site, "/").await;
        site.inject_fault("assets/boot.*", Fault::Held);
        browser.open(&site, PAGE).await;
        browser.until("document.querySelector('.release')").await;
        browser
            .click("document.querySelector('.release summary')")
            .await;
        site.clear_faults();
        assert_eq!(told(browser).await, VERIFIED);
    });
}

#[test]
fn a_copy_without_a_signature_or_with_a_page_in_its_place_is_not_signed() {
    in_every_engine(async |browser| {
        for fault in [Fault::Missing, Fault::Html] {
            let site = Site::plain(&SIGNED.site, "/").await;
            site.inject_fault(SIGNATURE, fault);
            browser.open(&site, PAGE).await;
            assert_eq!(asked(browser).await, "This copy is not signed.");
        }
    });
}

#[test]
fn a_signature_of_something_else_or_by_somebody_else_does_not_fit() {
    let json = SIGNED.site.text("release.json");
    let altered = json.replace(r#""number":"1""#, r#""number":"2""#);
    let comment = SIGNED
        .site
        .text(SIGNATURE)
        .replace("1795598254", "1795598255");
    let cut = SIGNED.site.text(SIGNATURE)[..120].to_owned();
    let sites = [
        SIGNED.site.with("release.json", altered.into_bytes()),
        SIGNED.site.with(SIGNATURE, SIGNED.foreign.clone()),
        SIGNED.site.with(SIGNATURE, comment.into_bytes()),
        SIGNED.site.with(SIGNATURE, cut.into_bytes()),
    ]
    .map(Arc::new);
    in_every_engine(async |browser| {
        for (number, site) in sites.iter().enumerate() {
            let said = answer(browser, site).await;
            assert!(
                said.starts_with("The signature does not fit"),
                "{number}: {said}"
            );
        }
    });
}

#[test]
fn a_form_that_browsers_cannot_check_is_left_to_minisign() {
    let site = Arc::new(SIGNED.site.with(SIGNATURE, SIGNED.hashed.clone()));
    in_every_engine(async |browser| {
        let said = answer(browser, &site).await;
        assert!(
            said.starts_with("Browsers cannot check a signature of this form."),
            "{said}"
        );
    });
}

#[test]
fn a_page_that_was_changed_on_its_way_is_told() {
    in_every_engine(async |browser| {
        // The probe stands in the page that it is sent.
        let site = Site::watched(&SIGNED.site, "/").await;
        browser.open(&site, PAGE).await;
        let said = asked(browser).await;
        assert!(said.contains("did not come as it was signed"), "{said}");
    });
}

#[test]
fn a_copy_that_is_older_than_one_on_the_device_says_so() {
    in_every_engine(async |browser| {
        let site = Site::plain(&SIGNED.site, "/").await;
        browser.open(&site, PAGE).await;
        browser
            .run(
                "caches.open('kept').then((kept) => kept.put('/release.json',
                    new Response('{\"number\":\"2\"}'))).then(() => { window.put = true; });",
            )
            .await;
        browser.until("window.put").await;
        let expected = format!("{VERIFIED} It is an older copy: there is release 2.");
        assert_eq!(asked(browser).await, expected);
    });
}

#[test]
fn a_host_that_does_not_answer_is_no_verdict() {
    in_every_engine(async |browser| {
        let site = Site::plain(&SIGNED.site, "/").await;
        browser.open(&site, PAGE).await;
        site.inject_fault(SIGNATURE, Fault::CutOff);
        assert_eq!(asked(browser).await, "The files to look at did not come.");
    });
}
