//! The requests to a host, and the checks of each response.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::Path;

use lscb_wire::FileEntry;

use super::Reference;
use super::body::{self, OVERHEAD};
use super::differences::Differences;
use super::host::{Host, Response};
use crate::compress::EXTENSIONS;
use crate::digest::Digest;
use crate::policy::{Class, Policy, media_of};
use crate::redirect;

/// A host being compared with its release.
pub(super) struct Check<'a> {
    host: &'a Host,
    reference: &'a Reference,
    differences: &'a Differences,
    /// The headers that the policy requires on every response.
    headers: Vec<(&'static str, String)>,
}

impl<'a> Check<'a> {
    pub(super) fn new(
        host: &'a Host,
        policy: &Policy,
        reference: &'a Reference,
        differences: &'a Differences,
    ) -> Self {
        let mut headers = policy.headers();
        // Browsers ignore it on unencrypted connections (RFC 6797, 8.1).
        headers.retain(|(name, _)| host.is_secure() || *name != "Strict-Transport-Security");
        Self {
            host,
            reference,
            differences,
            headers,
        }
    }

    /// Requests a file in every encoding that it may be sent in.
    pub(super) fn file(&self, entry: &FileEntry) {
        let path = entry.file.as_str();
        // It stands in for others and has no address of its own everywhere.
        if path == "404.html" {
            return;
        }
        let extension = Path::new(path).extension().and_then(OsStr::to_str);
        let is_text = extension.is_some_and(|it| EXTENSIONS.contains(&it));
        let encodings: &[&str] = match is_text {
            true => &["identity", "gzip", "br"],
            false => &["identity"],
        };
        // Readers ask for the folder of a page.
        let address = match path.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => path,
        };
        let size: u64 = entry.size.parse().unwrap_or(0);
        for encoding in encodings {
            let response = match self.host.get(address, encoding, size + OVERHEAD) {
                Ok(response) => response,
                Err(problem) => {
                    self.differences.add(path, problem);
                    return;
                }
            };
            match response.status {
                200 => {}
                404 | 410 => {
                    self.differences.add(path, "It is missing.");
                    return;
                }
                301 | 308 if self.is_old_address(address, &response, entry) => return,
                status => {
                    let to = response.header("location").map(|to| format!(", to {to}"));
                    let to = to.unwrap_or_default();
                    let sentence = format!("The host answers with status {status}{to}.");
                    self.differences.add(path, sentence);
                    return;
                }
            }
            if let Some(difference) = body::difference(&response, encoding, entry) {
                self.differences.add(path, difference);
            }
            self.type_of(path, address, &response);
            self.headers_of(path, address, &response);
            self.encoding_of(path, &response);
        }
    }

    /// Requests addresses that have no page, at several depths.
    pub(super) fn missing_addresses(&self) {
        let id = &self.reference.release.release;
        let page = self.reference.manifest.files.iter();
        let page = page.clone().find(|entry| entry.file == "404.html");
        for address in [
            format!("no-such-page-{id}/"),
            format!("no/such/page-{id}"),
            format!("assets/no-such-file-{id}.js"),
        ] {
            // One name for all three: what is wrong is wrong with the host.
            let name = "an address without a page";
            let size: u64 = page.map_or(0, |page| page.size.parse().unwrap_or(0));
            let response = match self.host.get(&address, "identity", size + OVERHEAD) {
                Ok(response) => response,
                Err(problem) => {
                    self.differences.add(name, problem);
                    continue;
                }
            };
            if response.status != 404 {
                let status = response.status;
                let sentence = format!("The host answers with status {status} and not 404.");
                self.differences.add(name, sentence);
            } else if let Some(page) = page {
                if let Some(difference) = body::difference(&response, "identity", page) {
                    let sentence =
                        format!("The site’s own page does not come (404.html). {difference}");
                    self.differences.add(name, sentence);
                }
                self.type_of(name, "404.html", &response);
            }
            self.headers_of(name, &address, &response);
        }
    }

    /// Whether the host redirects, which it may do instead of sending the redirect page.
    fn is_old_address(&self, address: &str, response: &Response, entry: &FileEntry) -> bool {
        let to = response
            .header("location")
            .and_then(|to| self.host.below(&to));
        to.is_some_and(|to| {
            let page = redirect::page(address.trim_end_matches('/'), &format!("/{to}"));
            Digest::of(page.as_bytes()).integrity() == entry.integrity
        })
    }

    fn type_of(&self, file: &str, address: &str, response: &Response) {
        let is_page = address.is_empty() || address.ends_with('/');
        let expected = media_of(if is_page { "index.html" } else { address });
        let Some(sent) = response.header("content-type") else {
            let sentence = format!("It comes without a type; it should be {expected}.");
            self.differences.add(file, sentence);
            return;
        };
        if Media::of(&sent) != Media::of(expected) {
            let sentence = format!("Its type is {sent} and should be {expected}.");
            self.differences.add(file, sentence);
        }
    }

    fn headers_of(&self, file: &str, address: &str, response: &Response) {
        let cache = Class::of(address, response.status).cache_control();
        let cache = ("Cache-Control", cache.to_owned());
        for (name, expected) in self.headers.iter().chain([&cache]) {
            match response.header(name) {
                None => {
                    let sentence = format!("There is no {name}; it should be: {expected}");
                    self.differences.add(file, sentence);
                }
                Some(sent) if parts(&sent) != parts(expected) => {
                    let sentence = format!("{name} is “{sent}” and should be: {expected}");
                    self.differences.add(file, sentence);
                }
                Some(_) => {}
            }
        }
    }

    /// A response that exists in several encodings must vary by `Accept-Encoding`, or caches serve
    /// the wrong one (RFC 9110, 12.5.5).
    fn encoding_of(&self, file: &str, response: &Response) {
        let vary = response
            .header("vary")
            .unwrap_or_default()
            .to_ascii_lowercase();
        let varies = vary.split(',').map(str::trim);
        let mut varies = varies.filter(|it| matches!(*it, "accept-encoding" | "*"));
        if response.header("content-encoding").is_some() && varies.next().is_none() {
            let sentence = "It comes in several encodings without “Vary: Accept-Encoding”.";
            self.differences.add(file, sentence);
        }
    }
}

/// The members of a header that is a list, whose order is insignificant.
fn parts(value: &str) -> BTreeSet<String> {
    let parts = value.split([',', ';']).map(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        words.join(" ")
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// A media type, as far as browsers distinguish them.
#[derive(PartialEq)]
struct Media {
    essence: String,
    is_utf_8: bool,
}

impl Media {
    fn of(value: &str) -> Self {
        let value = value.to_ascii_lowercase();
        let mut parts = value.split(';').map(str::trim);
        let essence = match parts.next().unwrap_or_default() {
            // The same to browsers (WHATWG MIME Sniffing, 4.6).
            "application/javascript" | "application/x-javascript" => "text/javascript",
            "text/xml" => "application/xml",
            "text/json" => "application/json",
            essence => essence,
        };
        let charset = parts.find_map(|part| part.strip_prefix("charset="));
        Self {
            essence: essence.to_owned(),
            // What names none is read as the page or the format says: UTF-8.
            is_utf_8: charset.is_none_or(|it| it.trim_matches('"') == "utf-8"),
        }
    }
}
