//! An HTTP client for a live host that sends requests as browsers do.

use std::io::Read as _;
use std::time::Duration;

use anyhow::{Result, ensure};
use lscb_content::file_address;
use ureq::Agent;
use ureq::http::{HeaderMap, Uri};
use ureq::tls::{RootCerts, TlsConfig};

use super::body;

/// The timeouts of connecting and of a whole response.
const TIMEOUTS: [Duration; 2] = [Duration::from_secs(10), Duration::from_secs(120)];

/// A host, and the address of the site on it.
pub(super) struct Host {
    /// With a slash at its end.
    url: String,
    agent: Agent,
}

/// A response, its body not yet decoded.
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    /// In the content encoding that was sent, truncated at the limit of the request.
    pub(super) body: Vec<u8>,
}

impl Response {
    /// A header's value; several of one name are one list (RFC 9110, 5.3).
    pub(super) fn header(&self, name: &str) -> Option<String> {
        let values = self.headers.get_all(name).iter();
        let values: Vec<String> = values
            .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
            .collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

impl Host {
    /// The host of the site whose first page is at `url`.
    pub(super) fn at(url: &str) -> Result<Self> {
        let parsed: Option<Uri> = url.parse().ok();
        let is_site = parsed.is_some_and(|uri| {
            matches!(uri.scheme_str(), Some("http" | "https")) && uri.query().is_none()
        });
        ensure!(
            is_site && !url.contains('#'),
            "“{url}” is not the address of a site. Write the address of its first page: \
             https://www.example.org/"
        );
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier);
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_connect(Some(TIMEOUTS[0]))
            .timeout_global(Some(TIMEOUTS[1]))
            .tls_config(tls.build())
            .build();
        Ok(Self {
            url: format!("{}/", url.trim_end_matches('/')),
            agent: config.new_agent(),
        })
    }

    /// The address of the site.
    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// Whether the connection is encrypted.
    pub(super) fn is_secure(&self) -> bool {
        self.url.starts_with("https:")
    }

    /// Requests an address below the site in an encoding, and reads at most one byte more than
    /// `limit`. The error is a sentence.
    pub(super) fn get(&self, path: &str, encoding: &str, limit: u64) -> Result<Response, String> {
        let url = format!("{}{}", self.url, file_address(path));
        let failed = |error: &dyn std::fmt::Display| format!("It did not come ({error}).");
        let request = self.agent.get(url).header("accept-encoding", encoding);
        let mut response = request.call().map_err(|error| failed(&error))?;
        let mut body = Vec::new();
        let reader = response.body_mut().as_reader();
        reader
            .take(limit.saturating_add(1))
            .read_to_end(&mut body)
            .map_err(|error| failed(&error))?;
        Ok(Response {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body,
        })
    }

    /// Fetches a file whose bytes are not known yet. The error is a sentence.
    pub(super) fn fetch(&self, path: &str, limit: u64) -> Result<Vec<u8>, String> {
        let response = self.get(path, "identity", limit)?;
        if response.status != 200 {
            return Err(format!("The host answers with status {}.", response.status));
        }
        let encoding = response.header("content-encoding").unwrap_or_default();
        body::decoded(&response.body, &encoding, limit)
            .filter(|bytes| bytes.len() as u64 <= limit)
            .ok_or_else(|| "What comes is too large, or cannot be decoded.".into())
    }

    /// The path below the site that a `Location` names, if it is one.
    pub(super) fn below(&self, location: &str) -> Option<String> {
        let path = |url: &str| {
            let after = url.split_once("://").map_or(url, |(_, after)| after);
            after.find('/').map(|at| after[at..].to_owned())
        };
        let base = path(&self.url)?;
        let there = if location.contains("://") {
            let host = self.url.strip_suffix(base.as_str())?;
            location.strip_prefix(host)?
        } else {
            location
        };
        there.strip_prefix(base.as_str()).map(str::to_owned)
    }
}
