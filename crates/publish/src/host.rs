//! The policy as configuration of each host. Files that a host reads from the site's folder are part
//! of the output folder; all others are written by `lscb deploy`.

mod apache;
mod azure;
mod caddy;
mod cloudfront;
mod headers_file;
mod iis;
mod nginx;

use anyhow::{Result, ensure};

use crate::policy::Policy;

/// A file of a host's configuration.
pub(crate) struct File {
    /// Its path in the folder that it is written to.
    pub(crate) path: &'static str,
    /// Its content.
    pub(crate) text: String,
}

/// Where a self-hosted server stores and serves the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The path of the site, with a slash at both ends.
    pub base: String,
    /// The server's document root; the site is in it at the base path.
    pub root: String,
    /// What the server listens on: a port, or an address and a port.
    pub listen: String,
    /// The name of the host; `_` is any.
    pub name: String,
}

/// Refuses a base path that does not begin and end with a slash.
pub(crate) fn check_base(base: &str) -> Result<()> {
    ensure!(
        base.starts_with('/') && base.ends_with('/'),
        "the base path {base} must begin and end with a slash, for example /lscb/"
    );
    Ok(())
}

/// Escapes a path for a regular expression. Paths consist of unreserved characters (RFC 3986, section
/// 2.3), of which only the dot is special.
fn regex(path: &str) -> String {
    path.replace('.', "\\.")
}

/// The configuration files inside the output folder. They do not depend on the base path: a site
/// may be hosted under any.
pub(crate) fn site_config_files(policy: &Policy) -> Vec<File> {
    let file = |path, text| File { path, text };
    vec![
        file(".htaccess", apache::htaccess(policy)),
        // GitHub Pages would leave out what begins with an underscore.
        file(".nojekyll", String::new()),
        file("_headers", headers_file::headers(policy)),
        file("_redirects", headers_file::redirects(policy)),
        file("staticwebapp.config.json", azure::config(policy)),
        file("web.config", iis::config(policy, false)),
    ]
}

/// The configuration files that a server reads from elsewhere, outside of the output folder.
pub(crate) fn server_config_files(policy: &Policy, place: &Place) -> Vec<File> {
    let file = |path, text| File { path, text };
    vec![
        file("nginx.conf", nginx::config(policy, place)),
        file("Caddyfile", caddy::config(policy, place)),
        file("web.rewrite.config", iis::config(policy, true)),
        file(
            "cloudfront/function.js",
            cloudfront::function(policy, place),
        ),
        file("cloudfront/headers.json", cloudfront::headers(policy)),
        file("cloudfront/upload.sh", cloudfront::upload(place)),
    ]
}

/// The names of the configuration files inside the output folder, which hosts read and should not
/// serve.
pub const SITE_CONFIG_FILES: [&str; 6] = [
    ".htaccess",
    ".nojekyll",
    "_headers",
    "_redirects",
    "staticwebapp.config.json",
    "web.config",
];
