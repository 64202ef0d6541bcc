//! Requests for parts, for heads, under conditions and in encodings, as proxies and download
//! managers make them. `lscb serve` answers, as the example of a good host.

use flate2::read::GzDecoder;
use lscb_browser::bench::server::Server;
use lscb_browser::dist::built;
use lscb_browser::published::publisher;
use reqwest::header::{self, HeaderName};
use reqwest::{Client, Method, Response};
use std::io::Read;

use crate::addresses::folder;

struct Host {
    server: Server,
    client: Client,
}

impl Host {
    fn start() -> Self {
        let server = Server::start(&publisher(), &folder());
        let client = Client::new();
        Self { server, client }
    }

    async fn ask(&self, method: Method, path: &str, headers: &[(HeaderName, &str)]) -> Response {
        let mut request = self
            .client
            .request(method, self.server.url(&format!("/{path}")));
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        request.send().await.expect("an answer")
    }

    async fn get(&self, path: &str, headers: &[(HeaderName, &str)]) -> Response {
        self.ask(Method::GET, path, headers).await
    }
}

fn value(answer: &Response, name: HeaderName) -> Option<String> {
    let value = answer.headers().get(name)?;
    value.to_str().ok().map(str::to_owned)
}

/// A page, the app, data: one of each kind.
fn files() -> Vec<String> {
    let kinds = [
        ("assets/app.", ".wasm"),
        ("assets/boot.", ".js"),
        ("content/", ".json"),
        ("search/", ".bin"),
    ];
    let mut files = kinds
        .map(|(start, end)| built().path(start, end).to_owned())
        .to_vec();
    files.extend(["about-us/index.html".to_owned(), "release.json".to_owned()]);
    files
}

pub(crate) async fn unchanged_files_are_not_sent_again() {
    let host = Host::start();
    for path in files() {
        let first = host.get(&path, &[]).await;
        let mark = value(&first, header::ETAG).map(|it| (header::IF_NONE_MATCH, it));
        let date = value(&first, header::LAST_MODIFIED).map(|it| (header::IF_MODIFIED_SINCE, it));
        let (name, seen) = mark
            .or(date)
            .unwrap_or_else(|| panic!("{path} has no validator"));
        let again = host.get(&path, &[(name.clone(), &seen)]).await;
        assert_eq!(again.status(), 304, "{path}");
        assert!(again.bytes().await.expect("no bytes").is_empty(), "{path}");
        let other = if name == header::IF_NONE_MATCH {
            "\"other\""
        } else {
            "Mon, 01 Jan 2001 00:00:00 GMT"
        };
        let anew = host.get(&path, &[(name, other)]).await;
        assert_eq!(anew.status(), 200, "{path}");
        assert_eq!(
            anew.bytes().await.expect("bytes"),
            built().file(&path).expect("a file"),
            "{path}"
        );
    }
}

pub(crate) async fn parts_of_files_are_those_parts() {
    let host = Host::start();
    for path in files() {
        let whole = built().file(&path).expect("a file");
        let end = whole.len();
        let parts = [
            ("bytes=0-99", 0..100),
            ("bytes=10-10", 10..11),
            ("bytes=-7", end - 7..end),
            ("bytes=50-", 50..end),
        ];
        for (range, expected) in parts {
            let answer = host.get(&path, &[(header::RANGE, range)]).await;
            assert_eq!(answer.status(), 206, "{path} {range}");
            let place = value(&answer, header::CONTENT_RANGE);
            let told = format!("bytes {}-{}/{end}", expected.start, expected.end - 1);
            assert_eq!(place, Some(told), "{path} {range}");
            assert_eq!(
                answer.bytes().await.expect("bytes"),
                whole[expected],
                "{path} {range}"
            );
        }
        let beyond = format!("bytes={end}-");
        let answer = host.get(&path, &[(header::RANGE, &beyond)]).await;
        assert_eq!(answer.status(), 416, "{path} {beyond}");
    }
}

pub(crate) async fn head_says_what_get_would() {
    let host = Host::start();
    let mut paths = files();
    paths.extend([
        "about-us".into(),
        "no/such/page/".into(),
        "assets/no.js".into(),
    ]);
    for path in paths {
        for encoding in ["identity", "br"] {
            let accept = [(header::ACCEPT_ENCODING, encoding)];
            let get = host.get(&path, &accept).await;
            let head = host.ask(Method::HEAD, &path, &accept).await;
            assert_eq!(head.status(), get.status(), "{path}");
            for name in [
                header::CONTENT_TYPE,
                header::CONTENT_LENGTH,
                header::CACHE_CONTROL,
                header::CONTENT_ENCODING,
            ] {
                assert_eq!(
                    value(&head, name.clone()),
                    value(&get, name.clone()),
                    "{path}: {name}"
                );
            }
            assert!(head.bytes().await.expect("no bytes").is_empty(), "{path}");
        }
    }
}

pub(crate) async fn encodings_are_as_asked_and_told_apart() {
    let host = Host::start();
    for path in files() {
        let whole = built().file(&path).expect("a file");
        let mut seen = Vec::new();
        for accept in [
            "",
            "identity",
            "gzip",
            "br",
            "gzip, br",
            "br;q=0, gzip",
            "deflate",
            "*;q=0.1",
        ] {
            let answer = host.get(&path, &[(header::ACCEPT_ENCODING, accept)]).await;
            assert_eq!(answer.status(), 200, "{path} {accept}");
            let encoding = value(&answer, header::CONTENT_ENCODING).unwrap_or_default();
            let vary = value(&answer, header::VARY)
                .unwrap_or_default()
                .to_lowercase();
            let refused = accept == "br;q=0, gzip" && encoding == "br";
            assert!(
                !refused
                    && (encoding.is_empty() || accept.contains(&encoding) || accept.contains('*')),
                "{path}: {accept} brought {encoding}"
            );
            let bytes = answer.bytes().await.expect("bytes");
            let bytes = match &*encoding {
                "" => bytes.to_vec(),
                "gzip" => read(GzDecoder::new(&bytes[..])),
                "br" => read(brotli::Decompressor::new(&bytes[..], 4096)),
                other => panic!("{path}: {accept} brought {other}"),
            };
            assert!(bytes == whole, "{path}: {accept} brought other bytes");
            seen.push((encoding, vary));
        }
        // Where an answer depends on what was asked for, caches are told so with each of them.
        let differ = seen.iter().any(|(encoding, _)| *encoding != seen[0].0);
        let told = seen
            .iter()
            .all(|(_, vary)| vary.contains("accept-encoding"));
        assert!(!differ || told, "{path}: {seen:?}");
    }
}

fn read(mut from: impl Read) -> Vec<u8> {
    let mut out = Vec::new();
    from.read_to_end(&mut out).expect("a whole stream");
    out
}
