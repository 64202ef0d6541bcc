//! Addresses that nobody would write, and readers arrive at all the same: typed from paper,
//! mangled by a mail program, tried out by somebody who means harm. `lscb serve` is asked, as
//! the example of a good host; what other hosts answer, the hosting suite shows.

use std::env;
use std::path::PathBuf;

use lscb_browser::bench::server::Server;
use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::published::publisher;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Forms of addresses below the base.
const FORMS: [&str; 23] = [
    "",
    "about-us",
    "about-us/index.html",
    "about-us/?utm=1&x=%3Cscript%3E",
    "About-Us/",
    "ABOUT-US/INDEX.HTML",
    "about-us%2F",
    "about-us%2Findependent-chair/",
    "about-us//independent-chair/",
    "/about-us/",
    "//about-us",
    "/example.org",
    "about-us/./",
    "about-us/../contact/",
    "about-us/%2e%2e/contact/",
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/etc/passwd",
    "about-us/%00",
    "about-us/%",
    "about-us\\",
    "no/such/page/very/deep/",
    "assets/app.0000000000000000.js",
];

pub(crate) fn folder() -> PathBuf {
    env::var_os("LSCB_DIST")
        .map(PathBuf::from)
        .expect("LSCB_DIST names the built site")
}

/// An answer as it came over the line.
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let mut values = lines.filter(|(key, _)| key.eq_ignore_ascii_case(name));
        values.next().map(|(_, value)| value)
    }
}

/// Asks for a path as it is: clients tidy up what they are given.
async fn ask(server: &Server, path: &str) -> Answer {
    let origin = server.url("");
    let host = origin.trim_start_matches("http://");
    let mut line = TcpStream::connect(host).await.expect("a connection");
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    line.write_all(request.as_bytes()).await.expect("a request");
    let mut bytes = Vec::new();
    line.read_to_end(&mut bytes).await.expect("an answer");
    let end = bytes
        .windows(4)
        .position(|it| it == b"\r\n\r\n")
        .expect("a head");
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|it| it.parse().ok())
        .expect("a status");
    Answer {
        status,
        head,
        body: bytes[end + 4..].to_vec(),
    }
}

pub(crate) async fn odd_addresses_are_pages_or_honest_errors() {
    let pages: Vec<_> = built()
        .routes()
        .iter()
        .map(|route| built().html(route))
        .collect();
    for base in ["/", "/lscb/"] {
        let server = Server::at(&publisher(), &folder(), base);
        for form in FORMS {
            let path = format!("{base}{form}");
            let mut answer = ask(&server, &path).await;
            // To the address with single slashes, then to the folder.
            for _ in 0..2 {
                let Some(to) = answer.header("location").map(str::to_owned) else {
                    break;
                };
                // Two slashes would lead to another host, whatever the address asked for.
                let is_here = to.starts_with('/') && !to.starts_with("//");
                assert!(is_here, "{path} leads to {to}");
                answer = ask(&server, &to).await;
            }
            let body = String::from_utf8_lossy(&answer.body);
            match answer.status {
                200 => assert!(pages.contains(&&*body), "{path} is no page: {body:.200}"),
                404 => {
                    assert!(body == built().text("404.html"), "{path}: {body:.200}");
                    let kept = answer.header("cache-control").unwrap_or_default();
                    assert!(
                        !kept.contains("immutable"),
                        "{path}: the error may be kept: {kept}"
                    );
                }
                400 => assert!(form.contains('\\'), "{path} is no bad request"),
                status => panic!("{path}: {status}"),
            }
        }
    }
}

/// From a page by its header; from the page of an error by the way to the site that it finds.
pub(crate) async fn from_any_address_the_reader_gets_on(browser: &Browser) {
    let server = Server::at(&publisher(), &folder(), "/lscb/");
    let heading = "document.querySelector('h1').textContent.trim()";
    let contact = built().page("/contact/").words("main h1");
    for form in [
        "no/such/page/very/deep/",
        "About-Us/",
        "about-us%2F",
        "/about-us/",
        "contact//x",
    ] {
        let url = server.url(&format!("/lscb/{form}"));
        browser.mark().await;
        browser.goto(url.as_str()).await.expect("a start");
        let whole = "document.readyState === 'complete' && document.querySelector('h1')";
        let arrived = format!("!window.marked && {whole}");
        browser.until(&arrived).await;
        if browser
            .value::<bool>("!!document.querySelector('.ways')")
            .await
        {
            // Before the page has found its site, other links stand there, which lead upwards.
            let front = format!(
                "[...document.querySelectorAll('.ways a[href^=http]')].find(a => a.href === '{}')",
                server.url("/lscb/")
            );
            browser.until(&front).await;
            browser.mark().await;
            browser.click(&front).await;
            browser.until(&arrived).await;
        }
        let link = "[...document.querySelectorAll('header nav a')].find(a => a.href.endsWith('/contact/'))";
        browser.click(link).await;
        browser
            .until(&format!(
                "document.querySelector('h1') && {heading} === '{contact}'"
            ))
            .await;
    }
}
