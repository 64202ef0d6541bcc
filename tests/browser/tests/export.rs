//! The site as one file: a zip archive that is read from its folder with scripts off, and a
//! ZIM file that its own checker finds nothing wrong with.

use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine, TIMEOUT};
use lscb_browser::published::publisher;
use lscb_browser::runner::in_engines;
use lscb_browser::scratch::Scratch;
use thirtyfour::By;

fn export(option: &str, file: &Path) {
    let dist = std::env::var_os("LSCB_DIST").expect("LSCB_DIST names the built site");
    let done = Command::new(publisher())
        .args(["export", option])
        .arg(file)
        .arg("--dist")
        .arg(dist)
        .output()
        .expect("the publisher runs");
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
}

/// Waits, without scripts, until a page with this title is there down to its foot.
async fn until_titled(browser: &Browser, title: &str) {
    let started = Instant::now();
    loop {
        let found = browser.title().await.unwrap_or_default();
        if found == title && browser.find(By::Css("footer")).await.is_ok() {
            return;
        }
        assert!(started.elapsed() < TIMEOUT, "{found} and not {title}");
        tokio::time::sleep(Duration::from_millis(15)).await;
    }
}

#[test]
fn an_unpacked_archive_is_read_and_its_links_lead_on() {
    let scratch = Scratch::new("export");
    let file = scratch.path().join("site.zip");
    export("--zip", &file);
    let archive = File::open(&file).expect("the archive");
    let mut archive = zip::ZipArchive::new(archive).expect("a zip archive");
    let folder = scratch.path().join("unpacked");
    archive.extract(&folder).expect("its files");
    let options = BrowserOptions {
        scripts_off: true,
        ..BrowserOptions::default()
    };
    in_engines(&Engine::ALL, options, async |browser| {
        let first = format!("file://{}/index.html", folder.display());
        browser.goto(first.as_str()).await.expect("a page");
        until_titled(browser, &built().page("/").words("title")).await;
        for route in built().way("/", "/about-us/independent-chair/") {
            let folder = route.trim_end_matches('/').rsplit('/').next();
            let end = format!("{}/index.html", folder.expect("a folder"));
            let link = browser.find(By::Css(format!("a[href$='{end}']"))).await;
            link.expect("a link").click().await.expect("a click");
            let page = built().page(&route);
            until_titled(browser, &page.words("title")).await;
            assert_eq!(browser.shown("main h1").await, page.words("main h1"));
        }
    });
}

#[test]
fn the_checker_of_zim_files_finds_nothing() {
    let scratch = Scratch::new("zim");
    let file = scratch.path().join("site.zim");
    export("--zim", &file);
    let checked = Command::new("zimcheck")
        .args(["--all"])
        .arg(&file)
        .output()
        .expect("zimcheck runs: apt-get install zim-tools");
    let said = String::from_utf8_lossy(&checked.stdout);
    assert!(
        checked.status.success() && said.contains("Status: Pass"),
        "{said}"
    );
    let trouble = ["[ERROR]", "[WARNING]"];
    assert!(!trouble.iter().any(|it| said.contains(it)), "{said}");
    let left = std::fs::read_dir(scratch.path()).expect("a folder").count();
    assert_eq!(left, 1, "something was left behind");
}
