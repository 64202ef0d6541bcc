//! `.htaccess`: Apache httpd 2.4 with `AllowOverride All` (httpd.apache.org/docs/2.4).
//!
//! It is in the site's folder and works under any path, which mod_rewrite determines.
//! `Header always` also applies to errors, `Header` alone to successful responses.

use std::fmt::Write as _;

use super::{SITE_CONFIG_FILES, regex};
use crate::compress;
use crate::policy::{Class, HASHED, Policy, media};

pub(super) fn htaccess(policy: &Policy) -> String {
    let mut out = String::from(
        "Options -Indexes -MultiViews\nDirectoryIndex index.html\nDirectorySlash On\n\
         FileETag MTime Size\n<IfModule mod_mime.c>\n",
    );
    for (extension, media) in media::TYPES {
        let _ = writeln!(out, "  AddType \"{media}\" .{extension}");
    }
    let hashed = HASHED.join("|");
    let site_config_files = SITE_CONFIG_FILES.map(regex).join("|");
    out.push_str("</IfModule>\n<IfModule mod_headers.c>\n  Header merge Vary Accept-Encoding\n");
    for (name, value) in policy.headers() {
        let _ = writeln!(out, "  Header always set {name} \"{value}\"");
    }
    let _ = write!(
        out,
        concat!(
            "  Header always set Cache-Control \"{checked}\"\n",
            "  Header always set Cache-Control \"{forever}\" \"expr=%{{REQUEST_STATUS}} in ",
            "{{'200', '206', '304'}} && %{{REQUEST_URI}} =~ m#/({hashed})/[^/]+$#\"\n",
            "  Header always set Cache-Control \"{failure}\" \"expr=%{{REQUEST_STATUS}} -ge 400\"\n",
            "</IfModule>\n<IfModule mod_rewrite.c>\n  RewriteEngine On\n",
            "  # Where the site lies: what the path has before the part that this file sees.\n",
            "  RewriteCond %{{REQUEST_URI}}::$1 ^(.*?/)(.*)::\\2$\n",
            "  RewriteRule ^(.*)$ - [E=LSCB_BASE:%1]\n",
            "  # What configures hosts is nobody else's business, and these folders are no pages.\n",
            "  RewriteRule ^({site_config_files}|({hashed})/?)$ - [R=404,L]\n",
        ),
        checked = Class::Checked.cache_control(),
        forever = Class::Hashed.cache_control(),
        failure = Class::Failure.cache_control(),
        hashed = hashed,
        site_config_files = site_config_files,
    );
    for (from, to) in policy.moved_at("") {
        let from = regex(&from);
        let _ = writeln!(
            out,
            "  RewriteRule ^{from}/?$ %{{ENV:LSCB_BASE}}{to} [R=301,L]"
        );
    }
    for (coding, extension) in [("br", "br"), ("gzip", "gz")] {
        let _ = write!(
            out,
            concat!(
                "  RewriteCond %{{HTTP:Accept-Encoding}} \\b{coding}\\b\n",
                "  RewriteCond %{{REQUEST_FILENAME}}.{extension} -f\n",
                "  RewriteRule ^(.+)$ $1.{extension} [L]\n",
            ),
            coding = coding,
            extension = extension,
        );
    }
    out.push_str("</IfModule>\n<IfModule mod_headers.c>\n");
    for (coding, extension) in [("br", "br"), ("gzip", "gz")] {
        let compressed = media::TYPES.iter();
        let compressed = compressed.filter(|(kind, _)| compress::EXTENSIONS.contains(kind));
        for (kind, media) in compressed {
            let _ = write!(
                out,
                concat!(
                    "  <FilesMatch \"\\.{kind}\\.{extension}$\">\n",
                    "    ForceType \"{media}\"\n    Header set Content-Encoding {coding}\n",
                    "    SetEnv no-gzip 1\n",
                    "  </FilesMatch>\n",
                ),
                kind = kind,
                extension = extension,
                media = media,
                coding = coding,
            );
        }
    }
    out.push_str("</IfModule>\n# At another path than a host's root: that path and 404.html.\n");
    out.push_str("ErrorDocument 404 /404.html\nErrorDocument 403 /404.html\n");
    out
}
