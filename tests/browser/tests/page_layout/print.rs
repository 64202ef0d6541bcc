//! Pages in print: they have the text, the help lines, the addresses of links and the date; and no
//! controls.
//!
//! Chromium and Firefox print through WebDriver; WebKit's driver knows no such command.

use std::io::Write;
use std::process::{Command, Stdio};

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::markup::{Document, collapse, letters};
use lscb_browser::runner::in_engines;
use lscb_browser::site::Site;
use thirtyfour::common::print::PrintParameters;

use crate::hostile::HOSTILE;

/// Letters that fonts draw as one.
const LIGATURES: [(char, &str); 5] = [
    ('ﬀ', "ff"),
    ('ﬁ', "fi"),
    ('ﬂ', "fl"),
    ('ﬃ', "ffi"),
    ('ﬄ', "ffl"),
];

/// A page of the site, printed: its sheets, as text.
struct PrintedPage {
    sheets: Vec<String>,
}

impl PrintedPage {
    /// Prints the page that is open in the window.
    async fn of(browser: &Browser) -> Self {
        let pdf = pdf(browser).await;
        let text = filter("pdftotext", &["-layout", "-", "-"], &pdf);
        let mut text = String::from_utf8(text).expect("UTF-8");
        for (ligature, letters) in LIGATURES {
            text = text.replace(ligature, letters);
        }
        // Each sheet ends in a form feed.
        let sheets = text
            .trim_end_matches('\u{c}')
            .split('\u{c}')
            .map(str::to_owned);
        Self {
            sheets: sheets.collect(),
        }
    }

    /// All letters in order, without what stands in the margins.
    fn letters(&self) -> String {
        let lines = self.sheets.iter().flat_map(|page| page.lines());
        let lines = lines.filter(|line| page_number(line).is_none());
        letters(&lines.collect::<String>())
    }

    fn assert_has(&self, what: &str) {
        assert!(
            self.letters().contains(&letters(what)),
            "not printed: {what:?}"
        );
    }
}

/// The number in the margin of a page, if a line is that: `1/3`, its spaces being too narrow
/// to be found again.
fn page_number(line: &str) -> Option<String> {
    let line = letters(line);
    let (page, of) = line.split_once('/')?;
    let are_numbers = [page, of].iter().all(|part| part.parse::<u32>().is_ok());
    are_numbers.then_some(line)
}

/// The PDF of the page that is open in the window, background colours included.
async fn pdf(browser: &Browser) -> Vec<u8> {
    let options = PrintParameters {
        background: true,
        ..PrintParameters::default()
    };
    browser.print_page(options).await.expect("a printed page")
}

/// What a program makes of `input`.
fn filter(program: &str, args: &[&str], input: &[u8]) -> Vec<u8> {
    let piped = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut child =
        piped.unwrap_or_else(|error| panic!("{program}: {error}: apt-get install poppler-utils"));
    child
        .stdin
        .take()
        .expect("it is piped")
        .write_all(input)
        .expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{program}: {}", output.status);
    output.stdout
}

const PRINTERS: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

fn check_printed(engines: &[Engine], route: &str, check: impl Fn(&Document, &PrintedPage)) {
    in_engines(engines, BrowserOptions::default(), async |browser| {
        let site = Site::plain(built(), "/").await;
        browser.open_complete(&site, route).await;
        check(&built().page(route), &PrintedPage::of(browser).await);
    });
}

const ROUTES: [&str; 2] = ["/about-us/", "/contact/"];

#[test]
fn the_text_is_there() {
    for route in ROUTES {
        check_printed(&PRINTERS, route, |page, printed| {
            printed.assert_has(&page.words("main h1"));
            printed.assert_has(&page.words(".site-name"));
            // Addresses stand behind the links in the text, so it is compared piece by piece.
            let blocks = page
                .all("main :is(p, li, dt, dd, h2, h3, td, th)")
                .into_iter();
            let blocks = blocks.filter(|block| !block.ancestors().any(is_contents));
            let texts = blocks.flat_map(|block| block.text().map(collapse).collect::<Vec<_>>());
            let mut count = 0;
            for text in texts.filter(|text| !text.is_empty()) {
                printed.assert_has(&text);
                count += 1;
            }
            assert!(count > 10, "{route} has {count} pieces of text");
        });
    }
}

/// Lists of links within a page or a section are of no use in print.
fn is_contents(node: ego_tree::NodeRef<'_, scraper::Node>) -> bool {
    node.value()
        .as_element()
        .is_some_and(|element| element.name() == "nav")
}

/// Chromium draws bullets as shapes: what tells of them is the room that is left before the words.
#[test]
fn lists_have_room_for_their_bullets() {
    check_printed(&PRINTERS, "/about-us/", |page, printed| {
        let items = page.all("main > ul > li").into_iter();
        let items = items.filter(|item| !item.ancestors().any(is_contents));
        let items: Vec<String> = items
            .map(|item| collapse(&item.text().collect::<String>()))
            .collect();
        assert!(items.len() > 1, "a page with a list");
        for item in items {
            let first: String = item.split_inclusive(' ').take(3).collect();
            let mut lines = printed.sheets.iter().flat_map(|sheet| sheet.lines());
            let line = lines.find(|line| line.contains(first.trim()));
            let line = line.expect("the item is printed");
            assert!(!line.starts_with(first.trim()), "{line}");
        }
    });
}

#[test]
fn help_and_the_age_of_the_site_are_there() {
    for route in ROUTES {
        check_printed(&PRINTERS, route, |page, printed| {
            let lines = page.all(".help li");
            assert_eq!(lines.len(), 3);
            for line in lines {
                printed.assert_has(&line.text().collect::<String>());
            }
            printed.assert_has(&page.words(".as-at-more"));
            let link = page.words(".as-at a");
            printed.assert_has(page.words(".as-at").trim_end_matches(&link));
        });
    }
}

#[test]
fn what_can_only_be_pressed_is_not_there() {
    for route in ROUTES {
        check_printed(&PRINTERS, route, |page, printed| {
            for selector in [
                ".skip-link",
                ".exit",
                "header button",
                "#notice",
                ".as-at a",
                ".theme",
            ] {
                let words = page.words(selector);
                let found = printed.letters().contains(&letters(&words));
                assert!(!found, "{route}: {words:?} is printed");
            }
            for label in page.all(".theme legend, .theme label") {
                let words = label.text().collect::<String>();
                let has = |line: &str| collapse(line) == collapse(&words);
                let found = printed.sheets.iter().flat_map(|page| page.lines()).any(has);
                assert!(!found, "{route}: {words:?} is printed");
            }
            // The name of a section may stand in the text too, but no more often than there.
            let text = letters(
                &["main", ".help", ".as-at", ".site-name"]
                    .map(|part| page.words(part))
                    .concat(),
            );
            for link in page.all("#sections a, #breadcrumb a, .site-footer nav a") {
                let words = letters(&link.text().collect::<String>());
                let count = |text: &str| text.matches(&words).count();
                assert!(
                    count(&printed.letters()) <= count(&text),
                    "{route}: {words} is printed"
                );
            }
        });
    }
}

/// Nothing can be scrolled in print.
#[test]
fn no_column_of_a_wide_table_is_lost() {
    in_engines(&PRINTERS, BrowserOptions::default(), async |browser| {
        let site = Site::plain(&HOSTILE, "/").await;
        browser.open(&site, "/twice/").await;
        let printed = PrintedPage::of(browser).await;
        let page = HOSTILE.page("/twice/");
        let heads = page.all("main th");
        assert_eq!(heads.len(), 2 + 2 + 2 + 12 + 12);
        for month in heads.iter().rev().take(12) {
            let month = letters(&month.text().collect::<String>());
            let times = printed.letters().matches(&month).count();
            assert_eq!(times, 2, "{month} of two years");
        }
    });
}

#[test]
fn links_are_spelled_out() {
    check_printed(
        &PRINTERS,
        "/child-death-overview-panel/",
        |page, printed| {
            let links = page.all("main a[href^=http]");
            assert!(!links.is_empty(), "the page has links to elsewhere");
            for link in links {
                let words = link.text().collect::<String>();
                let address = link.attr("href").expect("an address");
                printed.assert_has(&format!("{words} <{address}>"));
            }
        },
    );
}

/// Chromium only: Firefox draws nothing in the margins that a page describes, but has a page
/// number of its own there, which WebDriver leaves out.
#[test]
fn pages_are_numbered() {
    for route in ROUTES {
        check_printed(&[Engine::Chromium], route, |_, printed| {
            let numbers = printed.sheets.iter().map(|page| {
                let numbers = page.lines().filter_map(page_number);
                numbers.collect::<Vec<_>>()
            });
            let of = printed.sheets.len();
            let expected = (1..=of).map(|page| vec![format!("{page}/{of}")]);
            assert_eq!(numbers.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
        });
    }
}

/// Dark backgrounds would waste ink.
#[test]
fn printed_pages_are_white_whatever_the_colours() {
    for (dark, choice) in [(true, "system"), (true, "dark"), (false, "dark")] {
        let options = BrowserOptions {
            dark,
            ..BrowserOptions::default()
        };
        in_engines(&PRINTERS, options, async |browser| {
            let site = Site::plain(built(), "/").await;
            browser.open_complete(&site, "/contact/").await;
            browser
                .run(&format!(
                    "document.querySelector('.theme [value={choice}]').checked = true"
                ))
                .await;
            let pdf = pdf(browser).await;
            // A plain grey map: a header of three lines, then a byte a dot.
            let map = filter(
                "pdftoppm",
                &["-gray", "-r", "20", "-f", "1", "-l", "1", "-singlefile"],
                &pdf,
            );
            let dots = map.splitn(4, |&byte| byte == b'\n').nth(3).expect("dots");
            let white = dots.iter().filter(|&&dot| dot > 200).count();
            assert!(
                white * 10 > dots.len() * 7,
                "{white} of {} dots are white: {choice}",
                dots.len()
            );
        });
    }
}
