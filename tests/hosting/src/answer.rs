//! Asking a host, and what it says.

use std::io::Read as _;

use anyhow::{Context, Result, bail, ensure};
use ureq::http::{HeaderMap, Request};

/// The longest answer that is read, in bytes.
const LIMIT: u64 = 64 * 1024 * 1024;

/// An answer as it came: nothing is unpacked, and no redirect is followed.
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Vec<u8>,
}

/// Asks for `url` with `headers`.
pub fn ask(method: &str, url: &str, headers: &[(&str, &str)]) -> Result<Answer> {
    let config = ureq::Agent::config_builder()
        .max_redirects(0)
        .http_status_as_error(false)
        .accept("*/*")
        .user_agent("lscb")
        .build();
    let mut request = Request::builder().method(method).uri(url);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let agent = ureq::Agent::new_with_config(config);
    let response = agent
        .run(request.body(())?)
        .with_context(|| format!("{method} {url}"))?;
    let (parts, body) = response.into_parts();
    let mut bytes = Vec::new();
    body.into_reader().take(LIMIT).read_to_end(&mut bytes)?;
    Ok(Answer {
        status: parts.status.as_u16(),
        headers: parts.headers,
        body: bytes,
    })
}

impl Answer {
    /// The value of a header, empty if there is none. A header that is there twice is told as
    /// browsers read it (RFC 9110, section 5.3).
    pub fn header(&self, name: &str) -> String {
        let values = self.headers.get_all(name).iter();
        let values: Vec<_> = values.map(|value| value.to_str().unwrap_or("?")).collect();
        values.join(", ")
    }

    /// Holds a header against what it should be.
    pub fn expect(&self, name: &str, value: &str) -> Result<()> {
        let found = self.header(name);
        ensure!(found == value, "{name} is “{found}”, not “{value}”");
        Ok(())
    }

    /// The body without its coding.
    pub fn decoded(&self) -> Result<Vec<u8>> {
        let mut out = Vec::new();
        match self.header("Content-Encoding").as_str() {
            "" | "identity" => out.clone_from(&self.body),
            "br" => {
                brotli::Decompressor::new(&self.body[..], 4096).read_to_end(&mut out)?;
            }
            "gzip" => {
                flate2::read::GzDecoder::new(&self.body[..]).read_to_end(&mut out)?;
            }
            other => bail!("the body has the coding “{other}”"),
        }
        Ok(out)
    }
}
