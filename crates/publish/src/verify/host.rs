//! A live host, asked as browsers ask it.

use std::io::Read as _;
use std::time::Duration;

use anyhow::{Result, ensure};
use lscb_content::file_address;
use ureq::Agent;
use ureq::http::{HeaderMap, Uri};
use ureq::tls::{RootCerts, TlsConfig};

use super::answer;

/// How long a connection, and then a whole answer, may take.
const PATIENCE: [Duration; 2] = [Duration::from_secs(10), Duration::from_secs(120)];

/// A host, and where on it the site is.
pub(super) struct Host {
    /// With a slash at its end.
    url: String,
    agent: Agent,
}

/// An answer as it came over the line.
pub(super) struct Raw {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    /// Before any decoding; cut where more than expected came.
    pub(super) body: Vec<u8>,
}

impl Raw {
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
            .timeout_connect(Some(PATIENCE[0]))
            .timeout_global(Some(PATIENCE[1]))
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

    /// Whether what is sent is encrypted.
    pub(super) fn is_secure(&self) -> bool {
        self.url.starts_with("https:")
    }

    /// Asks for an address below the site in an encoding, and reads at most one byte more than
    /// `most`. The error is a sentence.
    pub(super) fn get(&self, path: &str, encoding: &str, most: u64) -> Result<Raw, String> {
        let url = format!("{}{}", self.url, file_address(path));
        let failed = |error: &dyn std::fmt::Display| format!("It did not come ({error}).");
        let request = self.agent.get(url).header("accept-encoding", encoding);
        let mut response = request.call().map_err(|error| failed(&error))?;
        let mut body = Vec::new();
        let reader = response.body_mut().as_reader();
        reader
            .take(most.saturating_add(1))
            .read_to_end(&mut body)
            .map_err(|error| failed(&error))?;
        Ok(Raw {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body,
        })
    }

    /// Fetches a file whose bytes are not known yet. The error is a sentence.
    pub(super) fn fetch(&self, path: &str, most: u64) -> Result<Vec<u8>, String> {
        let raw = self.get(path, "identity", most)?;
        if raw.status != 200 {
            return Err(format!("The host answers with status {}.", raw.status));
        }
        let encoding = raw.header("content-encoding").unwrap_or_default();
        answer::decoded(&raw.body, &encoding, most)
            .filter(|bytes| bytes.len() as u64 <= most)
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
