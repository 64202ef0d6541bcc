//! `Caddyfile`: Caddy 2.6 and later (caddyserver.com/docs/caddyfile).
//!
//! All directives are in one `route`, which keeps their order: elsewhere Caddy sorts them.
//!
//! `handle_errors` keeps the headers set before, so the existence of a file is tested first: an error
//! must never be sent as immutable.

use std::fmt::Write as _;

use super::{Place, SITE_CONFIG_FILES};
use crate::policy::{Class, HASHED, Policy, media};

pub(super) fn config(policy: &Policy, place: &Place) -> String {
    let Place {
        base,
        root,
        listen,
        name,
    } = place;
    let name = if name == "_" { "http://" } else { name };
    let mut out = String::from(
        "# Made by `lscb deploy` for one release: the security policy names what its pages hold.\n\
         (lscb) {\n  header {\n    -Server\n",
    );
    for (name, value) in policy.headers() {
        let _ = writeln!(out, "    {name} \"{value}\"");
    }
    out.push_str("  }\n}\n");
    let folders = HASHED.map(|folder| format!("{base}{folder}/*")).join(" ");
    let site_config_files = SITE_CONFIG_FILES
        .map(|file| format!("{base}{file}"))
        .join(" ");
    let _ = write!(
        out,
        concat!(
            "{name}:{listen} {{\n  route {{\n    root * {root}\n    import lscb\n",
            "    header Vary Accept-Encoding\n    header Cache-Control \"{checked}\"\n",
            "    @hashed {{\n      path {folders}\n      file\n    }}\n",
            "    header @hashed Cache-Control \"{forever}\"\n",
        ),
        name = name,
        listen = listen,
        root = root,
        folders = folders,
        checked = Class::Checked.cache_control(),
        forever = Class::Hashed.cache_control(),
    );
    for (extension, media) in media::TYPES {
        let _ = write!(
            out,
            concat!(
                "    @{extension} path *.{extension}\n",
                "    header @{extension} Content-Type \"{media}\"\n",
            ),
            extension = extension,
            media = media,
        );
    }
    out.push_str("    map {path} {lscb_moved} {\n");
    for (from, to) in policy.moved_at(base) {
        let _ = writeln!(out, "      {from} {to}\n      {from}/ {to}");
    }
    let _ = write!(
        out,
        concat!(
            "      default \"\"\n    }}\n    @moved not vars {{lscb_moved}} \"\"\n",
            "    redir @moved {{lscb_moved}} 301\n",
            "    # What configures hosts is nobody else's business.\n",
            "    @within path {site_config_files}\n    error @within 404\n",
            "    # Caddy 2.6 answers this with 500.\n",
            "    @nul path_regexp \\x00\n    error @nul 404\n",
            "    file_server {{\n      precompressed br gzip\n    }}\n  }}\n",
            "  handle_errors {{\n    import lscb\n    header Cache-Control \"{failure}\"\n",
            "    rewrite * {base}404.html\n    header Content-Type \"text/html; charset=utf-8\"\n",
            "    file_server {{\n      precompressed br gzip\n    }}\n  }}\n}}\n",
        ),
        site_config_files = site_config_files,
        failure = Class::Failure.cache_control(),
        base = base,
    );
    out
}
