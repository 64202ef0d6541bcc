//! A host's page in print. Chromium and Firefox print through WebDriver; WebKit's driver knows no
//! such command.

use std::io::Write;
use std::process::{Command, Stdio};

use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::runner::in_engines;
use thirtyfour::common::print::PrintParameters;

use super::support::{Fixture, INNER, until_whole};

/// The printed text of the page that is open in the window.
async fn printed(browser: &lscb_browser::browser::Browser) -> String {
    let pdf = browser
        .print_page(PrintParameters::default())
        .await
        .expect("a PDF");
    let mut filter = Command::new("pdftotext");
    let filter = filter
        .args(["-layout", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut filter = filter.spawn().expect("pdftotext runs");
    filter
        .stdin
        .take()
        .expect("a pipe")
        .write_all(&pdf)
        .expect("a PDF");
    let text = filter.wait_with_output().expect("a text").stdout;
    String::from_utf8(text).expect("UTF-8")
}

/// A frame is cut at the foot of a sheet; a link and words are not.
#[test]
fn on_paper_the_words_of_the_host_stand() {
    in_engines(
        &[Engine::Chromium, Engine::Firefox],
        BrowserOptions::default(),
        async |browser| {
            let fixture = Fixture::start().await;
            let body = "<lscb-section page=\"/contact/\"><p>How to reach the board is on its own site.</p></lscb-section>{script}";
            fixture.open_page(browser, body).await;
            until_whole(browser, INNER).await;
            let text = printed(browser).await;
            assert!(
                text.contains("How to reach the board is on its own site."),
                "{text}"
            );
            assert!(!text.contains("Business Team"), "{text}");
            assert!(text.contains("More words of the host."), "{text}");
        },
    );
}
