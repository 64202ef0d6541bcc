//! `nginx.conf`: a server block, with the maps that it needs, for nginx 1.18 and later with the
//! brotli module of Debian (nginx.org/en/docs, github.com/google/ngx_brotli).
//!
//! All headers are set at one level: `add_header` in a `location` drops those of the server.
//! `Cache-Control` is a `map` variable, which is evaluated when the status is known.

use std::fmt::Write as _;

use super::{Place, SITE_CONFIG_FILES, regex};
use crate::policy::{Class, HASHED, Policy, media};

pub(super) fn config(policy: &Policy, place: &Place) -> String {
    let Place {
        base, root, listen, ..
    } = place;
    let mut out = String::from(
        "# Made by `lscb deploy` for one release: the security policy names what its pages hold.\n\
         # Put it where nginx reads server blocks, and reload nginx before the new files are there.\n\
         map_hash_bucket_size 512;\nmap_hash_max_size 65536;\n",
    );
    let _ = write!(
        out,
        concat!(
            "map \"$status $uri\" $lscb_cache {{\n",
            "  default \"{checked}\";\n  \"~^[45]\" \"{failure}\";\n",
            "  \"~^(200|206|304) {base}({hashed})/\" \"{forever}\";\n}}\n",
            "map $uri $lscb_moved {{\n  default \"\";\n",
        ),
        base = regex(base),
        hashed = HASHED.join("|"),
        checked = Class::Checked.cache_control(),
        failure = Class::Failure.cache_control(),
        forever = Class::Hashed.cache_control(),
    );
    for (from, to) in policy.moved_at(base) {
        let _ = writeln!(out, "  \"{from}\" \"{to}\";\n  \"{from}/\" \"{to}\";");
    }
    let _ = write!(
        out,
        concat!(
            "}}\nserver {{\n  listen {listen};\n  server_name {name};\n  root {root};\n",
            "  index index.html;\n  error_page 404 {base}404.html;\n",
            "  error_page 403 =404 {base}404.html;\n",
            "  absolute_redirect off;\n  server_tokens off;\n",
            "  gzip_static on;\n  gzip_vary on;\n",
            "  # Without the brotli module, remove this line.\n  brotli_static on;\n",
            "  default_type application/octet-stream;\n  types {{\n",
        ),
        listen = listen,
        name = place.name,
        root = root,
        base = base,
    );
    for (extension, media) in media::TYPES {
        let _ = writeln!(out, "    \"{media}\" {extension};");
    }
    out.push_str("  }\n");
    for (name, value) in policy.headers() {
        let _ = writeln!(out, "  add_header {name} \"{value}\" always;");
    }
    let _ = write!(
        out,
        concat!(
            "  add_header Cache-Control $lscb_cache always;\n",
            "  if ($lscb_moved) {{\n    return 301 $lscb_moved;\n  }}\n",
            "  location / {{\n    try_files $uri $uri/ =404;\n  }}\n",
            "  # What configures hosts is nobody else's business.\n",
            "  location ~ ^{base}({site_config_files})$ {{\n    return 404;\n  }}\n}}\n",
        ),
        base = regex(base),
        site_config_files = SITE_CONFIG_FILES.map(regex).join("|"),
    );
    out
}
